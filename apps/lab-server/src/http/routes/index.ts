import type { RouteName } from '@remote-lab/protocol';
import { acquireLab } from './acquire-lab';
import { docs, openapi } from './description';
import {
  hostBehavior,
  networkBehavior,
  resetHostBehavior,
  resetNetworkBehavior,
  setHostBehavior,
  setNetworkBehavior,
} from './fakenos/behaviors';
import { deviceRecording, deviceSessions, recordedPlatform } from './fakenos/device-sessions';
import { fakeNosInventory, fakeNosVersion, nornirInventory } from './fakenos/inventories';
import {
  network,
  networks,
  restartNetwork,
  startNetwork,
  stopNetwork,
  stopNetworks,
} from './fakenos/networks';
import type { Handler } from './handler';
import { debugHealth, healthz, readyz } from './health';
import { cancelJob, jobEvents, jobStatus } from './jobs';
import { destroyLab, labDevices, labStatus, releaseLab } from './lab';
import { validateTopology } from './validate-topology';
import { sessionEvents } from './session-events';
import { activeSession, createSession, endSession, heartbeat, sessionStatus } from './sessions';

/** Who answers what; the compiler checks that no operation of the protocol is forgotten. */
export const handlers: Readonly<Record<RouteName, Handler>> = {
  createSession,
  heartbeat,
  sessionStatus,
  sessionEvents,
  endSession,
  activeSession,
  validateTopology,
  acquireLab,
  labStatus,
  releaseLab,
  destroyLab,
  labDevices,
  startNetwork,
  networks,
  stopNetworks,
  network,
  restartNetwork,
  stopNetwork,
  networkBehavior,
  setNetworkBehavior,
  resetNetworkBehavior,
  hostBehavior,
  setHostBehavior,
  resetHostBehavior,
  deviceSessions,
  deviceRecording,
  recordedPlatform,
  fakeNosInventory,
  nornirInventory,
  fakeNosVersion,
  jobStatus,
  jobEvents,
  cancelJob,
  healthz,
  debugHealth,
  readyz,
  openapi,
  docs,
};
