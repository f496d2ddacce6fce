/** Milliseconds that a command may take: several times what it was seen to take at worst, `up` and `down` of big labs apart. */
const TIMEOUTS: Readonly<Record<string, number>> = {
  version: 30_000,
  create: 180_000,
  inspect: 60_000,
  status: 60_000,
  up: 3_600_000,
  down: 900_000,
  // Of Docker. A daemon that is that slow is asked again by the next look.
  ps: 20_000,
  network: 30_000,
};

const OTHER_MS = 60_000;

/** The time limit of a command of netlab, or of another program, in milliseconds. */
export function timeoutOf([command = '']: readonly string[]): number {
  return TIMEOUTS[command] ?? OTHER_MS;
}
