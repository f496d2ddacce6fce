/** What `up` prints before anything else, each as it is met in the wild. */
export type FakeNoise =
  | 'ansi'
  | 'warnings'
  | 'long-line'
  | 'invalid-utf8'
  | 'split-utf8'
  | 'carriage-returns'
  | 'no-line-break'
  | 'many-lines';

/** Programs that a signal can be sent to. */
export type FakeProgram = 'netlab' | 'sudo' | 'containerlab';

/** Commands whose runs are counted apart from each other. */
export type FakeCommand = 'version' | 'create' | 'up' | 'down' | 'inspect' | 'status' | 'docker';

/** What the programs of a fake host shall do; everything left out works as it should. */
export interface FakeHostBehaviour {
  /** How many runs of each command it is for; then that command works again. By default all of them. */
  readonly times?: number | Readonly<Partial<Record<FakeCommand, number>>>;

  /** What `netlab version` announces; 26.03 by default. */
  readonly version?: string;
  readonly versionFails?: 'exit-1' | 'empty' | 'garbage' | 'traceback' | 'hangs';
  /** Of `up` as well, which begins as `create` does. `no-devices-file`: all is well but netlab-devices.yml is not written. */
  readonly createFails?: 'exit-1' | 'traceback' | 'hangs' | 'no-devices-file';
  readonly inspectFails?: 'exit-1' | 'garbage' | 'traceback' | 'hangs';
  readonly statusFails?: 'garbage' | 'traceback' | 'hangs';

  /**
   * `probe`: exit 1, configuration files and a status entry without status stay. `deploy`: lock, snapshot, status
   * entry and network stay. `node:NAME`: so do the containers of all the other nodes. `config`: all containers are up.
   */
  readonly upFails?: 'probe' | 'deploy' | `node:${string}` | 'config';
  /** A traceback between the lock and the first container: lock and status entry stay. */
  readonly upTraceback?: boolean;
  /**
   * `start`: nothing was written yet. `create`, `probe`: only files in the lab's folder. `deploy`: the first
   * container is there, and the processes of sudo and containerlab. `config`: all containers are.
   */
  readonly upHangs?: 'start' | 'create' | 'probe' | 'deploy' | 'config';
  /** Asks a question on stdin first: closed it is a traceback, open and silent a hang. */
  readonly upAsks?: boolean;
  readonly upNoise?: readonly FakeNoise[];
  /** Pause before every container, in milliseconds. */
  readonly deployDelayMs?: number;
  /** These ignore SIGTERM, SIGINT and SIGHUP. */
  readonly ignoresSigterm?: FakeProgram | readonly FakeProgram[];
  /** containerlab runs in a session of its own and hears nothing of the end of netlab and sudo. */
  readonly orphan?: boolean;

  /** The destruction fails: exit 1 and all stays; with --force exit 0, and only the containers stay. */
  readonly downFails?: boolean;
  /**
   * Exit 0 and the containers stay. `destroy`: netlab's own files and status entry are gone. `probe`: nothing is
   * done at all unless --force is given, then the same.
   */
  readonly downLies?: 'destroy' | 'probe';
  readonly downHangs?: 'start' | 'destroy';

  readonly docker?: 'daemon-down' | 'hangs';
  /** `docker rm` removes nothing and exits 1. */
  readonly dockerRmFails?: boolean;
}
