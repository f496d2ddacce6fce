import http from 'node:http';
import https from 'node:https';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { WatchedRequest } from './watchdog-orders';

/** What came back. */
export interface WatchedAnswer {
  readonly status: number;
  readonly text: string;
}

/** Sends one request; rejects when no whole answer is there after `timeout` milliseconds. */
export type SendWatched = (request: WatchedRequest, timeout: number) => Promise<WatchedAnswer>;

const PROXY_VARIABLE = /^(?:https?|all)_proxy$/i;

/** The way to the server that the client takes, too: through the proxy that the environment names, else directly. */
export function watchedSender(variables: NodeJS.ProcessEnv): SendWatched {
  const proxied = Object.entries(variables).some(
    ([name, value]) => PROXY_VARIABLE.test(name) && value !== '',
  );
  return proxied ? sendThroughProxy : sendDirectly;
}

async function sendDirectly(
  { method, url, headers }: WatchedRequest,
  timeout: number,
): Promise<WatchedAnswer> {
  const finished = new AbortController();
  const answer = new Promise<WatchedAnswer>((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    // A new connection each time: a kept one may be gone just when it is needed.
    const sent = request(url, { method, headers, agent: false, signal: finished.signal });
    sent.on('error', reject);
    sent.on('response', (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    sent.end();
  });
  const late = delay(timeout, undefined, { signal: finished.signal }).then(() => {
    throw new Error(`No answer within ${timeout} ms.`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    finished.abort();
  }
}

/** Loaded only where it is needed: it doubles the time that the watchdog needs to start. */
async function sendThroughProxy(
  { method, url, headers }: WatchedRequest,
  timeout: number,
): Promise<WatchedAnswer> {
  const { default: axios } = await import('axios');
  const response = await axios.request<unknown>({
    method,
    url,
    headers: { ...headers },
    signal: AbortSignal.timeout(timeout),
    maxRedirects: 0,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
  return { status: response.status, text: String(response.data) };
}
