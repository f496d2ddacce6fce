import type { LabStateDto, LabStatusDto } from '@remote-lab/protocol';
import { LabDevice } from './lab-device';

/** What runs on the lab host. */
export interface LabStatus {
  readonly running: boolean;
  /** The topology file's name; `undefined` when no lab runs. */
  readonly topology: string | undefined;
  /** References that are not released yet. */
  readonly refCount: number;
  readonly devices: readonly LabDevice[];
  /** `undefined` with servers that do not tell; so are the others below. */
  readonly state: LabStateDto | undefined;
  readonly identity: string | undefined;
  readonly generation: number | undefined;
  /** Why the last start failed, or the host is out of order. */
  readonly reason: string | undefined;
}

/** From the wire's words to ours. */
export function labStatus(dto: LabStatusDto): LabStatus {
  return {
    running: dto.running,
    topology: dto.topology ?? undefined,
    refCount: dto.ref_count,
    devices: dto.devices.map((device) => new LabDevice(device)),
    state: dto.state,
    identity: dto.identity,
    generation: dto.generation,
    reason: dto.reason,
  };
}
