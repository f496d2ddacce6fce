import type { ValidationIssueDto } from '@remote-lab/protocol';
import { Refusal } from '../refusal';

// Enough to recognise it; a client must not get megabytes of its own text back.
const LONGEST_INPUT = 200;

/** The issue for a header, parameter or part that is not there, as FastAPI words it. */
export function missing(...loc: string[]): ValidationIssueDto {
  return { type: 'missing', loc, msg: 'Field required', input: null };
}

/** The issue for a text that is no boolean, as FastAPI words it. */
export function notBoolean(input: string, ...loc: string[]): ValidationIssueDto {
  return {
    type: 'bool_parsing',
    loc,
    msg: 'Input should be a valid boolean, unable to interpret input',
    input: input.slice(0, LONGEST_INPUT),
  };
}

/** The issue for a text that is no number from 0 to `most`. */
export function notInRange(input: string, most: number, ...loc: string[]): ValidationIssueDto {
  return {
    type: 'value_error',
    loc,
    msg: `Value error, expected a number from 0 to ${most}`,
    input: input.slice(0, LONGEST_INPUT),
  };
}

/** The issue for a text part where a file was expected, as FastAPI words it. */
export function notFile(input: string, ...loc: string[]): ValidationIssueDto {
  return {
    type: 'value_error',
    loc,
    msg: "Value error, Expected UploadFile, received: <class 'str'>",
    input: input.slice(0, LONGEST_INPUT),
  };
}

/** The 422 that lists the issues. */
export function validationRefusal(issues: readonly ValidationIssueDto[]): Refusal {
  return new Refusal(
    'validation_error',
    issues.map((issue) => `${issue.loc.join('.')}: ${issue.msg}`).join('; '),
    {
      issues: [...issues],
    },
  );
}
