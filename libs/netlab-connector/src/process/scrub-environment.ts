/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What netlab must not inherit. Every `NETLAB_A_B` becomes `defaults.a.b` and beats the topology, colours get into
 * JSON, and a topology's own code has no business with the server's settings or with those of its supervisor.
 */
const DROPPED = [
  /^NETLAB_/,
  /^(NEOPS|REMOTE_LAB)_/,
  /^(FORCE_COLOR|CLICOLOR|CLICOLOR_FORCE|ANSIBLE_FORCE_COLOR)$/,
  /^(LC_.*|LANGUAGE|LINES|TERM|PYTHONHASHSEED|PYTHONOPTIMIZE)$/,
  /^(NODE_OPTIONS|NODE_CHANNEL_.*|JEST_WORKER_ID|npm_.*)$/,
  /^(PG[A-Z]+|DATABASE_URL)$/,
  /^(NOTIFY_SOCKET|INVOCATION_ID|JOURNAL_STREAM|STATE_DIRECTORY|LISTEN_(FDS|PID|FDNAMES)|WATCHDOG_.*)$/,
];

/** What makes netlab's output whole, uncoloured and readable: without COLUMNS it cuts YAML at 80 columns. */
const FIXED = {
  NO_COLOR: '1',
  TERM: 'dumb',
  COLUMNS: '10000',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  PYTHONIOENCODING: 'utf-8',
  PYTHONUNBUFFERED: '1',
} as const;

/** The environment of a netlab process: that of the server, cleaned, with `extra` on top. */
export function scrubEnvironment(
  environment: Environment,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || DROPPED.some((pattern) => pattern.test(name)) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), ...FIXED, ...extra };
}
