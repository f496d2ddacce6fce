import { type Clock, withJitter } from '../wait';
import type { SendWatched, WatchedAnswer } from './send-watched';
import type { WatchedRequest, WatchOrder } from './watchdog-orders';

/** Some servers tear the lab down before they answer; asked again, they do not know the session any more. */
const REQUEST_TIMEOUT_MS = 30_000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/**
 * Keeps one session alive, and ends it when it is told to.
 *
 * - beating: from {@link keepAlive} on; what fails is tried again at the next beat. Leaves when the server does not know the
 *   session any more, or `stop` aborts.
 * - ending: within {@link end}; goes on trying until the session is gone, or the patience of the order is over. Final.
 */
export class SessionWatch {
  constructor(
    private readonly order: WatchOrder,
    private readonly send: SendWatched,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the session is gone, or `stop` aborts. */
  async keepAlive(stop: AbortSignal): Promise<void> {
    for (;;) {
      await this.rest(this.order.interval, stop);
      if (stop.aborted || isGone(await this.attempt(this.order.beat))) return;
    }
  }

  /** Resolves when the session is gone, or there is no point in trying any longer. */
  async end(how: 'end' | 'crashed'): Promise<void> {
    const deadline = this.clock.now() + this.order.patience;
    const never = new AbortController().signal;
    for (let delay = FIRST_RETRY_MS; ; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      const answer = await this.attempt(this.order[how]);
      if (isGone(answer) || isSuccess(answer) || this.clock.now() >= deadline) return;
      await this.rest(withJitter(delay, this.clock), never);
    }
  }

  private async attempt(request: WatchedRequest): Promise<WatchedAnswer | undefined> {
    try {
      return await this.send(request, REQUEST_TIMEOUT_MS);
    } catch {
      // Nobody is there to be told; it is tried again.
      return undefined;
    }
  }

  private async rest(milliseconds: number, stop: AbortSignal): Promise<void> {
    try {
      await this.clock.sleep(milliseconds, stop);
    } catch {
      // Sleep rejects for no other reason than that it was stopped.
    }
  }
}

function isSuccess(answer: WatchedAnswer | undefined): boolean {
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}

/** By code from our server, by its sentence from the original; any other 404 is a proxy's, or of a wrong address. */
function isGone(answer: WatchedAnswer | undefined): boolean {
  return answer?.status === 404 && /"session_not_found"|"Session not found"/.test(answer.text);
}
