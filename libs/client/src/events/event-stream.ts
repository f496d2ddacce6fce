import { IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { createParser } from 'eventsource-parser';
import { type HttpAnswer, readAnswer } from '../http-answer';

/** An event as it came. */
export interface StreamedEvent {
  readonly name: string;
  /** Parsed JSON; `undefined` when it is none. */
  readonly data: unknown;
  /** What to name to resume after it. */
  readonly id: string | undefined;
}

/** Three comments of the server may be lost before its silence means that the connection is dead. */
const SILENCE_LIMIT_MS = 45_000;
/** More than the longest line that a server has reason to send. */
const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;

/** An open answer whose events come one by one. */
export class EventStream implements Disposable {
  constructor(private readonly response: IncomingMessage) {}

  /**
   * Calls `onEvent` with each event; resolves when the stream ends.
   * @throws when the connection breaks or is silent for too long, or what `onEvent` throws
   */
  async read(onEvent: (event: StreamedEvent) => void): Promise<void> {
    const parser = createParser({
      maxBufferSize: MAX_EVENT_CHARACTERS,
      onEvent: ({ event = 'message', data, id }) => onEvent({ name: event, data: parse(data), id }),
    });
    const silence = setTimeout(
      () => this.response.destroy(new Error('The stream is silent.')),
      SILENCE_LIMIT_MS,
    );
    // The connection decides whether the process lives on.
    silence.unref();
    try {
      for await (const chunk of this.response.setEncoding('utf8')) {
        silence.refresh();
        parser.feed(String(chunk));
      }
    } finally {
      clearTimeout(silence);
    }
  }

  /** From now on the connection does not keep the process alive. */
  unref(): void {
    this.response.socket.unref();
  }

  [Symbol.dispose](): void {
    this.response.destroy();
  }
}

/** The events, if that is what came; else what the server says instead. */
export async function readStreamAnswer(status: number, data: unknown): Promise<EventStream | HttpAnswer> {
  if (!(data instanceof IncomingMessage)) return readAnswer(status, undefined);
  const { headers } = data;
  if (status === 200 && /^text\/event-stream\b/.test(headers['content-type'] ?? ''))
    return new EventStream(data);
  return readAnswer(status, await readText(data), headers['location']);
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // An event of later versions; whoever reads it checks what it needs.
    return undefined;
  }
}
