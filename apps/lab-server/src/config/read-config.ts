import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config, Invocation } from './config';
import { ConfigError } from './config-error';
import { type OptionName, type OptionRow, OPTIONS } from './option-table';
import { type OptionValue, parseOption } from './parse-option';
import { readFakeNosOptions } from './read-fakenos-options';
import { parseConfigFile } from './parse-config-file';

/** Where the configuration comes from, as data, so that it can be read without a process. */
export interface ConfigSources {
  /** The command line without the program's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file's text. */
  readonly readFile: (path: string) => string;
  /** The state dir of an ephemeral server: a path that nobody else has. */
  readonly privateStateDir: string;
}

/**
 * Reads flags, environment and file, in that order of precedence. An empty environment variable counts as unset.
 * @throws {ConfigError} for anything unknown or unusable.
 */
export function readConfig(sources: ConfigSources): Invocation {
  const flags = readFlags(sources.args);
  if (flags.get('help') === 'true') return { kind: 'help' };
  if (flags.get('version') === 'true') return { kind: 'version' };
  const fromEnvironment = (row: OptionRow): string | undefined =>
    row.environment === undefined ? undefined : sources.environment[row.environment] || undefined;

  const file = flags.get('config') ?? sources.environment['REMOTE_LAB_SERVER_CONFIG'] ?? '';
  const entries = file === '' ? new Map<string, string>() : parseConfigFile(file, sources.readFile);

  const value = (name: OptionName): OptionValue | undefined => {
    const row: OptionRow = optionRow(name);
    const flag = flags.get(name);
    if (flag !== undefined) return parseOption(row.kind, flag, `--${name}`);
    const variable = fromEnvironment(row);
    if (variable !== undefined) return parseOption(row.kind, variable, String(row.environment));
    const entry = entries.get(name);
    if (entry !== undefined) return parseOption(row.kind, entry, `${name} in ${file}`);
    return row.defaultText === undefined
      ? undefined
      : parseOption(row.kind, row.defaultText, `the default of ${name}`);
  };
  const config = assemble(value, sources, file);
  if (flags.get('ephemeral') !== 'true') return { kind: 'run', config };
  refuseBesideEphemeral(flags);
  return { kind: 'run', config: { ...config, stateDir: sources.privateStateDir, database: 'memory' } };
}

// The environment and the file may name a state dir for the host's real server; a flag beside the flag is a mistake.
function refuseBesideEphemeral(flags: ReadonlyMap<string, string>): void {
  for (const name of ['state-dir', 'database'] as const) {
    if (!flags.has(name)) continue;
    throw new ConfigError(
      `--ephemeral cannot be combined with --${name}: an ephemeral server keeps nothing. Leave one of them out.`,
    );
  }
}

type Values = (name: OptionName) => OptionValue | undefined;

function assemble(value: Values, { environment, readFile }: ConfigSources, file: string): Config {
  const text = (name: OptionName): string => optionalText(name) ?? '';
  const optionalText = (name: OptionName): string | undefined => {
    const given = value(name);
    return typeof given === 'string' ? given : undefined;
  };
  const list = (name: OptionName): readonly string[] => {
    const given = value(name);
    return isList(given) ? given : [];
  };
  const settings = value('netlab-env');
  const stateDir = resolve(optionalText('state-dir') ?? defaultStateDir(environment));
  return {
    host: text('host'),
    port: Number(value('port')),
    backend: oneOf(['auto', 'netlab', 'fakenos'], text('backend')),
    topologyPolicy: oneOf(['trusted', 'restricted'], text('topology-policy')),
    topologyReader: oneOf(['auto', 'netlab', 'builtin'], text('topology-reader')),
    netlabEnv: typeof settings === 'object' && !isList(settings) ? settings : {},
    reclaim: value('reclaim') === true,
    startTimeoutMs: Number(value('start-timeout')),
    teardownTimeoutMs: Number(value('teardown-timeout')),
    guardDir: resolve(text('guard-dir')),
    logNetlabOutput: value('log-netlab-output') === true,
    stateDir,
    database: database(optionalText('database'), stateDir),
    ephemeral: value('ephemeral') === true,
    waitingTimeoutMs: Number(value('waiting-timeout')),
    activeTimeoutMs: Number(value('active-timeout')),
    idleTtlMs: Number(value('idle-ttl')),
    advertiseHost: optionalText('advertise-host'),
    fakenos: readFakeNosOptions({
      file: optionalText('fakenos-config'),
      urls: list('fakenos-url-allow'),
      folders: list('fakenos-path-allow'),
      readFile,
    }),
    shutdownTimeoutMs: Number(value('shutdown-timeout')),
    logLevel:
      value('debug') === true ? 'debug' : oneOf(['error', 'warning', 'info', 'debug'], text('log-level')),
    logFormat: oneOf(['auto', 'human', 'json'], text('log-format')),
    configFile: file === '' ? undefined : resolve(file),
  };
}

function isList(value: OptionValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function oneOf<const T extends string>(values: readonly T[], text: string): T {
  const found = values.find((each) => each === text);
  if (found === undefined) throw new ConfigError(`'${text}' is not one of ${values.join(', ')}.`);
  return found;
}

function database(given: string | undefined, stateDir: string): string {
  if (given === undefined) return join(stateDir, 'queue.db');
  if (given === 'memory') return given;
  if (/^[a-z]+:\/\//.test(given)) {
    throw new ConfigError(
      `--database is '${given}', but must be a file path or 'memory': this release keeps its queue in SQLite only.`,
    );
  }
  return resolve(given);
}

function defaultStateDir(environment: ConfigSources['environment']): string {
  // systemd gives a list separated by colons when a unit names several state directories.
  const systemd = environment['STATE_DIRECTORY']?.split(':')[0];
  if (systemd !== undefined && systemd !== '') return systemd;
  const base = environment['XDG_STATE_HOME'] || join(environment['HOME'] || homedir(), '.local', 'state');
  return join(base, 'remote-lab');
}

/** The row of an option. */
export function optionRow(name: OptionName): OptionRow {
  const row = OPTIONS.find((each) => each.name === name);
  if (row === undefined) throw new TypeError(`There is no option ${name}.`);
  return row;
}

function readFlags(args: readonly string[]): ReadonlyMap<string, string> {
  const options = Object.fromEntries(
    OPTIONS.map((row: OptionRow) => [
      row.name,
      {
        type: row.kind.type === 'flag' ? 'boolean' : 'string',
        multiple: row.kind.type === 'settings' || row.kind.type === 'list',
      } as const,
    ]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return new Map(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join('\n') : String(value),
      ]),
    );
  } catch (error) {
    throw new ConfigError(`${firstSentence(error)} Run with --help for the options.`);
  }
}

function firstSentence(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
