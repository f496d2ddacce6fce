const DEFAULT_MS = 60_000;
const SHORTEST_MS = 250;

/**
 * How often to give a sign of life, in milliseconds: what the caller said, else often enough that two beats may be
 * lost before the server's limit (`active_timeout` in seconds, which servers of the original do not tell).
 */
export function heartbeatInterval(wanted: number | undefined, activeTimeout: number | undefined): number {
  if (wanted !== undefined) return wanted;
  if (activeTimeout === undefined) return DEFAULT_MS;
  return Math.max(Math.min(DEFAULT_MS, (activeTimeout * 1000) / 3), SHORTEST_MS);
}
