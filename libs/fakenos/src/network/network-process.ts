import { buildDevices } from '../device/build-devices';
import { FakeNosError, messageOf } from '../errors';
import type { Logger } from '../logger';
import { platformFor } from '../platforms';
import type { NetworkMessage, NetworkOrder, NetworkRequest } from './network-messages';
import type { StartedDevices } from './start-devices';
import { startDevices } from './start-devices';

// The program of a network's process. It lives as long as its parent keeps the channel open, however the parent ends;
// signals sent to the whole process group are the parent's to act upon.
let network: StartedDevices | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
// A client that finds a way to break its own session must not take everybody's devices along.
process.on('uncaughtException', (error) => log('error', 'A session broke.', { reason: error.stack }));
process.on('message', (request: NetworkRequest) => void serve(request));

const logger: Logger = {
  debug: (message, facts) => log('debug', message, facts),
  info: (message, facts) => log('info', message, facts),
  warn: (message, facts) => log('warn', message, facts),
  error: (message, facts) => log('error', message, facts),
};

async function serve(request: NetworkRequest): Promise<void> {
  try {
    if (request.kind === 'start') {
      network = await start(request.order);
      tell({ kind: 'done', id: request.id, devices: network.devices });
    } else {
      await network?.close();
      tell({ kind: 'done', id: request.id, devices: [] }, () => process.exit(0));
    }
  } catch (error) {
    const code = error instanceof FakeNosError ? error.code : 'network_start_failed';
    tell({ kind: 'failed', id: request.id, code, message: messageOf(error) });
  }
}

function start(order: NetworkOrder): Promise<StartedDevices> {
  const clock = { now: () => performance.now(), date: () => new Date() };
  const devices = buildDevices(order.model, { clock, platformOf: platformFor });
  const of = order.nodes.length;
  return startDevices(order, {
    devices,
    platformFor,
    logger,
    onListening: (listening) => tell({ kind: 'listening', devices: listening, of }),
  });
}

function log(
  level: keyof Logger,
  message: string,
  facts: Readonly<Record<string, unknown>> | undefined,
): void {
  tell({ kind: 'log', level, message, ...(facts ? { facts } : {}) });
}

function tell(message: NetworkMessage, then: () => void = () => undefined): void {
  // A send that fails means that the parent is gone; its disconnect ends this process.
  process.send?.(message, undefined, undefined, then);
}
