import type { Request, Response } from 'express';
import type { TopologyBundle } from '@remote-lab/topology';
import { validationRefusal } from '../validation';
import { type LabForm, readLabForm } from './lab-form';
import { receiveBundle } from './receive-bundle';
import { receiveForm } from './receive-form';
import type { Staging } from './staging-folder';

/** What an upload brought. */
export interface Upload {
  readonly bundle: TopologyBundle;
  readonly reuse: boolean;
}

/**
 * Receives a topology with its extra files; nothing of it is left on the disk.
 * @throws {Refusal} `validation_error` for an incomplete form, and what {@link receiveForm} and {@link receiveBundle} throw.
 */
export async function receiveUpload(
  request: Request,
  response: Response,
  { staging }: { readonly staging: Staging },
): Promise<Upload> {
  await using folder = await staging.open();
  const form = readLabForm(await receiveForm(request, response, folder));
  if (!isLabForm(form)) throw validationRefusal(form);
  return { bundle: await receiveBundle(form), reuse: form.reuse };
}

/** Whether a form was complete; else it is the list of what is wrong with it. */
export function isLabForm(form: ReturnType<typeof readLabForm>): form is LabForm {
  return 'topology' in form;
}
