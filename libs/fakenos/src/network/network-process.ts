import { buildDevices } from '../device/build-devices';
import type { Platform } from '../engine/platform';
import { FakeNosError, messageOf } from '../errors';
import type { Logger } from '../logger';
import { loadPlatformModule } from '../nos-file/load-platform-module';
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
  const { id } = request;
  try {
    const answer = await answerTo(request);
    tell({ kind: 'done', id, answer }, request.kind === 'stop' ? () => process.exit(0) : undefined);
  } catch (error) {
    const { code, problems } =
      error instanceof FakeNosError ? error : { code: 'network_start_failed' as const, problems: [] };
    tell({ kind: 'failed', id, code, message: messageOf(error), problems });
  }
}

async function answerTo(request: NetworkRequest): Promise<unknown> {
  switch (request.kind) {
    case 'start':
      network = await start(request.order);
      return network.devices;
    case 'stop':
      await network?.close();
      return null;
    case 'setBehavior':
      started().behave(request.hosts, request.behavior);
      return started().behaviors();
    case 'getBehavior':
      return started().behaviors();
    case 'getSessions':
      return started().recorder.sessions();
    case 'getRecording': {
      const recording = started().recorder.recording(request.session);
      if (recording) return recording;
      const message = `The network remembers no session ${request.session}. Ask for its sessions to see which there are.`;
      throw new FakeNosError('recording_unknown', message);
    }
  }
}

function started(): StartedDevices {
  if (network) return network;
  throw new FakeNosError('network_not_running', 'The network has not been started.');
}

async function start(order: NetworkOrder): Promise<StartedDevices> {
  const modules = new Map<string, Platform>();
  for (const path of order.modules ?? []) {
    const platform = await loadPlatformModule(path);
    for (const name of [platform.name, ...(platform.aliases ?? [])]) modules.set(name, platform);
  }
  const platformOf = (name: string) => modules.get(name) ?? platformFor(name);
  const clock = { now: () => performance.now(), date: () => new Date() };
  const onReload = (node: string) => network?.hangUp(node);
  const devices = buildDevices(order.model, { clock, platformOf, onReload });
  const of = order.nodes.length;
  return startDevices(order, {
    devices,
    platformFor: platformOf,
    clock,
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
