// Before the others, which need what it restores.
import './restore-dispose-symbols';
export { type AcquireOptions } from './acquire-options';
export { type AcquiredLab } from './acquired-lab';
export { type ConnectOptions } from './connect-options';
export {
  CLIENT_ERROR_CODES,
  type ClientErrorCode,
  LabStartError,
  RemoteLabError,
  type RemoteLabErrorDetails,
  SessionLostError,
  WaitTimeoutError,
} from './errors';
export { Lab, type LabJson } from './lab';
export { type LabDevice } from './lab-device';
export { type LabStatus } from './lab-status';
export { type QueuePlace, type SessionHolder } from './queue-place';
export { RemoteLabClient } from './remote-lab-client';
export { topologyIdentity } from './topology/topology-identity';
export { type ExtraFile, type ExtraFiles, type TopologySource } from './topology-source';
export { type Clock } from './wait';
