import { SESSION_HEADER } from '@remote-lab/protocol';
import { RemoteLabError, SessionLostError } from './errors';
import { type HttpAnswer, isSuccess } from './http-answer';
import type { HttpClient, HttpRequest } from './http-client';
import { readRefusal, type Refusal, refusalError } from './refusal';
import { sessionLost } from './session-lost';

/** A request that is made in the session's name. */
export interface SessionRequest extends HttpRequest {
  /** The error for a refusal, where the usual one will not do. */
  readonly toError?: (refusal: Refusal) => Error;
}

/**
 * Speaks to the server in the name of one session.
 *
 * - open: from the start; calls go through. Leaves when the server does not know the session any more (lost), or
 *   when {@link close} is called (closed).
 * - lost: calls, also pending ones, reject with the SessionLostError. Final.
 * - closed: calls, also pending ones, reject with `client_closed`. Final.
 */
export class SessionChannel {
  private readonly ending = new AbortController();

  constructor(
    private readonly http: HttpClient,
    readonly sessionId: string,
    private readonly name: string | undefined,
    onLost: (error: SessionLostError) => void,
  ) {
    // As a listener: called once however many calls find out, and what it throws does not pass for their failure.
    this.ended.addEventListener('abort', () => {
      const reason: unknown = this.ended.reason;
      if (reason instanceof SessionLostError) onLost(reason);
    });
  }

  /** Aborts when the session is lost or the channel closed, with the error that calls then reject with. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /**
   * Resolves with the answer when it is a success.
   * @throws SessionLostError, RemoteLabError, or the reason of one of `request.signals`
   */
  async call({ toError = refusalError, ...request }: SessionRequest): Promise<HttpAnswer> {
    const answer = await this.http.send({
      ...request,
      headers: { ...request.headers, [SESSION_HEADER]: this.sessionId },
      signals: [this.ended, ...(request.signals ?? [])],
    });
    if (isSuccess(answer)) return answer;
    const refusal = readRefusal(answer);
    throw refusal.code === 'session_not_found' ? this.lose(refusal) : toError(refusal);
  }

  /** Rejects what is pending and whatever comes later. */
  close(): void {
    this.ending.abort(
      new RemoteLabError('client_closed', 'The client has been closed, and its session with it.'),
    );
  }

  private lose(refusal: Refusal): SessionLostError {
    const error = sessionLost(this.name, refusal);
    this.ending.abort(error);
    return error;
  }
}
