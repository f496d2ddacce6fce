import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until `holds` says so; rejects after `limitMs`, naming what was waited for. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean> | boolean,
  limitMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`After ${limitMs} ms still not: ${what}`);
    await delay(20);
  }
}
