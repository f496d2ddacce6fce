import { setImmediate } from 'node:timers/promises';
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

/** Resolves after so many milliseconds, at the earliest when everything that needs no time has been done. */
export async function pause(clock: Pick<SystemClock, 'after'>, ms: number): Promise<void> {
  if (ms === 0) await setImmediate();
  else await new Promise<void>((resolve) => void clock.after(ms, resolve));
}
