import type { Request } from 'express';
import { SESSION_HEADER } from '@remote-lab/protocol';
import { missing, validationRefusal } from './validation';

/** The issue that is listed when the header is not there. */
export const missingSessionHeader = missing('header', SESSION_HEADER);

/** The session id that the request carries. @throws {Refusal} `validation_error` when it carries none. */
export function sessionHeader(request: Request): string {
  const id = request.get(SESSION_HEADER);
  if (id === undefined) throw validationRefusal([missingSessionHeader]);
  return id;
}
