import { setImmediate } from 'node:timers/promises';

const GIVE_UP_MS = 10_000;

/** Gives the event loop turns until `holds` says so; rejects after ten seconds, so that a test cannot run for ever. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`It still does not hold after ${GIVE_UP_MS} ms: ${holds.toString()}`);
    await setImmediate();
  }
}
