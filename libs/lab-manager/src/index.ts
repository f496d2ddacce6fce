export { LabError } from './errors';
export type { LabErrorCode, LabErrorDetail, LabHolder } from './errors';
export type {
  BackendCall,
  BackendLab,
  Device,
  LabBackend,
  LabOrder,
  LabRecord,
  ReclaimReport,
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
} from './lab-requests';
export type { LabSnapshot, LastFailure } from './lab-snapshot';
export type { EndManner, HeldReference, LabFacts, LabState, StartFailure, TeardownReason } from './lab-state';
export { systemLabClock } from './system-lab-clock';
