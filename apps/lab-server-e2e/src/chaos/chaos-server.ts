/** Options of the server under chaos: short timeouts, so that the dead are found within seconds. */
export const CHAOS_SERVER_OPTIONS = [
  '--active-timeout',
  '2',
  '--waiting-timeout',
  '4',
  '--idle-ttl',
  '1',
] as const;

/** Longer than every timeout of that server together. */
export const CHAOS_SETTLE_MS = 60_000;
