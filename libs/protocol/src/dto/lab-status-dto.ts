import { defineDto } from './define-dto';
import { type DeviceInfoDto, deviceInfoSchema } from './device-info-dto';

/** The states of the slot's lab, in the words of docs/lab-lifecycle.md. */
export const LAB_STATES = [
  'none',
  'starting',
  'in_use',
  'idle',
  'stopping',
  'failed',
  'quarantined',
] as const;

/** One of {@link LAB_STATES}. */
export type LabStateDto = (typeof LAB_STATES)[number];

/** Answer of `GET /lab`. */
export interface LabStatusDto {
  running: boolean;
  /** The topology file's name as uploaded (the original gives a server path), `null` when no lab runs. */
  topology: string | null;
  ref_count: number;
  devices: DeviceInfoDto[];
  /** Always `null`; kept for readers of the original. */
  netlab_status: string | null;
  state?: LabStateDto;
  identity?: string;
  generation?: number;
  /** Why the last start failed or the slot is quarantined. */
  reason?: string;
}

/** {@link LabStatusDto} with its schema and check. */
export const labStatusDto = defineDto<LabStatusDto>('LabStatusDto', {
  type: 'object',
  properties: {
    running: { type: 'boolean' },
    topology: { type: ['string', 'null'] },
    ref_count: { type: 'integer', minimum: 0 },
    devices: { type: 'array', items: deviceInfoSchema },
    netlab_status: { type: ['string', 'null'] },
    state: {
      type: 'string',
      enum: LAB_STATES,
    },
    identity: { type: 'string' },
    generation: { type: 'integer' },
    reason: { type: 'string' },
  },
  required: ['running', 'topology', 'ref_count', 'devices', 'netlab_status'],
});
