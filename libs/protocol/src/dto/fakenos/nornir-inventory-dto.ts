import { defineDto, type ObjectSchema } from '../define-dto';

/** The hosts of the fake networks that live, as Nornir reads them. */
export interface NornirInventoryDto {
  hosts: Record<string, NornirHostDto>;
}

/** A host for Nornir. */
export interface NornirHostDto {
  /** The address at which the client reaches it. */
  hostname: string;
  port: number;
  platform: string;
  username: string;
  password: string;
  groups: string[];
  /** Where it stands: `network` and `host`. */
  data: Record<string, unknown>;
}

const nornirHostSchema: ObjectSchema<NornirHostDto> = {
  type: 'object',
  properties: {
    hostname: { type: 'string' },
    port: { type: 'integer' },
    platform: { type: 'string' },
    username: { type: 'string' },
    password: { type: 'string' },
    groups: { type: 'array', items: { type: 'string' } },
    data: { type: 'object' },
  },
  required: ['hostname', 'port', 'platform', 'username', 'password', 'groups', 'data'],
};

/** {@link NornirInventoryDto} with its schema and check. */
export const nornirInventoryDto = defineDto<NornirInventoryDto>('NornirInventoryDto', {
  type: 'object',
  properties: { hosts: { type: 'object', additionalProperties: nornirHostSchema } },
  required: ['hosts'],
});
