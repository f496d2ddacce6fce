export { LabError } from './errors';
export type { LabErrorCode, LabErrorDetail, LabHolder } from './errors';
export { fileGenerations } from './file-generations';
export { HostLock, acquireHostLock, withHostLock } from './host-lock';
export type { HostLockOptions } from './host-lock';
export { HostLockError } from './host-lock-error';
export type { HostLockErrorCode } from './host-lock-error';
export type { LockOwner } from './claim-file';
export type {
  BackendCall,
  BackendLab,
  Device,
  LabBackend,
  LabOrder,
  LabRecord,
  ReclaimReport,
  SshLogin,
} from './lab-backend';
export type { LabClock } from './lab-clock';
export type { LabEvent, LabEventBase, LabEventListener } from './lab-events';
export type { LabLock } from './lab-lock';
export { LabManager } from './lab-manager';
export type {
  AcquiredLab,
  AcquireRequest,
  CloseReport,
  LabManagerOptions,
  LabReference,
  PatientAcquireRequest,
  RecoveryReport,
  ReferenceName,
} from './lab-requests';
export type { LabSnapshot, LastFailure } from './lab-snapshot';
export type { EndManner, LabFacts, LabState, StartFailure, TeardownReason } from './lab-state';
export { isProcessAlive, probeProcess } from './process-identity';
export type { ProcessIdentity, ProcessProbe } from './process-identity';
export type { OwnerLiveness } from './succession';
export { systemLabClock } from './system-lab-clock';
