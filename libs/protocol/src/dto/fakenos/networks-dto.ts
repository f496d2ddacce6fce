import { defineDto, type ObjectSchema } from '../define-dto';

/** A host of a fake network, and how to log in to it. */
export interface NetworkHostDto {
  name: string;
  /** What the inventory calls it: netmiko's `device_type`, unless it says otherwise. */
  platform: string;
  /** The port on which it answers SSH. */
  port: number;
  username: string;
  password: string;
  /** The port on which it answers Telnet, if it does. */
  telnet_port?: number;
}

/** A fake network as it is. */
export interface NetworkDetailsDto {
  /** Of its process; the last one it had when `alive` is false. */
  pid: number;
  /** Whether its process lives. */
  alive: boolean;
  /** In the order of the inventory. */
  hosts: NetworkHostDto[];
  hosts_count: number;
  /** What the system says of the process (`sleeping`, `running`, …); `dead` when `alive` is false. */
  status: string;
  /** How a network that is not alive ended, with its last words. */
  ended?: string;
  /** Whole seconds since every host listened. */
  uptime_seconds?: number;
  /** Of one core; absent, as what follows, where the system does not tell. */
  cpu_percent?: number;
  /** MiB, as `memory_vms_mb`. */
  memory_rss_mb?: number;
  memory_vms_mb?: number;
  num_threads?: number;
}

const networkHostSchema: ObjectSchema<NetworkHostDto> = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    platform: { type: 'string' },
    port: { type: 'integer', minimum: 0 },
    username: { type: 'string' },
    password: { type: 'string' },
    telnet_port: { type: 'integer', minimum: 0 },
  },
  required: ['name', 'platform', 'port', 'username', 'password'],
};

const networkDetailsSchema: ObjectSchema<NetworkDetailsDto> = {
  type: 'object',
  properties: {
    pid: { type: 'integer' },
    alive: { type: 'boolean' },
    hosts: { type: 'array', items: networkHostSchema },
    hosts_count: { type: 'integer', minimum: 0 },
    status: { type: 'string' },
    ended: { type: 'string' },
    uptime_seconds: { type: 'integer', minimum: 0 },
    cpu_percent: { type: 'number', minimum: 0 },
    memory_rss_mb: { type: 'number', minimum: 0 },
    memory_vms_mb: { type: 'number', minimum: 0 },
    num_threads: { type: 'integer', minimum: 0 },
  },
  required: ['pid', 'alive', 'hosts', 'hosts_count', 'status'],
};

/** Fake networks by their names. */
export type NetworksDto = Record<string, NetworkDetailsDto>;

/** {@link NetworksDto} with its schema and check. */
export const networksDto = defineDto<NetworksDto>('NetworksDto', {
  type: 'object',
  properties: {},
  additionalProperties: networkDetailsSchema,
  required: [],
});

/** Names of fake networks: the answer when `details=false`. */
export const networkNamesDto = defineDto<string[]>('NetworkNamesDto', {
  type: 'array',
  items: { type: 'string' },
});

/** The networks that were stopped, by name. */
export type StoppedNetworksDto = Record<string, 'stopped'>;

/** {@link StoppedNetworksDto} with its schema and check. */
export const stoppedNetworksDto = defineDto<StoppedNetworksDto>('StoppedNetworksDto', {
  type: 'object',
  properties: {},
  additionalProperties: { type: 'string', const: 'stopped' },
  required: [],
});
