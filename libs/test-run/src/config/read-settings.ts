import { userInfo } from 'node:os';
import path from 'node:path';
import { ciJob } from './ci-job';
import type { RemoteLabConfig } from './config';
import { configKeys } from './config-keys';
import { readConfigText } from './config-value';
import { findConfigFile } from './find-config-file';
import { loadConfig } from './load-config';
import { resolveTopology } from './resolve-topology';

/** The configuration of a run, complete. Times are in milliseconds. */
export interface RunSettings extends RemoteLabConfig {
  /** Undefined: there is none. */
  readonly configFile: string | undefined;
  /** Where relative paths in the topology's place count from. */
  readonly baseFolder: string;
  readonly reuse: boolean;
  readonly owner: string | undefined;
  readonly purpose: string;
  readonly waitTimeout: number;
  readonly acquireTimeout: number;
  readonly requestTimeout: number;
  readonly requireServer: boolean;
  readonly keepOnWatch: boolean;
}

/** For whom settings are read. */
export interface SettingsRequest {
  /** The runner's root folder. */
  readonly rootDir: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The runner's name as people write it. */
  readonly runner: string;
}

/**
 * The environment first, then the configuration file, then the defaults.
 * @throws TestRunError `config_unreadable` or `invalid_config`
 */
export async function readSettings({ rootDir, environment, runner }: SettingsRequest): Promise<RunSettings> {
  const configFile = await findConfigFile(rootDir, environment);
  const fromFile = configFile === undefined ? {} : await loadConfig(configFile);
  const fromVariables = readVariables(environment);
  const config = { ...fromFile, ...fromVariables };
  const job = ciJob(environment);
  // A path in a variable was typed by somebody who sees the project's folder, not the file's.
  const baseFolder =
    configFile === undefined || 'topology' in fromVariables ? rootDir : path.dirname(configFile);
  return {
    ...config,
    configFile,
    baseFolder,
    ...(config.topology !== undefined && { topology: resolveTopology(config.topology, baseFolder) }),
    reuse: config.reuse ?? false,
    owner: config.owner ?? job.actor ?? userName(),
    purpose: config.purpose ?? `${runner} tests of ${path.basename(rootDir)}`,
    ...((config.jobUrl ?? job.url) !== undefined && { jobUrl: config.jobUrl ?? job.url }),
    waitTimeout: config.waitTimeout ?? 600_000,
    acquireTimeout: config.acquireTimeout ?? 600_000,
    requestTimeout: config.requestTimeout ?? 30_000,
    requireServer: config.requireServer ?? false,
    keepOnWatch: config.keepOnWatch ?? true,
  };
}

function readVariables(environment: NodeJS.ProcessEnv): RemoteLabConfig {
  return Object.fromEntries(
    configKeys().flatMap(([name, { variable, kind }]) => {
      const value = readConfigText(variable, kind, environment[variable]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    // In a container, the user may have no entry of its own.
    return undefined;
  }
}
