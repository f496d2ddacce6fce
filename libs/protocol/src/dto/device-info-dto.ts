import { defineDto, type ObjectSchema } from './define-dto';

/** One device of the lab. */
export interface DeviceInfoDto {
  name: string;
  /** The whole mapping that `netlab inspect --node NAME` prints: `ansible_host`, `mgmt`, `interfaces`, … */
  raw: Record<string, unknown>;
}

/** The schema alone, for messages that contain devices. */
export const deviceInfoSchema: ObjectSchema<DeviceInfoDto> = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    raw: { type: 'object' },
  },
  required: ['name', 'raw'],
};

/** {@link DeviceInfoDto} with its schema and check. */
export const deviceInfoDto = defineDto<DeviceInfoDto>('DeviceInfoDto', deviceInfoSchema);

/** Answer of `GET /lab/devices`. */
export const deviceInfoListDto = defineDto<DeviceInfoDto[]>('DeviceInfoListDto', {
  type: 'array',
  items: deviceInfoSchema,
});
