import type { RouteName } from '@remote-lab/protocol';
import { acquireLab } from './acquire-lab';
import { docs, openapi } from './description';
import type { Handler } from './handler';
import { debugHealth, healthz, readyz } from './health';
import { destroyLab, labDevices, labStatus, releaseLab } from './lab';
import { validateTopology } from './validate-topology';
import { activeSession, createSession, endSession, heartbeat, sessionStatus } from './sessions';

/** Who answers what; the compiler checks that no operation of the protocol is forgotten. */
export const handlers: Readonly<Record<RouteName, Handler>> = {
  createSession,
  heartbeat,
  sessionStatus,
  endSession,
  activeSession,
  validateTopology,
  acquireLab,
  labStatus,
  releaseLab,
  destroyLab,
  labDevices,
  healthz,
  debugHealth,
  readyz,
  openapi,
  docs,
};
