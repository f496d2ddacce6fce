import type { NodeModel } from '@remote-lab/topology';
import { nodeAttribute } from './node-attribute';

/** What a device calls itself until it is configured otherwise: an inventory's host may have another name than it is known by. */
export function givenName({ name, attributes }: Pick<NodeModel, 'name' | 'attributes'>): string {
  const given = nodeAttribute(attributes, 'fakenos.hostname');
  return typeof given === 'string' ? given : name;
}
