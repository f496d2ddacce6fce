import type { ErrorCode } from '@remote-lab/protocol';
import type { ClientErrorCode } from './errors';

/** The original sends no codes, but its texts are fixed. */
const CODE_OF_TEXT: Readonly<Record<string, ErrorCode>> = {
  'Session not found': 'session_not_found',
  'No active session': 'no_active_session',
  'Session is not active': 'session_not_active',
  'Lab currently busy': 'lab_busy',
  'Lab still in use': 'lab_in_use',
  'No lab running': 'no_lab',
  'Topology must be a .yml or .yaml file': 'topology_extension',
  'Not Found': 'not_found',
  'Method Not Allowed': 'method_not_allowed',
};

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  413: 'upload_too_large',
  422: 'validation_error',
  500: 'internal_error',
};

/** The code of a refusal that came without one. */
export function inferCode(status: number, detail: unknown): ErrorCode | ClientErrorCode {
  const byText =
    typeof detail === 'string' && Object.hasOwn(CODE_OF_TEXT, detail) ? CODE_OF_TEXT[detail] : undefined;
  return byText ?? CODE_OF_STATUS[status] ?? 'unexpected_answer';
}
