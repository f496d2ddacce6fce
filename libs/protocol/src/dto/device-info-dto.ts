import { defineDto, type ObjectSchema } from './define-dto';

/** What is needed to log in to a device over SSH. */
export interface SshLoginDto {
  host: string;
  port: number;
  user: string;
  /** Absent where none is set or known. */
  password?: string;
  /** As netmiko names it: `arista_eos`. */
  platform: string;
}

/** One device of the lab. */
export interface DeviceInfoDto {
  name: string;
  /** The whole mapping that `netlab inspect --node NAME` prints: `ansible_host`, `mgmt`, `interfaces`, … */
  raw: Record<string, unknown>;
  /** How to log in; null when nobody can, `ssh_reason` then says why. Absent from servers that do not tell. */
  ssh?: SshLoginDto | null;
  ssh_reason?: string;
}

/** The schema alone, for messages that contain devices. */
export const deviceInfoSchema: ObjectSchema<DeviceInfoDto> = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    raw: { type: 'object' },
    ssh: {
      type: ['object', 'null'],
      properties: {
        host: { type: 'string' },
        port: { type: 'integer' },
        user: { type: 'string' },
        password: { type: 'string' },
        platform: { type: 'string' },
      },
      required: ['host', 'port', 'user', 'platform'],
    },
    ssh_reason: { type: 'string' },
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
