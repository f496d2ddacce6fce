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

/** How long a stream may be silent, in milliseconds. The server sends a comment every 15 seconds. */
export interface SilenceLimits {
  /** Then something should have come. */
  readonly overdue: number;
  /** Then the connection is dead. */
  readonly dead: number;
}

const LIMITS: SilenceLimits = { overdue: 17_000, dead: 22_000 };
/** More than the longest line that a server has reason to send. */
const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;

/** An open answer whose events come one by one. */
export class EventStream implements Disposable {
  constructor(
    private readonly response: IncomingMessage,
    private readonly limits = LIMITS,
  ) {}

  /**
   * Calls `onEvent` with each event, and `onOverdue` with true when something should have come and with false when it
   * comes after all; resolves when the stream ends.
   * @throws when the connection breaks or is silent for too long, or what the callbacks throw
   */
  async read(
    onEvent: (event: StreamedEvent) => void,
    onOverdue: (overdue: boolean) => void = () => undefined,
  ): Promise<void> {
    const parser = createParser({
      maxBufferSize: MAX_EVENT_CHARACTERS,
      onEvent: ({ event = 'message', data, id }) => onEvent({ name: event, data: parse(data), id }),
    });
    const silence = setTimeout(
      () => this.response.destroy(new Error('The stream is silent.')),
      this.limits.dead,
    );
    const late = setTimeout(() => onOverdue(true), this.limits.overdue);
    // The connection decides whether the process lives on.
    silence.unref();
    late.unref();
    try {
      for await (const chunk of this.response.setEncoding('utf8')) {
        silence.refresh();
        late.refresh();
        onOverdue(false);
        parser.feed(String(chunk));
      }
    } finally {
      clearTimeout(silence);
      clearTimeout(late);
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
