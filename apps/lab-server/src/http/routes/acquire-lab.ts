import type { Request, Response } from 'express';
import { routePath, SESSION_HEADER } from '@remote-lab/protocol';
import type { Visit } from '../../broker-parts';
import type { JobTell } from '../../jobs/job-work';
import { announcedHost } from '../announced-host';
import { onAbort } from '../on-abort';
import { ClientGone, clientGone, isGone } from '../client-gone';
import { drainRequest } from '../drain-request';
import { Moment, pause } from '../moment';
import { readPrefer } from '../prefer';
import type { HttpContext } from '../services';
import { missingSessionHeader } from '../session-header';
import { readLabForm } from '../upload/lab-form';
import { receiveForm } from '../upload/receive-form';
import { isLabForm, receiveUpload } from '../upload/receive-upload';
import { UPLOAD_LIMITS } from '../upload/upload-limits';
import { validationRefusal } from '../validation';
import { acquireWork } from './acquire-work';
import type { Handler } from './handler';

/**
 * `POST /lab`: uploads a topology and gets its devices. Refusals come in the order header, session, active, form,
 * extension, names and sizes, YAML and model, busy; nothing of a body is stored before the session may act. Who prefers
 * not to wait is answered with a job, once nothing but the state of things can refuse the request.
 */
export const acquireLab: Handler = async (request, response, context) => {
  using visit = await enter(request, response, context);
  const { broker, jobs } = await context.lifecycle.services();
  const { bundle, reuse } = await receiveUpload(request, response, context);
  context.lifecycle.refuseNewWork();
  const gone = clientGone(request, response);
  const checked = new Moment();
  const work = acquireWork(broker, {
    sessionId: visit.session.id,
    bundle,
    reuse,
    advertiseHost: announcedHost(request, context),
    onChecked: () => checked.happen(),
  });
  const preference = readPrefer(request.get('Prefer'));
  const job = preference === undefined ? undefined : jobs.start(work);
  if (job === undefined || preference === undefined) {
    const outcome = await work.run(gone, NOBODY);
    onAbort(gone, () => outcome.undo());
    response.json(outcome.result);
    return;
  }
  onAbort(gone, () => job.cancel());
  await Promise.race([job.finished, checked.happened]);
  if (job.state === 'running') {
    using patience = pause(context.clock, preference.waitMs);
    await Promise.race([job.finished, patience.over]);
  }
  if (job.state === 'running') {
    response
      .status(202)
      .location(routePath('jobStatus', { job_id: job.id }))
      .set('Preference-Applied', 'respond-async')
      .json(job.describe());
    return;
  }
  jobs.withdraw(job);
  response.once('finish', () => job.take());
  response.json(job.result());
};

const NOBODY: JobTell = { progress: () => undefined, event: () => undefined };

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
