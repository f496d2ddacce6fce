import type { RemoteLabConfig } from './config';

/** What a key's value may be. */
export type ConfigKind = 'topology' | 'extraFiles' | 'text' | 'address' | 'flag' | 'labels' | 'duration';

/** One key of the configuration: from it come the checks, the environment variables and the table of the docs. */
export interface ConfigKey {
  readonly kind: ConfigKind;
  /** Overrides the file; durations are in seconds there. */
  readonly variable: string;
  /** In words; absent when there is no default. */
  readonly byDefault?: string;
  readonly help: string;
}

/** Every key, in the order of the docs. */
export const CONFIG_KEYS = {
  topology: {
    kind: 'topology',
    variable: 'REMOTE_LAB_TOPOLOGY',
    help: 'The lab for the whole run: a path, a URL, YAML text or an object. Without it, each test file brings its own.',
  },
  reuse: {
    kind: 'flag',
    variable: 'REMOTE_LAB_REUSE',
    byDefault: 'false',
    help: 'Whether the run may share a lab of the same content that already runs, and leave it warm for the next.',
  },
  extraFiles: {
    kind: 'extraFiles',
    variable: 'REMOTE_LAB_EXTRA_FILES',
    byDefault: 'none',
    help: "The files that the topology refers to: 'follow' finds them; else a file, a folder, or a list (in the variable with commas).",
  },
  url: {
    kind: 'address',
    variable: 'REMOTE_LAB_URL',
    byDefault: 'a private server',
    help: 'Where the lab server is. Without it the run starts a private one with fake devices.',
  },
  token: {
    kind: 'text',
    variable: 'REMOTE_LAB_TOKEN',
    help: 'What the server wants as a bearer token. Better in the variable than in the file.',
  },
  session: {
    kind: 'text',
    variable: 'REMOTE_LAB_SESSION',
    help: 'Id of a session that an earlier step opened and a later one ends; used instead of opening one.',
  },
  owner: {
    kind: 'text',
    variable: 'REMOTE_LAB_OWNER',
    byDefault: "who started the CI job, else the user's name",
    help: 'Who asks; shown to those who wait behind.',
  },
  purpose: {
    kind: 'text',
    variable: 'REMOTE_LAB_PURPOSE',
    byDefault: "the runner's name and the project's folder",
    help: 'What for; shown, too.',
  },
  jobUrl: {
    kind: 'text',
    variable: 'REMOTE_LAB_JOB_URL',
    byDefault: "the CI job's page",
    help: 'Where this run can be watched; shown, too.',
  },
  labels: {
    kind: 'labels',
    variable: 'REMOTE_LAB_LABELS',
    byDefault: 'none',
    help: 'Names and texts that go with the session, such as { team: "core" }; in the variable team=core,site=zrh.',
  },
  waitTimeout: {
    kind: 'duration',
    variable: 'REMOTE_LAB_SESSION_TIMEOUT',
    byDefault: '600000',
    help: 'How long to wait in the queue.',
  },
  acquireTimeout: {
    kind: 'duration',
    variable: 'REMOTE_LAB_ACQUISITION_TIMEOUT',
    byDefault: '600000',
    help: 'How long one lab may take: waiting while another one is in use, and building.',
  },
  requestTimeout: {
    kind: 'duration',
    variable: 'REMOTE_LAB_REQUEST_TIMEOUT',
    byDefault: '30000',
    help: 'How long one answer of the server may take.',
  },
  requireServer: {
    kind: 'flag',
    variable: 'REMOTE_LAB_REQUIRE_SERVER',
    byDefault: 'false',
    help: 'Refuse to run without the address of a server, instead of starting a private one.',
  },
  keepOnWatch: {
    kind: 'flag',
    variable: 'REMOTE_LAB_KEEP_ON_WATCH',
    byDefault: 'true',
    help: 'In watch mode, keep session and lab from one run to the next.',
  },
} as const satisfies Readonly<Record<keyof RemoteLabConfig, ConfigKey>>;

/** The name of a key. */
export type ConfigKeyName = keyof typeof CONFIG_KEYS;

/** The keys with their descriptions, in the order of the docs. */
export function configKeys(): readonly (readonly [ConfigKeyName, ConfigKey])[] {
  return Object.entries(CONFIG_KEYS).flatMap(([name, key]) =>
    isConfigKey(name) ? [[name, key] as const] : [],
  );
}

/** Whether there is a key of this name. */
export function isConfigKey(name: string): name is ConfigKeyName {
  return Object.hasOwn(CONFIG_KEYS, name);
}
