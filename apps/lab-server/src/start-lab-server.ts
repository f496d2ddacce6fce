import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabBackend } from '@remote-lab/lab-manager';
import { createBackend } from './backends';
import type { Config } from './config/config';
import { createApp } from './http/create-app';
import type { Services } from './http/services';
import { Staging } from './http/upload/staging-folder';
import { acquireInstanceGuard } from './instance-guard';
import { Lifecycle } from './lifecycle';
import { closeServer, listen } from './listen';
import type { Logger } from './logging/logger';
import { type OpenServices, openServices } from './open-services';
import { deadServerWords } from './predecessor-words';
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
  /** Last resort while the process exits: synchronous and silent. */
  exitHook(): void;
}

/**
 * The composition root: guard → bind the port → services → ready → shutdown. Resolves once the port is bound.
 * @throws {HostLockError} `host_locked` when another server owns the state dir; a system error when the port is taken.
 */
export async function startLabServer(parts: LabServerParts): Promise<RunningLabServer> {
  const { config, clock, logger, version, backend = createBackend(config) } = parts;
  await mkdir(config.stateDir, { recursive: true, mode: 0o700 });
  const guard = await acquireInstanceGuard(parts);
  const lifecycle = new Lifecycle<Services>();
  const staging = new Staging(join(config.stateDir, 'staging'));
  const { advertiseHost, waitingTimeoutMs: waitingMs, activeTimeoutMs: activeMs } = config;
  const timeouts = { waitingMs, activeMs };
  const app = createApp({ lifecycle, staging, logger, clock, version, advertiseHost, timeouts });

  const listening = await listen(app, config.host, config.port).catch(async (error: unknown) => {
    await guard.release();
    throw error;
  });
  const { server, host, port } = listening;

  let services: OpenServices | undefined;
  const start = async (): Promise<void> => {
    const takenOver = deadServerWords(guard);
    if (takenOver !== undefined) logger.warning(`reclaimed: ${takenOver}`);
    await guard.update({ port });
    lifecycle.starting('The staging folder is being emptied.');
    await staging.clear();
    services = await openServices({
      config,
      clock,
      logger,
      backend,
      onStep: (step) => lifecycle.starting(step),
    });
    lifecycle.ready(services);
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
    await closeServer(server, AbortSignal.timeout(left()));
    await guard.release();
  };
  let stopped: Promise<void> | undefined;
  const shutdown = (): Promise<void> => (stopped ??= stop());

  return {
    host,
    port,
    ready,
    shutdown,
    exitHook() {
      services?.exitHook();
      guard.releaseSync();
    },
    [Symbol.asyncDispose]: shutdown,
  };
}
