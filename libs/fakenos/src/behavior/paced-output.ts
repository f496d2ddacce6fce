import type { ShellSink } from '../engine/shell-options';
import type { Scheduler } from './scheduler';

interface Piece {
  readonly text: string;
  readonly stream: 'error' | undefined;
}

const TICK_MS = 50;

/**
 * Text on its way to a client that gets it late, slowly, or both.
 *
 * - idle: nothing waits; what is written goes straight through.
 * - thinking: from `think` until its time is over; what is written waits.
 * - printing: what waits goes out, some of it each tick where there is a speed.
 * - blocked: the client asked for a pause; left with `resume`.
 * - stopped: the session has ended, or its client is gone; nothing is written any more.
 */
export class PacedOutput {
  readonly #sink: ShellSink;
  readonly #scheduler: Scheduler;
  readonly #speed: () => number | undefined;
  readonly #onIdle: () => void;
  #pieces: Piece[] = [];
  #status: number | undefined;
  #giveUp: (() => void) | undefined;
  /** When the last `think` is over; printing waits for moments only, and is not hurried. */
  #thinksUntil = -Infinity;
  #blocked = false;
  #stopped = false;

  /** `speed` is in characters a second, `onIdle` is called when something waited and nothing does any more. */
  constructor(sink: ShellSink, scheduler: Scheduler, speed: () => number | undefined, onIdle: () => void) {
    this.#sink = sink;
    this.#scheduler = scheduler;
    this.#speed = speed;
    this.#onIdle = onIdle;
  }

  get busy(): boolean {
    return this.#blocked || this.#giveUp !== undefined || this.#pieces.length > 0;
  }

  /** What is written from now on waits so long. */
  think(delayMs: number): void {
    if (delayMs <= 0 || this.#giveUp) return;
    this.#thinksUntil = this.#scheduler.now() + delayMs;
    this.#wait(delayMs);
  }

  /** What waits because of `think` waits no longer than this from now. */
  hurry(mostMs: number): void {
    if (!this.#giveUp || this.#thinksUntil - this.#scheduler.now() <= mostMs) return;
    this.#giveUp();
    this.#thinksUntil = this.#scheduler.now() + mostMs;
    this.#wait(mostMs);
  }

  /** False asks to be left alone until it is idle. */
  write(text: string, stream?: 'error'): boolean {
    if (text === '' || this.#stopped) return true;
    this.#pieces.push({ text, stream });
    if (this.#blocked || this.#giveUp) return false;
    this.#print();
    return !this.busy;
  }

  /** After all that waits. */
  end(status: number): void {
    this.#status = status;
    if (!this.busy) this.#finish(status);
  }

  /** The client takes text again. */
  resume(): void {
    if (!this.#blocked) return;
    this.#blocked = false;
    this.#goOn();
  }

  stop(): void {
    this.#stopped = true;
    this.#giveUp?.();
    this.#giveUp = undefined;
    this.#pieces = [];
  }

  #wait(delayMs: number): void {
    this.#giveUp = this.#scheduler.after(delayMs, () => {
      this.#giveUp = undefined;
      this.#goOn();
    });
  }

  #goOn(): void {
    this.#print();
    if (!this.busy) this.#idle();
  }

  #idle(): void {
    if (this.#stopped) return;
    if (this.#status !== undefined) this.#finish(this.#status);
    else this.#onIdle();
  }

  #print(): void {
    while (!this.#blocked && !this.#giveUp) {
      const piece = this.#pieces.shift();
      if (!piece) return;
      const speed = this.#speed();
      const taken = speed === undefined ? piece.text : firstCharacters(piece.text, (speed * TICK_MS) / 1_000);
      if (taken.length < piece.text.length)
        this.#pieces.unshift({ ...piece, text: piece.text.slice(taken.length) });
      this.#blocked = !this.#sink.write(taken, piece.stream);
      if (speed !== undefined) this.#wait((taken.length / speed) * 1_000);
    }
  }

  #finish(status: number): void {
    if (this.#stopped) return;
    this.stop();
    this.#sink.end(status);
  }
}

/** So many, at least one, and no half of one. */
function firstCharacters(text: string, count: number): string {
  const end = Math.max(1, Math.floor(count));
  const splits = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return text.slice(0, splits ? end + 1 : end);
}
