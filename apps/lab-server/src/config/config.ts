import type { FakeNosConfiguration } from '@remote-lab/fakenos';

/** The server's whole configuration, read once at start; nothing else reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly backend: 'auto' | 'netlab' | 'fakenos';
  readonly topologyPolicy: 'trusted' | 'restricted';
  readonly topologyReader: 'auto' | 'netlab' | 'builtin';
  /** `NETLAB_…` variables of every netlab command. */
  readonly netlabEnv: Readonly<Record<string, string>>;
  /** Whether labs that this server did not start are torn down at start. */
  readonly reclaim: boolean;
  readonly startTimeoutMs: number;
  readonly teardownTimeoutMs: number;
  /** Absolute path of the folder of the host-wide lock. */
  readonly guardDir: string;
  readonly logNetlabOutput: boolean;
  /** Absolute path. */
  readonly stateDir: string;
  /** Absolute path of a SQLite file, or `memory`. */
  readonly database: string;
  /** Whether the state dir goes with the server, which stops when its standard input ends. */
  readonly ephemeral: boolean;
  readonly waitingTimeoutMs: number;
  readonly activeTimeoutMs: number;
  readonly idleTtlMs: number;
  /** `undefined`: the address at which the client reached the server. */
  readonly advertiseHost: string | undefined;
  readonly fakenos: FakeNosOptions;
  readonly shutdownTimeoutMs: number;
  readonly logLevel: 'error' | 'warning' | 'info' | 'debug';
  readonly logFormat: 'auto' | 'human' | 'json';
  /** The configuration file that was read, if any. */
  readonly configFile: string | undefined;
}

/** What the command line asked for. */
export type Invocation =
  | { readonly kind: 'run'; readonly config: Config }
  | { readonly kind: 'version' }
  | { readonly kind: 'help' };

/** What fake networks are started from. */
export interface FakeNosOptions {
  readonly configuration: FakeNosConfiguration;
  /** Absolute path at which its relative paths begin. */
  readonly folder: string;
}
