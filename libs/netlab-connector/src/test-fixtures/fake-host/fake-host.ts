import type { FakeHostBehaviour } from './fake-host-behaviour';

/** A container of the fake host. */
export interface FakeContainer {
  readonly name: string;
  /** Value of the label `containerlab`; empty when it has none. */
  readonly lab: string;
  /** Absolute path of the clab.yml it was made from; empty when it has no such label. */
  readonly topoFile: string;
  readonly running: boolean;
}

/** One start of a program of the fake host, those that programs of the host started included. */
export interface FakeRun {
  readonly pid: number;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The variables that decide how the real programs behave: HOME, PATH, COLUMNS, NETLAB_… and the like. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Undefined while it runs, and for ever when a signal ended it. */
  readonly exitCode: number | undefined;
  /** True when another program of the host started it, as netlab starts sudo. */
  readonly internal: boolean;
  /** Other programs (`netlab up …`, `containerlab deploy …`) that were alive when it began. */
  readonly alive: readonly string[];
}

/** A living process of the fake host. */
export interface FakeProcess {
  readonly pid: number;
  readonly program: string;
  readonly args: readonly string[];
}

/** Somebody else's lab, as it is to be found on the host. */
export interface ForeignLab {
  /** Key in netlab's status file; `default` when left out. */
  readonly instance?: string;
  /** Name of the lab, in the containers' names and labels; `foreign` when left out. */
  readonly name?: string;
  /** Its nodes; r1 and r2 when left out. */
  readonly nodes?: readonly string[];
  /** Folder it was started in; a new one under the host's folder when left out. */
  readonly dir?: string;
  /** False: containers only, netlab knows nothing of them. */
  readonly inStatus?: boolean;
}

/** A lab host made of scripts: `netlab`, `containerlab`, `sudo` and `docker` that keep everything in one folder. */
export interface FakeHost extends AsyncDisposable {
  /** What a child needs to find the fake programs and nothing else: PATH, HOME and FAKE_HOST. */
  readonly environment: Readonly<Record<string, string>>;
  /** Home folder; netlab's status file is in `.netlab/` of it. */
  readonly home: string;
  /** Lists the host's bridges as `/sys/class/net` lists the real ones: netlab makes one for every LAN. */
  readonly interfaces: string;
  /** Everything of this host; there is room for the test's own files. */
  readonly folder: string;

  /** From the next run on the host behaves so, and in nothing else otherwise than it should. */
  behave(behaviour: FakeHostBehaviour): Promise<void>;
  /** Lets everything go on that hangs by the present behaviour. */
  release(): Promise<void>;
  /** Takes `netlab`, `containerlab`, `sudo`, `docker` or `ip` off the PATH, as if it had never been installed. */
  uninstall(program: string): Promise<void>;
  /**
   * Resolves once a run has come to this stage for the n-th time: `up:start`, `up:create`, `up:probe`, `up:deploy` (the first
   * container is there), `up:deployed`, `up:config`, `up:end`, `down:start`, `down:destroy`, `down:end`,
   * `version:start`, `create:start`, `inspect:start`, `status:start`. Rejects after ten seconds.
   */
  reached(stage: string, times?: number): Promise<void>;

  containers(): Promise<FakeContainer[]>;
  /** The container died: it is still there, but not running. */
  stopContainer(name: string): Promise<void>;
  /** Somebody removed the container by hand. */
  removeContainer(name: string): Promise<void>;
  /** A lab that was not started here; answers with its folder. */
  addForeignLab(lab?: ForeignLab): Promise<string>;

  /** Every start of a program so far, oldest first. */
  runs(): Promise<FakeRun[]>;
  /** The arguments of every `netlab` run so far, oldest first, joined by blanks. */
  netlabRuns(): Promise<string[]>;
  /** Pairs of what began while another netlab (or what it had started) was alive; empty when all took turns. */
  overlaps(): Promise<string[]>;
  /** Processes of the host that are alive, without those of docker. */
  processes(): Promise<FakeProcess[]>;
  /**
   * What a lab that was taken down properly does not leave: `container NAME`, `network NAME`, `bridge NAME`,
   * `status INSTANCE`, and every file of netlab in a folder where it ran. Sorted; empty when the host is clean.
   */
  leftovers(): Promise<string[]>;
}
