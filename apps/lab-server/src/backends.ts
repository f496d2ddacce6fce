import { join } from 'node:path';
import { FakeNosBackend } from '@remote-lab/fakenos';
import type { LabBackend } from '@remote-lab/lab-manager';
import {
  dockerAnswers,
  NetlabBackend,
  NetlabRunner,
  netlabTopologyReader,
  preflight,
} from '@remote-lab/netlab-connector';
import { builtinTopologyReader, type TopologyReader } from '@remote-lab/topology';
import { chooseBackend } from './choose-backend';
import type { Config } from './config/config';
import type { Logger } from './logging/logger';

/** What a timer of Node can wait for. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a backend is made from. */
export interface BackendParts {
  readonly config: Config;
  /** Of the process, for the commands that it starts. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly logger: Logger;
}

/** A backend, and what its operator must know. */
export interface ChosenBackend {
  readonly backend: LabBackend;
  /** Whether it needs this host for itself, whatever its state dir. */
  readonly isHostWide: boolean;
  /** Sentences for the log, in order. */
  readonly notes: readonly { readonly level: 'info' | 'warning'; readonly words: string }[];
}

/**
 * The backend that the configuration asks for, or the best there is. Throws NetlabError `netlab_missing` or
 * `netlab_unusable` when it asks for what cannot be had.
 */
export async function createBackend(parts: BackendParts): Promise<ChosenBackend> {
  const { config, environment, home, logger } = parts;
  const runnerOf = (owner: string): NetlabRunner =>
    new NetlabRunner({
      environment,
      settings: config.netlabEnv,
      owner,
      // How long a start may take is for the lab manager to say; this is only to outlast it.
      timeouts: { up: Math.min(config.startTimeoutMs * 2, LONGEST_TIMER_MS) },
      ...(config.logNetlabOutput ? { onLine: (line: string) => logger.info(`netlab: ${line}`) } : {}),
    });
  // What reads or looks around belongs to this server; only labs, which outlive it, belong to the host.
  const reading = runnerOf(config.stateDir);
  const choice = await chooseBackend(config, {
    netlab: () => preflight(reading.run),
    hasDocker: () => dockerAnswers(reading),
  });
  const { notes } = choice;
  if (choice.backend === 'netlab') {
    const backend = new NetlabBackend({
      runner: runnerOf(config.guardDir),
      home,
      folder: join(config.stateDir, 'netlab'),
      reclaimForeign: config.reclaim,
      downTimeoutMs: config.teardownTimeoutMs,
    });
    return { backend, isHostWide: true, notes };
  }
  const reader: TopologyReader =
    choice.reader === 'netlab'
      ? netlabTopologyReader({
          runNetlab: reading.run,
          runner: reading,
          onLeft: (words) => logger.warning(words),
          scratchFolder: join(config.stateDir, 'netlab', 'scratch'),
        })
      : builtinTopologyReader;
  return { backend: new FakeNosBackend({ bindHost: config.host, reader }), isHostWide: false, notes };
}
