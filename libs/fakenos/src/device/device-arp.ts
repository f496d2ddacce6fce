import type { DeviceArpEntry } from './fake-device';
import { interfaceMac } from './interface-mac';
import { ipv4Prefix } from './ipv4-prefix';
import type { LabPort } from './lab-ports';

/** Everyone with an address on the device's links. */
export function deviceArp(ports: readonly LabPort[]): readonly DeviceArpEntry[] {
  return ports
    .filter(({ linkUp, port }) => linkUp && port.ipv4 !== undefined)
    .flatMap(({ port, peers }) =>
      peers.flatMap((peer) => {
        const address = ipv4Prefix(peer.port.ipv4);
        if (!address || !peer.linkUp) return [];
        const mac = interfaceMac(peer.node, peer.port);
        return [{ interfaceName: port.ifname, ipv4: address.address, mac }];
      }),
    );
}
