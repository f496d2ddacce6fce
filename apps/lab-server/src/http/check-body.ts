import type { DtoDefinition } from '@remote-lab/protocol';
import { validationRefusal } from './validation';

/** The body as the message that it must be. @throws {Refusal} `validation_error` that lists what is wrong with it. */
export function checkBody<T>(dto: DtoDefinition<T>, body: unknown): T {
  if (dto.is(body)) return body;
  const problems = dto.problems(body);
  throw validationRefusal(problems.map((msg) => ({ type: 'value_error', loc: ['body'], msg, input: null })));
}
