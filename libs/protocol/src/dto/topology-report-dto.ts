import { defineDto } from './define-dto';

/** A node as the check of a topology sees it. */
export interface TopologyNodeDto {
  name: string;
  /** netlab's device type: `frr`, `eos`. */
  device: string;
  role: string;
  /** Names of its interfaces. */
  interfaces: string[];
}

/** Answer of `POST /topology/validate` for a topology that can be built. */
export interface TopologyReportDto {
  valid: true;
  /** SHA-256 identity: two uploads with the same one share a lab. */
  identity: string;
  /** Empty when only netlab itself can tell, see `note`. */
  nodes: TopologyNodeDto[];
  /** What the check could not see. */
  note?: string;
}

/** {@link TopologyReportDto} with its schema and check. */
export const topologyReportDto = defineDto<TopologyReportDto>('TopologyReportDto', {
  type: 'object',
  properties: {
    valid: { type: 'boolean', const: true },
    identity: { type: 'string' },
    nodes: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          device: { type: 'string' },
          role: { type: 'string' },
          interfaces: { type: 'array', items: { type: 'string' } },
        },
        required: ['name', 'device', 'role', 'interfaces'],
      },
    },
    note: { type: 'string' },
  },
  required: ['valid', 'identity', 'nodes'],
});
