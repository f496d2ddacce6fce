import { defineDto } from './define-dto';

/** One entry of a 422's `detail`, in the shape that FastAPI gives it. */
export interface ValidationIssueDto {
  /** `missing`, `bool_parsing`, `value_error`, … */
  type: string;
  /** Where: `["header", "X-Session-ID"]`, `["body", "topology"]`, `["query", "force"]`. */
  loc: (string | number)[];
  msg: string;
  /** What was given; `null` when nothing was. */
  input: unknown;
}

/** {@link ValidationIssueDto} with its schema and check. */
export const validationIssueDto = defineDto<ValidationIssueDto>('ValidationIssueDto', {
  type: 'object',
  properties: {
    type: { type: 'string' },
    loc: { type: 'array', items: { type: ['string', 'integer'] } },
    msg: { type: 'string' },
    input: {},
  },
  required: ['type', 'loc', 'msg', 'input'],
});
