import { SESSION_HEADER } from '@remote-lab/protocol';
import { RemoteLabError, type RemoteLabErrorDetails, type SessionLostError } from './errors';
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
 * - closed: calls, also pending ones, reject with `client_closed`; what gives something back still goes through.
 *   Leaves with {@link finish}, or when it turns out that the session is gone.
 * - finished: nothing is left to be given back. Final.
 */
export class SessionChannel {
  private readonly ending = new AbortController();
  private readonly finishing = new AbortController();

  constructor(
    private readonly http: HttpClient,
    readonly sessionId: string,
    /** The session's public name, once it is known. */
    public name: string | undefined,
    /** Whether somebody else opened the session. */
    private readonly adopted = false,
  ) {}

  /** Aborts when the session is lost or the channel closed, with the error that calls then reject with. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Aborts when the session is lost or the channel finished: there is nothing to be given back any more. */
  get over(): AbortSignal {
    return this.finishing.signal;
  }

  /**
   * Resolves with the answer when it is a success.
   * @throws SessionLostError, RemoteLabError, or the reason of one of `request.signals`
   */
  async call(request: SessionRequest): Promise<HttpAnswer> {
    return this.send(request, this.ended);
  }

  /** As {@link call}, but goes through on a closed channel, too: for what is given back. */
  async callAtEnd(request: SessionRequest): Promise<HttpAnswer> {
    return this.send(request, this.over);
  }

  /** The session is gone: rejects what is pending, and whatever comes later, with the returned error. */
  lose(why: RemoteLabErrorDetails): SessionLostError {
    const error = sessionLost({ name: this.name, adopted: this.adopted }, why);
    this.ending.abort(error);
    this.finishing.abort(error);
    return error;
  }

  /** Rejects what is pending and whatever comes later, except what gives something back. */
  close(): void {
    this.ending.abort(new RemoteLabError('client_closed', 'The client has been closed.'));
  }

  /** The session has ended, or holds nothing of this client any more. */
  finish(): void {
    this.close();
    this.finishing.abort(this.ended.reason);
  }

  private async send({ toError = refusalError, ...request }: SessionRequest, until: AbortSignal) {
    const answer = await this.http.send({
      ...request,
      headers: { ...request.headers, [SESSION_HEADER]: this.sessionId },
      signals: [until, ...(request.signals ?? [])],
    });
    if (isSuccess(answer)) return answer;
    const refusal = readRefusal(answer);
    throw refusal.code === 'session_not_found' ? this.lose(refusal) : toError(refusal);
  }
}
