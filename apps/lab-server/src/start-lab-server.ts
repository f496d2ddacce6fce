import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabBackend } from '@remote-lab/lab-manager';
import { type ChosenBackend, createBackend } from './backends';
import type { Config } from './config/config';
import { createApp } from './http/create-app';
import type { Services } from './http/services';
import { Staging } from './http/upload/staging-folder';
import { acquireGuards } from './guards';
import { Lifecycle } from './lifecycle';
import { closeServer, listen } from './listen';
import type { Logger } from './logging/logger';
import { type OpenServices, openServices } from './open-services';
import type { SystemClock } from './system-clock';

/** What {@link startLabServer} needs. */
export interface LabServerParts {
  readonly config: Config;
  readonly clock: SystemClock;
  readonly logger: Logger;
  /** The package's version. */
  readonly version: string;
  /** The command line, for the instance guard. */
  readonly command: readonly string[];
  /** The environment and home of the process, for what it starts; nothing by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly home?: string;
  /** A number from 0 to 1, another one each time; `Math.random` by default. */
  readonly random?: () => number;
  /** What builds the labs; by default what the configuration names. */
  readonly backend?: LabBackend;
}

/** A server whose port is bound. */
export interface RunningLabServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Resolves when start-up is complete; rejects when it failed, after which only `shutdown` makes sense. */
  readonly ready: Promise<void>;
  /** Drains, tears the lab down, keeps the queue; at most `shutdown-timeout`. Idempotent. */
  shutdown(): Promise<void>;
  /** An operator's new attempt to remove what quarantines the slot; the log tells how it went. Never rejects. */
  clearQuarantine(): Promise<void>;
  /** Last resort while the process exits: synchronous and silent. */
  exitHook(): void;
}

/**
 * The composition root: guards and backend → bind the port → services → ready → shutdown. Resolves once the port is bound.
 * @throws {HostLockError} `host_locked` when another server owns the state dir or the host's netlab; a system error when the
 * port is taken; `netlab_missing` or `netlab_unusable` when the configuration asks for netlab.
 */
export async function startLabServer(parts: LabServerParts): Promise<RunningLabServer> {
  const { config, clock, logger, version } = parts;
  await mkdir(config.stateDir, { recursive: true, mode: 0o700 });
  const { guards, backend, notes } = await acquireGuards(parts, () => backendOf(parts));
  for (const { level, words } of notes) logger[level](words);
  const lifecycle = new Lifecycle<Services>();
  const staging = new Staging(join(config.stateDir, 'staging'));
  const { advertiseHost, waitingTimeoutMs: waitingMs, activeTimeoutMs: activeMs } = config;
  const timeouts = { waitingMs, activeMs };
  const random = parts.random ?? Math.random;
  const app = createApp({ lifecycle, staging, logger, clock, random, version, advertiseHost, timeouts });

  const listening = await listen(app, config.host, config.port).catch(async (error: unknown) => {
    await guards.release();
    throw error;
  });
  const { host, port } = listening;

  let services: OpenServices | undefined;
  const start = async (): Promise<void> => {
    if (guards.predecessor !== undefined) logger.warning(`reclaimed: ${guards.predecessor}`);
    await guards.update({ port });
    lifecycle.starting('The staging folder is being emptied.');
    await staging.clear();
    services = await openServices({
      config,
      clock,
      logger,
      backend,
      version,
      onStep: (step) => lifecycle.starting(step),
    });
    lifecycle.ready(services);
    // Whoever asks for the lab does not wait for them; it never rejects, and who fails is logged.
    void services.fakenos.autoStart(lifecycle.draining);
  };
  const ready = start();
  // Whoever does not await it learns of a failure from the requests that wait.
  ready.catch(() => lifecycle.drain());

  const stop = async (): Promise<void> => {
    const deadline = clock.now() + config.shutdownTimeoutMs;
    const left = (): number => Math.max(Math.ceil(deadline - clock.now()), 0);
    lifecycle.drain();
    await new Promise<void>((resolve) => {
      clock.after(left(), resolve);
      ready.then(resolve, () => resolve());
    });
    // What still opens after the deadline is closed as soon as it is open.
    if (services === undefined) void ready.then(() => services?.close(0)).catch(() => undefined);
    for (const sentence of (await services?.close(left())) ?? []) logger.error(`left behind: ${sentence}`);
    await closeServer(listening, AbortSignal.timeout(left()));
    await guards.release();
  };
  let stopped: Promise<void> | undefined;
  const shutdown = (): Promise<void> => (stopped ??= stop());

  return {
    host,
    port,
    ready,
    shutdown,
    async clearQuarantine() {
      const outcome = await (services?.broker.clearQuarantine() ?? Promise.resolve('nothing' as const)).catch(
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      );
      if (outcome instanceof Error) logger.error(`The slot stays quarantined: ${outcome.message}`);
      else logger.info(outcome === 'cleared' ? 'The slot is clear again.' : 'The slot is not quarantined.');
    },
    exitHook() {
      services?.exitHook();
      guards.releaseSync();
    },
    [Symbol.asyncDispose]: shutdown,
  };
}

function backendOf({
  backend,
  config,
  logger,
  environment = {},
  home = config.stateDir,
}: LabServerParts): ChosenBackend | Promise<ChosenBackend> {
  if (backend !== undefined) return { backend, isHostWide: false, notes: [] };
  return createBackend({ config, logger, environment, home });
}
