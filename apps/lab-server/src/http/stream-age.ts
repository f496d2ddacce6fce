/** However patient the leases are, a client that has vanished must not pass for alive much longer than this. */
const LONGEST_MS = 120_000;

/**
 * After how many milliseconds a stream is ended by the server. A connection whose peer has vanished stays open for a
 * quarter of an hour while the system sends again what nobody acknowledges, so an open stream proves little; that its
 * client comes back does. No longer than the shorter lease, hence such a client is gone after two leases at most;
 * `random`, from 0 to 1, makes it down to half of that, so that those who came together do not all come back together.
 */
export function streamAge(
  { waitingMs, activeMs }: { readonly waitingMs: number; readonly activeMs: number },
  random: number,
): number {
  return Math.min(waitingMs, activeMs, LONGEST_MS) * (1 - random / 2);
}
