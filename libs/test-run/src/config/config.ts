import type { ExtraFiles, TopologySource } from '@remote-lab/client';

/** What `remote-lab.config.*` may say. Times are in milliseconds; relative paths count from the file's folder. */
export interface RemoteLabConfig {
  /** The lab for the whole run; without it, each test file brings its own. */
  readonly topology?: TopologySource;
  /** Whether the run may share a lab that already runs, and leave it warm for the next. Default false. */
  readonly reuse?: boolean;
  /** The files that the topology refers to: `'follow'`, a file or folder, or a list. */
  readonly extraFiles?: ExtraFiles;
  /** Where the lab server is. Without it the run starts a private one with fake devices. */
  readonly url?: string;
  /** What the server wants as a bearer token. */
  readonly token?: string;
  /** Id of a session that an earlier step opened, to be used instead of opening one. */
  readonly session?: string;
  /** Who asks; shown to those who wait behind. Default: who started the CI job, else the user's name. */
  readonly owner?: string;
  /** What for; shown, too. Default: the runner's name and the project's folder. */
  readonly purpose?: string;
  /** Where this run can be watched; shown, too. Default: the CI job's page. */
  readonly jobUrl?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** How long to wait in the queue. Default 600,000. */
  readonly waitTimeout?: number;
  /** How long a lab may take: waiting while another is in use, and building. Default 600,000. */
  readonly acquireTimeout?: number;
  /** How long one answer of the server may take. Default 30,000. */
  readonly requestTimeout?: number;
  /** Refuse to run without the address of a server. Default false. */
  readonly requireServer?: boolean;
  /** In watch mode, keep session and lab from one run to the next. Default true. */
  readonly keepOnWatch?: boolean;
}

/** What a configuration file exports: the configuration, or a function that makes it anew for each run. */
export type RemoteLabConfigExport = RemoteLabConfig | (() => RemoteLabConfig | Promise<RemoteLabConfig>);
