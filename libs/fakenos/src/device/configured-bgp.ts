import type { BgpFacts } from '../configuration/config-facts';
import type { DeviceBgpNeighbor } from './fake-device';

/** The BGP sessions that a configuration asks for; a neighbour without description goes by its address. */
export function configuredBgp({ neighbors }: BgpFacts): readonly DeviceBgpNeighbor[] {
  return neighbors.map(({ ipv4, remoteAs, description, updateSource }) => ({
    name: description ?? ipv4,
    ipv4,
    remoteAs,
    ...(updateSource !== undefined && { updateSource }),
  }));
}
