import { setImmediate } from 'node:timers/promises';

/** Gives the event loop turns until `holds` says so; the test's own timeout is the limit. */
export async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await setImmediate();
}
