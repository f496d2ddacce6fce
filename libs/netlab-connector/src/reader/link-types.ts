import type { LinkType } from '@remote-lab/topology';

const TYPES: readonly LinkType[] = ['p2p', 'lan', 'stub', 'loopback', 'tunnel', 'lag', 'svi', 'vlan_member'];

/** The type of an interface or link; a type that a plugin or a later release adds goes by the number of neighbors. */
export function interfaceType(type: unknown, neighbors: number): LinkType {
  const known = TYPES.find((one) => one === type);
  return known ?? (neighbors === 0 ? 'stub' : neighbors === 1 ? 'p2p' : 'lan');
}
