import { type ErrorCode, type ErrorDto, isErrorCode, type TopologyProblemDto } from '@remote-lab/protocol';
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
      ...additions(error instanceof Refusal ? error.more : error),
    },
  };
}

function codeOf(error: unknown): ErrorCode {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return isErrorCode(code) ? code : 'internal_error';
}

function additions(source: object): Partial<ErrorDto> {
  const { problems, output, holder, reason } = source as Readonly<Record<string, unknown>>;
  return {
    ...(Array.isArray(problems) && problems.length > 0 ? { problems: problems.filter(isProblem) } : {}),
    ...(Array.isArray(output) && output.length > 0 ? { output: output.map(String) } : {}),
    ...(typeof holder === 'string' ? { holder } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

function isProblem(value: unknown): value is TopologyProblemDto {
  return typeof value === 'object' && value !== null && 'file' in value && 'message' in value;
}
