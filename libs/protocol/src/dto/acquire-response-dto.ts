import { defineDto } from './define-dto';
import { type DeviceInfoDto, deviceInfoSchema } from './device-info-dto';

/** Answer of `POST /lab`. */
export interface AcquireResponseDto {
  /** Whether a lab that already ran was handed out. */
  reused: boolean;
  devices: DeviceInfoDto[];
  /** SHA-256 identity of what was uploaded. */
  identity?: string;
  /** The lab's fencing number on its host. */
  generation?: number;
  /** Names what this acquire got, for a release that can be repeated without giving back anybody else's. */
  reference?: string;
}

/** {@link AcquireResponseDto} with its schema and check. */
export const acquireResponseDto = defineDto<AcquireResponseDto>('AcquireResponseDto', {
  type: 'object',
  properties: {
    reused: { type: 'boolean' },
    devices: { type: 'array', items: deviceInfoSchema },
    identity: { type: 'string' },
    generation: { type: 'integer' },
    reference: { type: 'string' },
  },
  required: ['reused', 'devices'],
});
