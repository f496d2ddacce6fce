import { type SessionStatusResponseDto, sessionStatusResponseDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { type HttpAnswer, isPassing, isSuccess, propertyOf } from './http-answer';
import type { HttpClient } from './http-client';
import { readRefusal, refusalError } from './refusal';
import type { SessionChannel } from './session-channel';

/** Below the 30 s after which many a proxy thinks that the server is stuck. */
const LONGEST_S = 20;
const SHORTEST_S = 5;
/** What is said by those between client and server who do not want to wait any longer. */
const IMPATIENT: ReadonlySet<number> = new Set([408, 504, 524]);

/** What a look needs to know. */
export interface Look {
  /** Sessions ahead, as far as they are known. */
  readonly position: number | undefined;
  /** Milliseconds that are left for waiting; `timeoutError` makes the error for when they are over. */
  readonly remaining: number;
  readonly timeoutError: () => Error;
  readonly signal: AbortSignal;
}

/**
 * Looks at the session in the queue, one look after the other.
 *
 * - plain: at first, after a look that failed, and while it is not known who is ahead; the server answers at once.
 *   Leaves with an answer (patient).
 * - patient: the server holds its answer back until something changes. Leaves when no answer comes (plain).
 */
export class QueueLook {
  private plain = true;
  private longest = LONGEST_S;

  constructor(
    private readonly http: HttpClient,
    private readonly channel: SessionChannel,
    private readonly requestTimeout: number,
  ) {}

  /**
   * How the session stands; `undefined` when somebody on the way would not wait until something changed.
   * @throws SessionLostError, RemoteLabError, or what `look` says for the end of time
   */
  async take(look: Look): Promise<SessionStatusResponseDto | undefined> {
    const ahead = this.plain ? 0 : (look.position ?? 0);
    const held = ahead > 0 ? Math.min(this.longest, Math.floor(look.remaining / 1000)) : 0;
    this.plain = true;
    try {
      const answer = await this.send(look, held);
      if (held > 0 && IMPATIENT.has(answer.status)) return this.waitLess();
      const status = this.read(answer);
      this.plain = false;
      return status;
    } catch (error) {
      if (held > 0 && propertyOf(error, 'code') === 'request_timeout') return this.waitLess();
      throw error;
    }
  }

  private waitLess(): undefined {
    this.longest = Math.max(this.longest / 2, SHORTEST_S);
  }

  private send({ position, remaining, timeoutError, signal }: Look, held: number): Promise<HttpAnswer> {
    const patience = this.requestTimeout + held * 1000;
    return this.http.send({
      route: 'sessionStatus',
      parameters: { session_id: this.channel.sessionId },
      ...(held > 0 && { query: { wait: String(held), position: String(position) } }),
      timeout: Math.min(patience, remaining),
      ...(remaining <= patience && { timeoutError }),
      signals: [signal],
      // A long one is not sent again by itself: a plain one comes first, which tells whether the server is well.
      repeatable: held === 0,
    });
  }

  private read(answer: HttpAnswer): SessionStatusResponseDto {
    if (isSuccess(answer)) return lenientStatus(answer);
    const refusal = readRefusal(answer);
    if (refusal.code === 'session_not_found') throw this.channel.lose(refusal);
    if (isPassing(answer)) throw new RemoteLabError('server_unreachable', refusal.message, refusal);
    throw refusalError(refusal);
  }
}

/** Takes what there is: later servers may know more states, and the original gives a position below 0 at times. */
function lenientStatus({ status, body }: HttpAnswer): SessionStatusResponseDto {
  if (sessionStatusResponseDto.is(body)) return body;
  if (typeof propertyOf(body, 'status') !== 'string')
    throw new RemoteLabError(
      'unexpected_answer',
      'The answer about the session has no status. Is there a lab server at this address?',
      { status },
    );
  return { status: 'waiting', position: -1 };
}
