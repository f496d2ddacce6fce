import type { DtoDefinition } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import type { HttpAnswer } from './http-answer';

/**
 * The body of a success, checked.
 * @throws RemoteLabError `unexpected_answer` that tells what is wrong with it
 */
export function readDto<T>(dto: DtoDefinition<T>, answer: HttpAnswer): T {
  if (dto.is(answer.body)) return answer.body;
  throw new RemoteLabError(
    'unexpected_answer',
    `The answer (${answer.status}) is not a ${dto.name}: ${dto.problems(answer.body).join('; ')}. ` +
      `Is there a lab server at ${answer.from ?? 'this address'}?`,
    { status: answer.status },
  );
}
