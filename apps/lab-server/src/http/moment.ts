import type { SystemClock } from '../system-clock';

/** Something that happens once, or never. */
export class Moment {
  readonly happened: Promise<void>;
  /** It has happened. */
  happen: () => void = () => undefined;

  constructor() {
    this.happened = new Promise((resolve) => (this.happen = resolve));
  }
}

/** A pause that somebody may no longer be interested in. */
export interface Pause extends Disposable {
  /** Resolves when it is over, and not once it has been disposed of before. */
  readonly over: Promise<void>;
}

/** A pause of so many milliseconds, at least until everything that needs no time has been done. */
export function pause(clock: Pick<SystemClock, 'after'>, ms: number): Pause {
  const over = new Moment();
  if (ms === 0) {
    const turn = setImmediate(over.happen);
    return { over: over.happened, [Symbol.dispose]: () => clearImmediate(turn) };
  }
  const timer = clock.after(ms, over.happen);
  return { over: over.happened, [Symbol.dispose]: () => timer[Symbol.dispose]() };
}
