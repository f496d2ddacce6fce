import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FakeNosService } from '@remote-lab/fakenos';
import { fileGenerations, type LabBackend, LabManager } from '@remote-lab/lab-manager';
import { openSqliteStore, type Session, SessionQueue } from '@remote-lab/session-queue';
import { admission } from './admission';
import { Broker } from './broker';
import { SessionStreams } from './events/session-streams';
import type { Config } from './config/config';
import { errorAnswer } from './http/error-answer';
import type { Services } from './http/services';
import { acquireLabLock } from './instance-guard';
import { Jobs } from './jobs/jobs';
import { logEvents } from './log-events';
import type { Logger } from './logging/logger';
import { NetworkWatch } from './network-watch';
import { OpenedParts } from './opened-parts';
import { deadLabWords } from './predecessor-words';
import { recoverLab } from './recover-lab';
import { sessionStatusDto } from './session-status-dto';
import { endNetworks } from './end-networks';
import type { SystemClock } from './system-clock';

/** The services and how they end. */
export interface OpenServices extends Services {
  /** Tears the lab down within the deadline and keeps the queue; says what could not be done. */
  close(deadlineMs: number): Promise<readonly string[]>;
  /** Last resort while the process exits: synchronous and silent. */
  exitHook(): void;
}

/** What {@link openServices} needs. */
export interface ServiceParts {
  readonly config: Config;
  readonly clock: SystemClock;
  readonly logger: Logger;
  readonly backend: LabBackend;
  /** The package's version. */
  readonly version: string;
  /** Told what is being done, for `/readyz`. */
  readonly onStep: (step: string) => void;
}

/**
 * Opens queue, lab manager and broker. The lab of a dead predecessor goes on with its session when it is whole, what else
 * was left is reclaimed. Nothing stays open when it rejects.
 */
export async function openServices(parts: ServiceParts): Promise<OpenServices> {
  const { clock, config, logger, onStep } = parts;
  const opened = new OpenedParts();
  try {
    const queue = await openQueue(parts, opened);
    const { labs, predecessor } = await openLabs(parts, opened);
    opened.add(logEvents(queue, labs, logger));
    onStep('What an earlier server left is being looked for.');
    await recoverLab({ labs, queue, predecessor, logger });
    // Not among the opened parts: it has nothing open before it is asked for a network, and ends beside the labs.
    const networkWatch = new NetworkWatch({ logger, record: (entry) => queue.record(entry) });
    const fakenos = fakeNetworks(parts, networkWatch);
    const broker = opened.add(
      new Broker({
        queue,
        labs,
        clock,
        admits: admission(config.topologyPolicy),
        onExpiryFailure: expiryFailed(logger),
      }),
    );
    const describe = (session: Session) => sessionStatusDto(session, broker, clock.date());
    const streams = opened.add(new SessionStreams({ queue, labs, describe }));
    return {
      broker,
      streams,
      fakenos,
      networkWatch,
      jobs: opened.add(
        new Jobs({ clock, newId: randomUUID, refusalOf: errorAnswer, onFault: jobFailed(logger) }),
      ),
      async close(deadlineMs) {
        const [{ left }, leftNetworks] = await Promise.all([
          labs.close({ deadlineMs }),
          endNetworks(fakenos, clock, deadlineMs),
        ]);
        return [...left, ...leftNetworks, ...(await opened.closeAll()).map(String)];
      },
      exitHook() {
        labs.exitHook();
        fakenos.kill();
      },
    };
  } catch (error) {
    for (const failure of await opened.closeAll()) parts.logger.error(`While giving up: ${String(failure)}`);
    throw error;
  }
}

function fakeNetworks({ config, clock, logger, version }: ServiceParts, watch: NetworkWatch): FakeNosService {
  const { configuration, folder } = config.fakenos;
  return new FakeNosService({
    configuration,
    configurationFolder: folder,
    bind: config.host,
    ...(config.advertiseHost === undefined ? {} : { advertiseHost: config.advertiseHost }),
    hostName: hostname(),
    version,
    logger: { ...logger, warn: (message, facts) => logger.warning(message, facts) },
    onEvent: watch.hear,
    clock: { now: () => clock.now(), date: () => clock.date() },
  });
}

async function openLabs(
  { config, clock, logger, backend, onStep }: ServiceParts,
  opened: OpenedParts,
): Promise<{ readonly labs: LabManager; readonly predecessor: string | undefined }> {
  onStep(`The lab lock in ${config.stateDir} is being taken.`);
  const hostLock = await acquireLabLock(config);
  // Once it is open the lock is the manager's, who keeps it, with the record in it, when something could not be removed.
  const labs = await LabManager.open({
    backend,
    clock,
    idleTtlMs: config.idleTtlMs,
    startTimeoutMs: config.startTimeoutMs,
    hostLock,
    nextGeneration: fileGenerations(join(config.stateDir, 'generation')),
    onListenerError: listenerFailed(logger),
  }).catch(async (error: unknown) => {
    // To give the lock up is to forget what a dead predecessor has running; then only the end of the process frees it.
    if (deadLabWords(hostLock) === undefined) await hostLock.release();
    throw error;
  });
  return { labs: opened.add(labs), predecessor: deadLabWords(hostLock) };
}

async function openQueue(
  { config, clock, logger, onStep }: ServiceParts,
  opened: OpenedParts,
): Promise<SessionQueue> {
  onStep(`The queue in ${config.database} is being read.`);
  const store = opened.add(
    await openSqliteStore(config.database === 'memory' ? { memory: true } : { file: config.database }),
  );
  return opened.add(
    await SessionQueue.open({
      store,
      clock,
      newId: randomUUID,
      timeouts: { waitingMs: config.waitingTimeoutMs, activeMs: config.activeTimeoutMs },
      onError: listenerFailed(logger),
    }),
  );
}

function expiryFailed(logger: Logger): (error: unknown) => void {
  return (error) => logger.error(`Sessions could not be expired; it is tried again: ${String(error)}`);
}

function jobFailed(logger: Logger): (error: unknown) => void {
  return (error) =>
    logger.error(`A job failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function listenerFailed(logger: Logger): (error: unknown) => void {
  return (error) => logger.error(`An event listener failed: ${String(error)}`);
}
