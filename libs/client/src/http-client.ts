import http from 'node:http';
import https from 'node:https';
import { type RouteName, routePath, ROUTES } from '@remote-lab/protocol';
import axios, { type AxiosInstance } from 'axios';
import { RemoteLabError } from './errors';
import { type EventStream, readStreamAnswer } from './events/event-stream';
import { type HttpAnswer, isPassing, readAnswer } from './http-answer';
import { networkError } from './network-error';
import { redirectBase } from './redirect-base';
import { shownUrl } from './server-url';
import { type Clock, withJitter } from './wait';
import type { WatchedRequest } from './watchdog/watchdog-orders';
import { withDeadline } from './with-deadline';

const ATTEMPTS = 3;
const RETRY_DELAY_MS = 200;

/** One request, whatever its answer is used for. */
export interface HttpRequest {
  readonly route: RouteName;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Form data, or an object that is sent as JSON. */
  readonly body?: FormData | object;
  /** Milliseconds for all attempts together; the client's request timeout when absent. */
  readonly timeout?: number;
  /** What the timeout rejects with; a `request_timeout` when absent. */
  readonly timeoutError?: () => Error;
  readonly signals?: readonly AbortSignal[];
  /**
   * Whether sending it twice does what sending it once does. Only then it is sent again after a broken
   * connection or a passing 502, 503 or 504, and only then it travels on a kept connection, which the other
   * side may be about to close.
   */
  readonly repeatable: boolean;
}

/** Owns the connections to one server. */
export class HttpClient {
  private readonly kept: readonly [http.Agent, https.Agent];
  private readonly fresh: readonly [http.Agent, https.Agent];
  // Not shown when somebody prints an object that this one is part of: these have the token, or a password.
  readonly #axios: AxiosInstance;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #baseUrl: URL;

  constructor(
    baseUrl: URL,
    private readonly requestTimeout: number,
    private readonly clock: Clock,
    token?: string,
  ) {
    this.#baseUrl = baseUrl;
    this.kept = [new http.Agent({ keepAlive: true }), new https.Agent({ keepAlive: true })];
    this.fresh = [new http.Agent({ keepAlive: false }), new https.Agent({ keepAlive: false })];
    this.#headers = {
      'User-Agent': 'remote-lab-client',
      Accept: 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    };
    this.#axios = axios.create({
      headers: { ...this.#headers },
      // A redirected POST would lose its body; the address to use instead is told to the caller.
      maxRedirects: 0,
      responseType: 'text',
      transformResponse: [],
      validateStatus: () => true,
    });
  }

  /**
   * Resolves with the answer whatever its status.
   * @throws RemoteLabError `server_unreachable` or `request_timeout`, or the reason of a signal
   */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const timeout = request.timeout ?? this.requestTimeout;
    const timeoutError = request.timeoutError ?? (() => this.requestTimeoutError(request, timeout));
    return withDeadline(timeout, timeoutError, request.signals ?? [], async (signal) => {
      for (let attempt = 1; ; attempt++) {
        const last = !request.repeatable || attempt === ATTEMPTS;
        const answer = await this.attempt(request, signal);
        if (answer instanceof RemoteLabError) {
          if (last) throw answer;
        } else if (last || !isPassing(answer)) {
          return answer;
        }
        await this.clock.sleep(withJitter(RETRY_DELAY_MS * attempt, this.clock), signal);
      }
    });
  }

  /**
   * Opens a stream of events, on a connection of its own; resolves with the answer when the server has none to give.
   * @throws as {@link send}
   */
  async openStream(request: Omit<HttpRequest, 'repeatable' | 'body'>): Promise<EventStream | HttpAnswer> {
    const timeout = request.timeout ?? this.requestTimeout;
    const late = (): Error => this.requestTimeoutError(request, timeout);
    return withDeadline(timeout, late, request.signals ?? [], async (signal) => {
      const [httpAgent, httpsAgent] = this.fresh;
      try {
        const response = await this.#axios.request<unknown>({
          method: ROUTES[request.route].method,
          url: this.address(request.route, request.parameters),
          params: request.query,
          headers: { ...request.headers, Accept: 'text/event-stream', 'Accept-Encoding': 'identity' },
          responseType: 'stream',
          signal,
          httpAgent,
          httpsAgent,
        });
        return await readStreamAnswer(response.status, response.data);
      } catch (error) {
        signal.throwIfAborted();
        throw networkError(error, shownUrl(this.#baseUrl));
      }
    });
  }

  /** The request as somebody without this client would send it; one that has no body. */
  describe({ route, parameters, query, headers }: Omit<HttpRequest, 'repeatable'>): WatchedRequest {
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
    return {
      method: ROUTES[route].method,
      url: this.address(route, parameters) + search,
      headers: { ...this.#headers, ...headers },
    };
  }

  /** Closes every connection; a later request opens new ones. */
  destroy(): void {
    for (const agent of [...this.kept, ...this.fresh]) agent.destroy();
  }

  private address(route: RouteName, parameters?: Readonly<Record<string, string>>): string {
    return this.#baseUrl.href.replace(/\/$/, '') + routePath(route, parameters);
  }

  private async attempt(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | RemoteLabError> {
    const [httpAgent, httpsAgent] = request.repeatable ? this.kept : this.fresh;
    const url = this.address(request.route, request.parameters);
    try {
      const response = await this.#axios.request<unknown>({
        method: ROUTES[request.route].method,
        url,
        params: request.query,
        headers: request.headers,
        data: request.body,
        signal,
        httpAgent,
        httpsAgent,
      });
      const location: unknown = response.headers['location'];
      return {
        ...readAnswer(response.status, response.data),
        from: shownUrl(this.#baseUrl),
        ...(typeof location === 'string' && {
          location: redirectBase(location, url, routePath(request.route, request.parameters)),
        }),
      };
    } catch (error) {
      signal.throwIfAborted();
      return networkError(error, shownUrl(this.#baseUrl));
    }
  }

  private requestTimeoutError({ route }: Pick<HttpRequest, 'route'>, timeout: number): RemoteLabError {
    const { method, path } = ROUTES[route];
    return new RemoteLabError(
      'request_timeout',
      `${method} ${path} got no answer from ${shownUrl(this.#baseUrl)} within ${timeout / 1000} s. ` +
        'Is the server overloaded, or the network slow? The timeouts of the client can be raised.',
    );
  }
}
