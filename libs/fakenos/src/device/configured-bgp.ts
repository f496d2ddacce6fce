import type { BgpFacts } from '../configuration/config-facts';
import type { BgpPeer } from './bgp-peer';

/** The BGP sessions that a configuration asks for; a neighbour without description goes by its address. */
export function configuredBgp({ neighbors }: BgpFacts): readonly BgpPeer[] {
  return neighbors.map(({ ipv4, remoteAs, description, updateSource }) => ({
    name: description ?? ipv4,
    ipv4,
    remoteAs,
    ...(updateSource !== undefined && { updateSource }),
  }));
}
