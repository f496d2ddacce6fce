import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../wait';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** Time passes only when somebody sleeps in the foreground, or a test says so. Chance is always one half. */
export class FakeClock implements Clock {
  /** What was slept in the foreground, in milliseconds. */
  readonly slept: number[] = [];
  private readonly sleepers = new Set<Sleeper>();
  private time = 0;

  /** How many sleep in the background. */
  get waiting(): number {
    return this.sleepers.size;
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const sleeper of this.sleepers) if (sleeper.due <= this.time) sleeper.wake();
  }

  async sleep(
    milliseconds: number,
    signal: AbortSignal,
    place: 'foreground' | 'background' = 'foreground',
  ): Promise<void> {
    signal.throwIfAborted();
    if (place === 'background') return this.sleepInBackground(milliseconds, signal);
    this.slept.push(milliseconds);
    this.advance(milliseconds);
    await setImmediate();
    signal.throwIfAborted();
  }

  private async sleepInBackground(milliseconds: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const sleeper: Sleeper = {
        due: this.time + milliseconds,
        wake: () => {
          this.sleepers.delete(sleeper);
          resolve();
        },
      };
      this.sleepers.add(sleeper);
      signal.addEventListener('abort', sleeper.wake, { once: true });
    });
    signal.throwIfAborted();
  }
}
