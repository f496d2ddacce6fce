import { FakeNosError } from '../errors';
import type { Logger } from '../logger';
import { launchNetworkProcess } from './launch-network-process';
import { NetworkChild } from './network-child';
import type { NetworkDevice, NetworkOrder } from './network-messages';
import { RunningNetwork } from './running-network';

/** How a start is followed and given up. */
export interface LaunchOptions {
  readonly logger: Logger;
  readonly onListening?: (devices: readonly NetworkDevice[], of: number) => void;
  /** How long it may take until every device listens. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts a network's process and has it build what is ordered. Resolves when every device listens; rejects, with nothing left
 * running, as the process answers, with `network_start_failed` when it ends, with `start_timeout`, or with the signal's reason.
 */
export async function launchNetwork(order: NetworkOrder, options: LaunchOptions): Promise<RunningNetwork> {
  const { logger, onListening, deadlineMs, signal } = options;
  signal?.throwIfAborted();
  let up = 0;
  const child = new NetworkChild(launchNetworkProcess(), (news) => {
    if (news.kind === 'log') return logger[news.level](news.message, news.facts);
    up += news.devices.length;
    onListening?.(news.devices, news.of);
  });
  let late = false;
  const kill = () => child.kill();
  const deadline = setTimeout(() => {
    late = true;
    kill();
  }, deadlineMs);
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const devices = await child.ask('start', { order });
    signal?.throwIfAborted();
    if (child.pid === undefined)
      throw new FakeNosError('network_start_failed', 'The network has no process.');
    return new RunningNetwork(child, child.pid, devices, logger);
  } catch (error) {
    child.kill();
    await child.exited;
    signal?.throwIfAborted();
    if (!late) throw error;
    const message = `Of ${order.nodes.length} hosts ${up} listened within ${deadlineMs / 1000} s. Allow more time, or start fewer.`;
    throw new FakeNosError('start_timeout', message);
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', kill);
  }
}
