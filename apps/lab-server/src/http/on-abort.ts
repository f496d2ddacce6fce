/** Runs once when the signal aborts, at once when it has; what it does may take its time, failures are its own affair. */
export function onAbort(signal: AbortSignal, run: () => Promise<unknown>): void {
  const begin = (): void => {
    run().catch(() => undefined);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
}
