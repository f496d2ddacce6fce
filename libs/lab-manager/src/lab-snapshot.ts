import type { Device } from './lab-backend';
import type { LabState, StartFailure } from './lab-state';

/** The last start that failed; remembered until one succeeds. */
export interface LastFailure extends StartFailure {
  readonly at: Date;
  readonly generation: number;
}

/** What the slot looks like at one moment. */
export interface LabSnapshot {
  readonly state: LabState['name'];
  /** Of the lab that runs, starts, stops, failed or is stuck. */
  readonly generation: number | undefined;
  readonly identity: string | undefined;
  /** The topology file's name as uploaded. */
  readonly topology: string | undefined;
  readonly references: number;
  /** The session id of the oldest reference: a secret, not for everybody's eyes. */
  readonly holder: string | undefined;
  /** Empty unless the lab is up. */
  readonly devices: readonly Device[];
  readonly idleSince: Date | undefined;
  readonly lastFailure: LastFailure | undefined;
  /** Why the slot is quarantined. */
  readonly quarantine: string | undefined;
}

/** The snapshot of a state. */
export function snapshotOf(state: LabState, lastFailure: LastFailure | undefined): LabSnapshot {
  const lab = 'lab' in state ? state.lab : undefined;
  const references = 'references' in state ? state.references : [];
  return {
    state: state.name,
    generation: lab?.generation,
    identity: lab?.identity,
    topology: lab?.topology,
    references: references.length,
    holder: references[0]?.owner,
    devices: 'devices' in state ? state.devices : [],
    idleSince: state.name === 'idle' ? state.idleSince : undefined,
    lastFailure,
    quarantine: state.name === 'quarantined' ? state.reason : undefined,
  };
}
