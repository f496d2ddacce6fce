import type { LabClock } from './lab-clock';

/** A signal that aborts after `ms` milliseconds of this clock, unless disposed before. */
export function deadline(clock: LabClock, ms: number): Disposable & { readonly signal: AbortSignal } {
  const abort = new AbortController();
  const timer = clock.after(ms, () => abort.abort());
  return { signal: abort.signal, [Symbol.dispose]: () => timer[Symbol.dispose]() };
}
