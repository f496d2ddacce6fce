import { type ErrorCode, type ErrorDto, isErrorCode, type TopologyProblemDto } from '@remote-lab/protocol';
import { JobFailed } from '../jobs/job-failed';
import { Refusal } from '../refusal';
import { HTTP_ERRORS } from './http-errors';

/** Status and body for an error. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: ErrorDto;
}

/**
 * Maps an error to its answer. Errors of the libraries are known by their `code`, never by class; whatever has no
 * code of ours is a fault of the server, and its text stays in the log.
 */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof JobFailed) return error.answer;
  const code = codeOf(error);
  const { status, detail } = HTTP_ERRORS[code];
  if (code === 'internal_error' || !(error instanceof Error))
    return { status, body: { detail: detail ?? code, code } };
  if (error instanceof Refusal && error.more.issues !== undefined)
    return { status, body: { detail: error.more.issues, code } };
  const fixed = detail !== undefined && detail !== error.message;
  return {
    status,
    body: {
      detail: detail ?? error.message,
      code,
      ...(fixed ? { reason: error.message } : {}),
      ...additions(error instanceof Refusal ? error.more : error, code),
    },
  };
}

/** What the libraries' own errors mean to those who asked over HTTP. */
const OTHER_CODES: Readonly<Record<string, ErrorCode>> = {
  queue_closed: 'shutting_down',
  service_closed: 'shutting_down',
  store_closed: 'shutting_down',
  store_busy: 'store_failed',
  store_failed: 'store_failed',
  store_conflict: 'store_failed',
};

function codeOf(error: unknown): ErrorCode {
  // A path that is not percent-encoded UTF-8 cannot be anybody's.
  if (error instanceof URIError) return 'not_found';
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (isErrorCode(code)) return code;
  return (typeof code === 'string' ? OTHER_CODES[code] : undefined) ?? 'internal_error';
}

/** The documents in whose problems no file is named. */
const DOCUMENTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid_inventory: 'inventory',
  unsupported_platform: 'inventory',
  invalid_platform_file: 'platform file',
  invalid_behavior: 'behavior',
};

function additions(source: object, code: ErrorCode): Partial<ErrorDto> {
  const { problems, output, holder, reason } = source as Readonly<Record<string, unknown>>;
  return {
    ...(Array.isArray(problems) && problems.length > 0
      ? { problems: problems.map((each) => withFile(each, code)).filter(isProblem) }
      : {}),
    ...(Array.isArray(output) && output.length > 0 ? { output: output.map(String) } : {}),
    ...(typeof holder === 'string' ? { holder } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

function withFile(problem: unknown, code: ErrorCode): unknown {
  const file = DOCUMENTS[code];
  return file === undefined || typeof problem !== 'object' ? problem : { file, ...problem };
}

function isProblem(value: unknown): value is TopologyProblemDto {
  return typeof value === 'object' && value !== null && 'file' in value && 'message' in value;
}
