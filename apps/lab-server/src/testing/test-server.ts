import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock, ScriptedBackend } from '@remote-lab/lab-manager/testing';
import type { LabBackend } from '@remote-lab/lab-manager';
import type { Config } from '../config/config';
import type { Logger } from '../logging/logger';
import { startLabServer } from '../start-lab-server';
import { silentLogger } from './silent-logger';

/** How a test wants its server. */
export interface TestServerOptions {
  readonly backend?: LabBackend;
  readonly clock?: FakeClock;
  readonly config?: Partial<Config>;
  readonly logger?: Logger;
  /** Whether to wait until it is ready; true unless told otherwise. */
  readonly awaitReady?: boolean;
  /** Kept when the server stops, so that a second one can take over; a fresh folder otherwise. */
  readonly stateDir?: string;
}

/** A real server on a free port of loopback. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly backend: LabBackend;
  readonly clock: FakeClock;
  readonly stateDir: string;
  readonly port: number;
  /** Files and folders of uploads that were not removed. */
  stagedUploads(): Promise<readonly string[]>;
  /** Takes the folder for uploads away. */
  breakStaging(): Promise<void>;
  /** Rejects when start-up failed. */
  readonly ready: Promise<void>;
  shutdown(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts one with a scripted backend and a clock that stands still, unless told otherwise, and waits until it is ready. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { backend = new ScriptedBackend(), clock = new FakeClock(), logger = silentLogger } = options;
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'lab-server-test-')));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    backend: 'auto',
    topologyPolicy: 'trusted',
    topologyReader: 'builtin',
    netlabEnv: {},
    reclaim: false,
    startTimeoutMs: 3_600_000,
    teardownTimeoutMs: 900_000,
    guardDir: join(stateDir, 'guard'),
    logNetlabOutput: false,
    stateDir,
    database: join(stateDir, 'queue.db'),
    ephemeral: false,
    waitingTimeoutMs: 600_000,
    activeTimeoutMs: 300_000,
    idleTtlMs: 300_000,
    advertiseHost: undefined,
    fakenos: { configuration: {}, folder: stateDir },
    shutdownTimeoutMs: 5_000,
    logLevel: 'error',
    logFormat: 'json',
    configFile: undefined,
    ...options.config,
  };
  const server = await startLabServer({
    config,
    clock,
    logger,
    backend,
    random: () => 0,
    version: '0.0.0-test',
    command: ['lab-server'],
  });
  if (options.awaitReady !== false) await server.ready;
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    backend,
    clock,
    stateDir,
    breakStaging: () => rm(join(stateDir, 'staging'), { recursive: true }),
    stagedUploads: () => readdir(join(stateDir, 'staging')),
    ready: server.ready,
    shutdown: () => server.shutdown(),
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      if (options.stateDir === undefined) await rm(stateDir, { recursive: true, force: true });
    },
  };
}
