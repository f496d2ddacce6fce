import { get } from 'node:http';

/** An event stream as it comes over the wire. */
export interface EventText extends Disposable {
  /** All that came so far. */
  text(): string;
  /** Whether the connection is over, however that came. */
  over(): boolean;
}

/** Opens the event stream of a session. */
export function listen(url: string, session: string, lastEventId?: string): EventText {
  let text = '';
  let over = false;
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const request = get(`${url}/session/${session}/events`, { agent: false, headers }, (response) => {
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('error', () => undefined).on('close', () => (over = true));
  });
  // Also a server that is not there is an end.
  request.on('error', () => (over = true));
  return { text: () => text, over: () => over, [Symbol.dispose]: () => void request.destroy() };
}
