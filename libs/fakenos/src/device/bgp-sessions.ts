import type { BgpPeer } from './bgp-peer';
import type { FakeDevice } from './fake-device';
import { bestRoute } from './find-routes';
import { ipv4Prefix } from './ipv4-prefix';

/** What decides whether sessions come up. */
export interface BgpWorld {
  readonly peersOf: (node: string) => readonly BgpPeer[];
  readonly viewOf: (node: string) => Pick<FakeDevice, 'interfaces' | 'routes' | 'bgpAs'>;
  /** The node of an address, by the addresses of interfaces that are up. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Says of a session whether it is up: there is a way to the other side and back, and that side is configured for us. */
export function bgpSessions(world: BgpWorld): (node: string, peer: BgpPeer) => boolean {
  return (node, peer) => {
    const other = world.owners.get(peer.ipv4);
    if (other === undefined) return false;
    const [here, there] = [world.viewOf(node), world.viewOf(other)];
    const own = ownAddresses(here);
    const back = world.peersOf(other).find(({ ipv4 }) => own.includes(ipv4));
    const agreed = there.bgpAs === peer.remoteAs && back?.remoteAs === here.bgpAs;
    return (
      agreed && bestRoute(here, peer.ipv4) !== undefined && bestRoute(there, back?.ipv4 ?? '') !== undefined
    );
  };
}

/** The IPv4 addresses of a device's interfaces that are up, without management. */
export function ownAddresses({ interfaces }: Pick<FakeDevice, 'interfaces'>): readonly string[] {
  return interfaces.flatMap(({ ipv4, kind, linkUp }) =>
    kind !== 'mgmt' && linkUp ? (ipv4Prefix(ipv4)?.address ?? []) : [],
  );
}
