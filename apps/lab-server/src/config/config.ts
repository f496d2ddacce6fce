/** The server's whole configuration, read once at start; nothing else reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly backend: 'auto' | 'netlab' | 'fakenos';
  /** Absolute path. */
  readonly stateDir: string;
  /** Absolute path of a SQLite file, or `memory`. */
  readonly database: string;
  readonly waitingTimeoutMs: number;
  readonly activeTimeoutMs: number;
  readonly idleTtlMs: number;
  /** `undefined`: the address at which the client reached the server. */
  readonly advertiseHost: string | undefined;
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
