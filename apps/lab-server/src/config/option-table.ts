/** How an option's text becomes its value; an error message says what was expected. */
export type OptionKind =
  | { readonly type: 'text' }
  | { readonly type: 'flag' }
  | { readonly type: 'port' }
  | { readonly type: 'seconds'; readonly minimum: number }
  /** `NAME=VALUE`, any number of times; several in one text are separated by blanks. */
  | { readonly type: 'settings'; readonly prefix: string }
  /** Any number of times; several in one text are separated by commas. `of` says what one is. */
  | { readonly type: 'list'; readonly of: string }
  | { readonly type: 'choice'; readonly values: readonly string[] };

/** One option of lab-server: from it come the parser, `--help`, and the table in docs/configuration.md. */
export interface OptionRow {
  /** Its name as a flag and as a key of the configuration file. */
  readonly name: string;
  readonly kind: OptionKind;
  /** Its environment variable; absent for what makes sense on the command line only. */
  readonly environment?: string;
  /** In the option's own notation; absent when the default depends on the machine, see `defaultWords`. */
  readonly defaultText?: string;
  readonly defaultWords?: string;
  readonly help: string;
}

/** Every option, in the order of `--help`. */
export const OPTIONS = [
  {
    name: 'host',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_HOST',
    defaultText: '0.0.0.0',
    help: 'Address to listen on; fake devices listen there too.',
  },
  {
    name: 'port',
    kind: { type: 'port' },
    environment: 'REMOTE_LAB_PORT',
    defaultText: '8000',
    help: 'TCP port; 0 takes a free one.',
  },
  {
    name: 'backend',
    kind: { type: 'choice', values: ['auto', 'netlab', 'fakenos'] },
    environment: 'REMOTE_LAB_BACKEND',
    defaultText: 'auto',
    help: 'What builds the labs. auto takes netlab where netlab and Docker work, else fake devices.',
  },
  {
    name: 'topology-policy',
    kind: { type: 'choice', values: ['trusted', 'restricted'] },
    environment: 'REMOTE_LAB_TOPOLOGY_POLICY',
    defaultText: 'trusted',
    help: 'What uploads may hold. trusted: anything, so that with netlab whoever may upload is root on this host. restricted: plain topologies only.',
  },
  {
    name: 'topology-reader',
    kind: { type: 'choice', values: ['auto', 'netlab', 'builtin'] },
    environment: 'REMOTE_LAB_TOPOLOGY_READER',
    defaultText: 'auto',
    help: 'Who works out the topology for fake devices. auto takes netlab where it is installed; builtin runs nothing of an upload.',
  },
  {
    name: 'netlab-env',
    kind: { type: 'settings', prefix: 'NETLAB_' },
    environment: 'REMOTE_LAB_NETLAB_ENV',
    defaultWords: 'none',
    help: 'NETLAB_NAME=VALUE for every netlab command, which gets no other NETLAB_ variable; repeatable.',
  },
  {
    name: 'reclaim',
    kind: { type: 'flag' },
    environment: 'REMOTE_LAB_RECLAIM',
    defaultText: 'false',
    help: 'At start, also tear down netlab labs that this server did not start.',
  },
  {
    name: 'start-timeout',
    kind: { type: 'seconds', minimum: 1 },
    environment: 'REMOTE_LAB_START_TIMEOUT',
    defaultText: '3600',
    help: 'Seconds that building a lab may take before it is given up.',
  },
  {
    name: 'teardown-timeout',
    kind: { type: 'seconds', minimum: 1 },
    environment: 'REMOTE_LAB_TEARDOWN_TIMEOUT',
    defaultText: '900',
    help: "Seconds that netlab's down may take before stronger means are tried.",
  },
  {
    name: 'guard-dir',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_GUARD_DIR',
    defaultText: '/run/lock/remote-lab',
    help: 'Folder of the lock that keeps netlab to one server on this host; the same for all servers, containers included.',
  },
  {
    name: 'state-dir',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_STATE_DIR',
    defaultWords: '$STATE_DIRECTORY, else $XDG_STATE_HOME/remote-lab, else ~/.local/state/remote-lab',
    help: 'Folder for the queue, the locks and uploads in progress. One server per state dir.',
  },
  {
    name: 'database',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_DATABASE',
    defaultWords: 'queue.db in the state dir',
    help: "SQLite file that keeps the queue, or 'memory' to forget it at exit.",
  },
  {
    name: 'ephemeral',
    kind: { type: 'flag' },
    help: 'A private server for one run of tests: state in a new temporary folder, queue in memory, and it stops when its standard input ends.',
  },
  {
    name: 'waiting-timeout',
    kind: { type: 'seconds', minimum: 1 },
    environment: 'REMOTE_LAB_WAITING_TIMEOUT',
    defaultText: '600',
    help: 'Seconds without a sign of life after which a waiting session leaves the queue.',
  },
  {
    name: 'active-timeout',
    kind: { type: 'seconds', minimum: 1 },
    environment: 'REMOTE_LAB_ACTIVE_TIMEOUT',
    defaultText: '300',
    help: 'Seconds without a sign of life after which the active session loses the lab.',
  },
  {
    name: 'idle-ttl',
    kind: { type: 'seconds', minimum: 0 },
    environment: 'REMOTE_LAB_IDLE_TTL',
    defaultText: '300',
    help: 'Seconds that a reusable lab without references stays up; 0 tears it down at once.',
  },
  {
    name: 'advertise-host',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_ADVERTISE_HOST',
    defaultWords: 'the address at which the client reached the server',
    help: 'Host name or address under which clients reach fake devices.',
  },
  {
    name: 'fakenos-config',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_FAKENOS_CONFIG',
    defaultWords: 'none',
    help: 'YAML file that declares fake networks, those that start with the server included, and the platform files that they use.',
  },
  {
    name: 'fakenos-url-allow',
    kind: { type: 'list', of: 'URL' },
    environment: 'REMOTE_LAB_FAKENOS_URL_ALLOW',
    defaultWords: 'none',
    help: 'Beginning of the URLs from which requests may have inventories fetched, beside those of --fakenos-config; repeatable.',
  },
  {
    name: 'fakenos-path-allow',
    kind: { type: 'list', of: 'FOLDER' },
    environment: 'REMOTE_LAB_FAKENOS_PATH_ALLOW',
    defaultWords: 'none',
    help: 'Folder below which requests may name inventories, beside those of --fakenos-config; repeatable.',
  },
  {
    name: 'shutdown-timeout',
    kind: { type: 'seconds', minimum: 0 },
    environment: 'REMOTE_LAB_SHUTDOWN_TIMEOUT',
    defaultText: '60',
    help: 'Seconds that a graceful shutdown may take for requests in progress, the teardown, and the end of fake networks.',
  },
  {
    name: 'log-level',
    kind: { type: 'choice', values: ['error', 'warning', 'info', 'debug'] },
    environment: 'REMOTE_LAB_LOG_LEVEL',
    defaultText: 'info',
    help: 'How much to log; any case.',
  },
  {
    name: 'log-format',
    kind: { type: 'choice', values: ['auto', 'human', 'json'] },
    environment: 'REMOTE_LAB_LOG_FORMAT',
    defaultText: 'auto',
    help: 'auto: human on a terminal, JSON lines otherwise.',
  },
  {
    name: 'log-netlab-output',
    kind: { type: 'flag' },
    environment: 'NEOPS_NETLAB_STREAM_OUTPUT',
    defaultText: 'false',
    help: 'Log every line that netlab writes, at level info. At level debug that of labs is logged in any case.',
  },
  { name: 'debug', kind: { type: 'flag' }, help: 'Short for --log-level debug.' },
  {
    name: 'config',
    kind: { type: 'text' },
    environment: 'REMOTE_LAB_SERVER_CONFIG',
    defaultWords: 'none',
    help: 'YAML file with these options by name; flags and environment win over it.',
  },
  { name: 'version', kind: { type: 'flag' }, help: 'Print the version and exit.' },
  { name: 'help', kind: { type: 'flag' }, help: 'Print this and exit.' },
] as const satisfies readonly OptionRow[];

/** The name of an option. */
export type OptionName = (typeof OPTIONS)[number]['name'];
