import type { Request, Response } from 'express';
import type { EventSink, StreamedMessage } from '../events/event-sink';
import type { HttpContext } from './services';
import { streamAge } from './stream-age';

/** Proxies cut connections on which nothing is said; usual limits are 30 s and more. */
const KEEP_ALIVE_MS = 15_000;
/**
 * How soon the system asks whether a silent peer is still there. It asks only while nothing that was sent is unacknowledged,
 * so this finds out early about some of those who vanish; the age of the stream is what bounds it for all.
 */
const PROBE_AFTER_MS = 3_000;
/** How long a stream that has ended may take to deliver its last words. */
const LAST_WORDS_MS = 10_000;
/** How soon a client that was cut off comes back. */
const RETRY_MS = 1_000;
/** Whoever has not read this much beside a single message is cut off, and can resume: memory is not for slow readers. */
const MOST_UNSENT_BYTES = 2 * 1024 * 1024;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  // nginx buffers answers unless told not to.
  'X-Accel-Buffering': 'no',
};

/** What of the surroundings a stream needs. */
export type StreamContext = Pick<HttpContext, 'clock' | 'lifecycle' | 'logger' | 'random' | 'timeouts'>;

/**
 * An answer that goes on: events as they happen.
 *
 * - open: from its making on; says something at least every 15 s.
 * - ended: by `end`, by its age, by the server's going down, by the client, or because that reads too slowly. What is sent
 *   is dropped. The connection closes when the client has what was sent before, or has not taken it within ten seconds.
 */
export class EventStream implements EventSink {
  readonly #response: Response;
  readonly #context: StreamContext;
  readonly #atEnd: (() => void)[] = [];
  #ended = false;
  /** In bytes, of the messages so far. */
  #longest = 0;
  #keepAlive: Disposable | undefined;

  /** Answers with the head of the stream. */
  constructor(request: Request, response: Response, context: StreamContext) {
    this.#response = response;
    this.#context = context;
    const { clock, random, timeouts } = context;
    const { draining } = context.lifecycle;
    const end = (): void => this.end();
    const age = clock.after(streamAge(timeouts, random()), end);
    this.onEnd(() => {
      age[Symbol.dispose]();
      this.#keepAlive?.[Symbol.dispose]();
      draining.removeEventListener('abort', end);
    });
    if (response.closed) this.#enterEnded();
    else response.once('close', () => this.#enterEnded());
    request.socket.setKeepAlive(true, PROBE_AFTER_MS);
    response.writeHead(200, HEADERS);
    this.#write(`: \nretry: ${RETRY_MS}\n\n`);
    this.#sayAlive();
    draining.addEventListener('abort', end);
    if (draining.aborted) this.end();
  }

  /** Runs once when the stream has ended, whether or not its connection has noticed; at once when it has already. */
  onEnd(run: () => void): void {
    if (this.#ended) run();
    else this.#atEnd.push(run);
  }

  send({ id, event, data }: StreamedMessage): void {
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
  }

  end(): void {
    if (this.#ended) return;
    const response = this.#response;
    response.end();
    this.#enterEnded();
    if (response.closed) return;
    // To nobody who has vanished they are ever delivered, and they must not hold up the end of the server.
    const lastWords = this.#context.clock.after(LAST_WORDS_MS, () => response.destroy());
    response.once('close', () => lastWords[Symbol.dispose]());
  }

  #enterEnded(): void {
    this.#ended = true;
    for (const run of this.#atEnd.splice(0)) run();
  }

  #sayAlive(): void {
    this.#keepAlive = this.#context.clock.after(KEEP_ALIVE_MS, () => {
      this.#write(': \n\n');
      this.#sayAlive();
    });
  }

  #write(text: string): void {
    const response = this.#response;
    if (this.#ended) return;
    // A message of any size may be told, and as long again may what came before it: once more than that waits it is the reader.
    if (response.writableLength <= MOST_UNSENT_BYTES + this.#longest) {
      this.#longest = Math.max(this.#longest, Buffer.byteLength(text));
      response.write(text);
      return;
    }
    this.#context.logger.info('An event stream was cut off because its client does not read it.');
    this.#enterEnded();
    response.destroy();
  }
}
