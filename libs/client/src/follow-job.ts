import { type JobDto, jobDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { giveBack } from './give-back';
import { type HttpAnswer, isPassing, propertyOf } from './http-answer';
import { Outage } from './outage';
import { readDto } from './read-dto';
import { readRefusal, type Refusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';
import type { Clock } from './wait';

/** How long the server may hold back its answer until the job is finished. */
const LONG_POLL_S = 20;
const ANSWER_TIMEOUT_MS = 15_000;
const PAUSE_MS = 1_000;

/** What a job is followed with. */
export interface JobFollower {
  readonly channel: SessionChannel;
  readonly clock: Clock;
  readonly deadline: number;
  readonly timeoutError: () => Error;
  readonly signals: readonly AbortSignal[];
  /** The error for a job that failed. */
  readonly toError: (refusal: Refusal) => Error;
}

/**
 * Follows the job that a request was answered with; resolves with what the request would have been answered with, or with
 * undefined when the server has forgotten the job, as after a restart. Whoever gives up cancels it first.
 * @throws what `toError` makes of a failed job, the timeout error, a signal's reason, SessionLostError, or RemoteLabError
 */
export async function followJob(
  follower: JobFollower,
  accepted: HttpAnswer,
): Promise<HttpAnswer | undefined> {
  const { id } = readDto(jobDto, accepted);
  let job: JobDto | undefined;
  try {
    job = await untilFinished(follower, id);
  } catch (error) {
    await giveBack(follower.channel, accepted, error);
    throw error;
  }
  return job === undefined ? undefined : readResult(job, follower.toError);
}

async function untilFinished(follower: JobFollower, id: string): Promise<JobDto | undefined> {
  const { channel, clock, deadline, timeoutError, signals } = follower;
  const outage = new Outage(clock);
  for (;;) {
    const begun = clock.now();
    const remaining = deadline - begun;
    if (remaining <= 0) throw timeoutError();
    const patience = LONG_POLL_S * 1000 + ANSWER_TIMEOUT_MS;
    try {
      const answer = await channel.call({
        route: 'jobStatus',
        parameters: { job_id: id },
        query: { wait: String(LONG_POLL_S) },
        timeout: Math.min(patience, remaining),
        ...(remaining <= patience && { timeoutError }),
        signals,
        repeatable: true,
        toError: lookError,
      });
      // Any word but these means that it still runs.
      if (['succeeded', 'failed', 'cancelled'].includes(String(propertyOf(answer.body, 'status'))))
        return readDto(jobDto, answer);
      outage.isOver();
    } catch (error) {
      if (error instanceof RemoteLabError && error.code === 'job_not_found') return undefined;
      outage.tolerate(error);
    }
    // Held back by the server, or a look that failed: then not again at once.
    if (clock.now() - begun < PAUSE_MS)
      await clock.sleep(
        Math.min(PAUSE_MS, Math.max(deadline - clock.now(), 0)),
        AbortSignal.any([channel.ended, ...signals]),
      );
  }
}

/** A server that starts or stops is one that cannot be reached for a while. */
function lookError(refusal: Refusal): Error {
  return isPassing({ status: refusal.status, body: refusal.explained ? { code: refusal.code } : undefined })
    ? new RemoteLabError('server_unreachable', refusal.message, refusal)
    : refusalError(refusal);
}

function readResult(job: JobDto, toError: (refusal: Refusal) => Error): HttpAnswer {
  if (job.status === 'succeeded') return { status: 200, body: job.result };
  if (job.error !== undefined)
    throw toError(readRefusal({ status: job.error_status ?? 500, body: job.error }));
  throw new RemoteLabError(
    'start_cancelled',
    'The server cancelled the start of the lab and does not tell why.',
  );
}
