import type { SystemClock } from './system-clock';

/** Fake networks that are to end. */
export interface EndingNetworks extends AsyncDisposable {
  /** At once, without waiting. */
  kill(): void;
}

/** Stops all fake networks; kills those that still run after `deadlineMs`. Says what could not be done; never rejects. */
export async function endNetworks(
  networks: EndingNetworks,
  clock: Pick<SystemClock, 'after'>,
  deadlineMs: number,
): Promise<readonly string[]> {
  const ended = networks[Symbol.asyncDispose]().then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  let timer: Disposable | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = clock.after(deadlineMs, () => {
      networks.kill();
      resolve([`Fake networks did not stop within ${deadlineMs} ms and were killed.`]);
    });
  });
  const left = await Promise.race([ended, late]);
  timer?.[Symbol.dispose]();
  return left;
}
