import { giveBack } from './give-back';
import type { HttpAnswer } from './http-answer';
import type { JobFollower } from './follow-job';
import type { SessionChannel, SessionRequest } from './session-channel';
import type { Clock } from './wait';
import { withDeadline } from './with-deadline';

/** What takes longer is answered with a job, so that no proxy on the way loses its patience. */
const SYNCHRONOUS_S = 1;
/** Long enough for an answer that the server gives after {@link SYNCHRONOUS_S}, short enough for somebody who aborts. */
const LAST_WORD_MS = 3_000;

/** What is asked for: {@link placeOrder} adds the rest. */
export type Order = Pick<SessionRequest, 'body'>;

/**
 * Sends an order for a lab. Given up on its way, it is not simply dropped: the server may have granted it, and would take
 * the lab for handed over. So its answer is waited for a little, and what it grants is given back.
 * @throws the timeout error, a signal's reason, SessionLostError, or RemoteLabError
 */
export async function placeOrder(follower: JobFollower, { body }: Order): Promise<HttpAnswer> {
  const { channel, clock, deadline, timeoutError, signals, toError } = follower;
  const time = Math.max(deadline - clock.now(), 1);
  return withDeadline(time, timeoutError, [channel.ended, ...signals], async (givenUp) => {
    const cutting = new AbortController();
    const sending = channel.callAtEnd({
      route: 'acquireLab',
      body,
      headers: { Prefer: `respond-async, wait=${SYNCHRONOUS_S}` },
      timeout: Infinity,
      signals: [cutting.signal],
      repeatable: false,
      toError,
    });
    const answer = await Promise.race([sending, aborted(givenUp)]);
    if (answer !== undefined) return answer;
    const granted = await lastWord(channel, clock, sending, cutting);
    if (granted !== undefined) await giveBack(channel, granted, givenUp.reason);
    throw givenUp.reason;
  });
}

async function aborted(signal: AbortSignal): Promise<undefined> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return undefined;
}

/** What the order is answered with, if that comes in time; then it is cut off. */
async function lastWord(
  { name }: SessionChannel,
  clock: Clock,
  sending: Promise<HttpAnswer>,
  cutting: AbortController,
): Promise<HttpAnswer | undefined> {
  // Who gives no names is the original, which answers when the lab is there, in minutes.
  if (name === undefined) cutting.abort();
  const answered = new AbortController();
  const patience = clock.sleep(LAST_WORD_MS, answered.signal).then(
    () => cutting.abort(),
    () => undefined,
  );
  try {
    return await sending;
  } catch {
    // Refused, or cut off, which the server notices: either way nothing was granted that this client could name.
    return undefined;
  } finally {
    answered.abort();
    await patience;
  }
}
