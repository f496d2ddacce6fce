import type { Request, Response } from 'express';
import type { EventSink, StreamedMessage } from '../events/event-sink';
import type { HttpContext } from './services';

/** Proxies cut connections on which nothing is said; usual limits are 30 s and more. */
const KEEP_ALIVE_MS = 15_000;
/** How soon the system asks whether a silent peer is still there. */
const PROBE_AFTER_MS = 5_000;
/** How soon a client that was cut off comes back. */
const RETRY_MS = 1_000;
/** Whoever has not read this much is cut off, and can resume: memory is not for slow readers. */
const MOST_UNSENT_BYTES = 2 * 1024 * 1024;

const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  // nginx buffers answers unless told not to.
  'X-Accel-Buffering': 'no',
};

/**
 * An answer that goes on: events as they happen.
 *
 * - open: from its making on; says something at least every 15 s.
 * - ended: by `end`, by the server's going down, by the client, or because that reads too slowly; the connection is closed
 *   or closing, and what is sent is dropped.
 */
export class EventStream implements EventSink {
  readonly #response: Response;
  readonly #context: Pick<HttpContext, 'clock' | 'lifecycle' | 'logger'>;
  #keepAlive: Disposable | undefined;

  /** Answers with the head of the stream. */
  constructor(
    request: Request,
    response: Response,
    context: Pick<HttpContext, 'clock' | 'lifecycle' | 'logger'>,
  ) {
    this.#response = response;
    this.#context = context;
    const { draining } = context.lifecycle;
    const end = (): void => this.end();
    this.onClose(() => {
      this.#keepAlive?.[Symbol.dispose]();
      draining.removeEventListener('abort', end);
    });
    request.socket.setKeepAlive(true, PROBE_AFTER_MS);
    response.writeHead(200, HEADERS);
    this.#write(`: \nretry: ${RETRY_MS}\n\n`);
    this.#sayAlive();
    draining.addEventListener('abort', end);
    if (draining.aborted) this.end();
  }

  /** Runs once when nobody can be told anything any more. */
  onClose(run: () => void): void {
    if (this.#response.closed) run();
    else this.#response.once('close', run);
  }

  send({ id, event, data }: StreamedMessage): void {
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
  }

  end(): void {
    this.#response.end();
  }

  #sayAlive(): void {
    this.#keepAlive = this.#context.clock.after(KEEP_ALIVE_MS, () => {
      this.#write(': \n\n');
      this.#sayAlive();
    });
  }

  #write(text: string): void {
    const response = this.#response;
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength <= MOST_UNSENT_BYTES) return;
    this.#context.logger.info('An event stream was cut off because its client does not read it.');
    response.destroy();
  }
}
