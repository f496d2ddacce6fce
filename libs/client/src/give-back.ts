import { acquireResponseDto, jobDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { type HttpAnswer, propertyOf } from './http-answer';
import { messageOf } from './message-of';
import type { SessionChannel } from './session-channel';

const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Leaves nothing of an order that was given up because of `failure`, whatever it was answered with: its lab is
 * released, its job cancelled. With the session over there is nothing to do.
 * @throws RemoteLabError, which tells of `failure`, too, when that is not possible
 */
export async function giveBack(channel: SessionChannel, answer: HttpAnswer, failure: unknown): Promise<void> {
  if (channel.over.aborted) return;
  try {
    if (jobDto.is(answer.body)) await cancelJob(channel, answer.body.id);
    else await releaseLab(channel, answer.body);
  } catch (error) {
    const gone = error instanceof RemoteLabError && ['job_not_found', 'no_lab'].includes(error.code);
    if (gone || channel.over.aborted) return;
    throw new RemoteLabError(
      failure instanceof RemoteLabError ? failure.code : 'aborted',
      `${messageOf(failure)} What was ordered could not be cancelled either (${messageOf(error)}): ` +
        'the lab may still come up, and is held by the session until that ends.',
      { cause: new AggregateError([failure, error]) },
    );
  }
}

async function cancelJob(channel: SessionChannel, id: string): Promise<void> {
  const look = { parameters: { job_id: id }, timeout: ANSWER_TIMEOUT_MS, repeatable: true };
  await channel.callAtEnd({ route: 'cancelJob', ...look });
  // The result may have been on its way already; then the server takes the lab for handed over.
  const { body } = await channel.callAtEnd({ route: 'jobStatus', ...look });
  await releaseLab(channel, propertyOf(body, 'result'));
}

async function releaseLab(channel: SessionChannel, lab: unknown): Promise<void> {
  if (!acquireResponseDto.is(lab) || lab.reference === undefined) return;
  await channel.callAtEnd({ route: 'releaseLab', repeatable: true, query: { reference: lab.reference } });
}
