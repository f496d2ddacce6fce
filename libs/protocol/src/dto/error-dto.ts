import type { ErrorCode } from '../error-codes';
import { defineDto, type ObjectSchema } from './define-dto';
import type { ValidationIssueDto } from './validation-issue-dto';

/** Where a topology is wrong; `line` and `column` count from 1. */
export interface TopologyProblemDto {
  file: string;
  line?: number;
  column?: number;
  path?: string;
  message: string;
}

/** Every refusal: `detail` is for people (and for clients of the original), `code` for programs. */
export interface ErrorDto {
  /** A sentence; for `validation_error` a list of issues. */
  detail: string | ValidationIssueDto[];
  /** One of {@link ErrorCode}; a reader must expect new ones. */
  code: string;
  /** What to do about it, or why it came to this; where `detail` is a fixed text of the original. */
  reason?: string;
  /** Public name of the session that holds the lab, or `own_session`. */
  holder?: string;
  problems?: TopologyProblemDto[];
  /** The last lines of the backend's output. */
  output?: string[];
}

/** Makes the envelope with a code that is known to be on the list. */
export function errorDto(
  code: ErrorCode,
  detail: ErrorDto['detail'],
  more: Omit<ErrorDto, 'code' | 'detail'> = {},
): ErrorDto {
  return { detail, code, ...more };
}

/** For DTOs that carry a refusal inside. */
export const errorSchema: ObjectSchema<ErrorDto> = {
  type: 'object',
  properties: {
    detail: { type: ['string', 'array'], items: { type: 'object' } },
    code: { type: 'string' },
    reason: { type: 'string' },
    holder: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          file: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
          path: { type: 'string' },
          message: { type: 'string' },
        },
        required: ['file', 'message'],
      },
    },
    output: { type: 'array', items: { type: 'string' } },
  },
  required: ['detail', 'code'],
};

/** {@link ErrorDto} with its schema and check. */
export const errorResponseDto = defineDto<ErrorDto>('ErrorDto', errorSchema);
