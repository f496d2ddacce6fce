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
  const runner = new NetlabRunner({
    environment,
    settings: config.netlabEnv,
    owner: config.guardDir,
    // How long a start may take is for the lab manager to say; this is only to outlast it.
    timeouts: { up: config.startTimeoutMs * 2 },
    ...(config.logNetlabOutput ? { onLine: (line: string) => logger.info(`netlab: ${line}`) } : {}),
  });
  const choice = await chooseBackend(config, {
    netlab: () => preflight(runner.run),
    hasDocker: () => dockerAnswers(runner),
  });
  const { notes } = choice;
  if (choice.backend === 'netlab') {
    const backend = new NetlabBackend({
      runner,
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
          runNetlab: runner.run,
          scratchFolder: join(config.stateDir, 'netlab', 'scratch'),
        })
      : builtinTopologyReader;
  return { backend: new FakeNosBackend({ bindHost: config.host, reader }), isHostWide: false, notes };
}
