import type { Request, Response } from 'express';
import { SESSION_HEADER } from '@remote-lab/protocol';
import type { Visit } from '../../broker';
import { announcedHost, announcement } from '../announced-host';
import { onAbort } from '../on-abort';
import { ClientGone, clientGone, isGone } from '../client-gone';
import { drainRequest } from '../drain-request';
import { writeReference } from '../reference-name';
import type { HttpContext } from '../services';
import { missingSessionHeader } from '../session-header';
import { readLabForm } from '../upload/lab-form';
import { receiveForm } from '../upload/receive-form';
import { isLabForm, receiveUpload } from '../upload/receive-upload';
import { UPLOAD_LIMITS } from '../upload/upload-limits';
import { validationRefusal } from '../validation';
import { deviceDtos } from './device-dtos';
import type { Handler } from './handler';

/**
 * `POST /lab`: uploads a topology and gets its devices. Refusals come in the order header, session, active, form,
 * extension, names and sizes, YAML and model, busy; nothing of a body is stored before the session may act.
 */
export const acquireLab: Handler = async (request, response, context) => {
  using visit = await enter(request, response, context);
  const { broker } = await context.lifecycle.services();
  const { bundle, reuse } = await receiveUpload(request, response, context);
  context.lifecycle.refuseNewWork();
  const gone = clientGone(request, response);
  const lab = await broker.acquire({
    sessionId: visit.session.id,
    bundle,
    reuse,
    advertiseHost: announcedHost(request, context),
    signal: gone,
  });
  onAbort(gone, () => broker.abandon(lab));
  response.json({
    reused: lab.reused,
    devices: deviceDtos(lab.devices, announcement(request, context, broker)),
    identity: lab.identity,
    generation: lab.generation,
    reference: writeReference(lab.reference),
  });
};

async function enter(request: Request, response: Response, context: HttpContext): Promise<Visit> {
  const id = request.get(SESSION_HEADER);
  if (id === undefined) return refuseWithoutHeader(request, response);
  try {
    context.lifecycle.refuseNewWork();
    const { broker } = await context.lifecycle.services();
    // Not even a sign of life: nobody is there any more.
    if (isGone(request, response)) throw new ClientGone();
    return broker.visit(id);
  } catch (error) {
    if (!(await drainRequest(request, UPLOAD_LIMITS.drainBytes))) response.set('Connection', 'close');
    throw error;
  }
}

// The original lists the problems of the form beside the missing header, so the form is read, but not kept.
async function refuseWithoutHeader(request: Request, response: Response): Promise<never> {
  const form = readLabForm(await receiveForm(request, response, 'discard'));
  throw validationRefusal([missingSessionHeader, ...(isLabForm(form) ? [] : form)]);
}
