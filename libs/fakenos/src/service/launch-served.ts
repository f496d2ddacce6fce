import type { Logger } from '../logger';
import { launchNetwork } from '../network/launch-network';
import type { NetworkOrder } from '../network/network-messages';
import type { RunningNetwork } from '../network/running-network';
import { refuseTakenPorts } from './refuse-taken-ports';
import type { ServedNetwork } from './served-network';
import type { FakeNosCall } from './service-call';
import type { TaskDeadline } from './task-deadline';

/** What is needed to start the process of a network. */
export interface LaunchServedOptions extends Pick<FakeNosCall, 'onProgress'> {
  readonly logger: Logger;
  readonly deadline: TaskDeadline;
  /** Whose ports are taken. */
  readonly networks: readonly ServedNetwork[];
}

/** Starts the process of a network and tells how far it is; rejects as {@link launchNetwork}, or with the owner of a port. */
export async function launchServed(
  network: string,
  order: NetworkOrder,
  { onProgress, logger, deadline, networks }: LaunchServedOptions,
): Promise<RunningNetwork> {
  refuseTakenPorts(network, order, networks);
  const of = order.nodes.length;
  let up = 0;
  onProgress?.({ kind: 'starting_network', network, message: `${network}: starting network`, up, of });
  const running = await launchNetwork(order, {
    logger,
    deadlineMs: deadline.leftMs,
    signal: deadline.callerSignal,
    onListening: (devices) => {
      up += devices.length;
      onProgress?.({ kind: 'hosts_up', network, message: `${network}: ${up} of ${of} hosts up`, up, of });
    },
  });
  onProgress?.({ kind: 'network_up', network, message: `${network}: every host listens`, up, of });
  return running;
}

/** Ends the process of a network if it lives, and says how it went; rejects with `network_stop_failed`. */
export async function endServed(
  { name: network, running, isAlive }: ServedNetwork,
  { onProgress }: Pick<FakeNosCall, 'onProgress'>,
): Promise<void> {
  if (!isAlive) return;
  onProgress?.({ kind: 'stopping_network', network, message: `${network}: stopping network` });
  const { signal } = await running.stop();
  const how = signal === 'SIGKILL' ? 'it did not stop when asked and was killed' : 'stopped';
  onProgress?.({ kind: 'network_stopped', network, message: `${network}: ${how}` });
}
