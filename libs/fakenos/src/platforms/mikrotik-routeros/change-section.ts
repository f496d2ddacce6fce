import { changeSection, placeByWords } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import { leaf } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import type { Entry } from './entry';
import { writeEntry } from './entry';

/** In the order of an export. */
const PLACE = placeByWords([
  ...['/interface bridge', '/interface ethernet', '/interface vlan', '/interface list', '/interface'],
  ...['/routing bgp instance', '/routing bgp template', '/routing ospf instance', '/routing ospf area'],
  ...['/snmp', '/ip pool', '/ip address', '/ip dhcp-client', '/ip dns', '/ip firewall', '/ip route', '/ip'],
  ...['/ipv6 address', '/ipv6', '/routing bgp', '/routing ospf', '/system', '/tool', '/user'],
]);

/** Changes one menu of the running configuration; at once, and for good. */
export function changeMenu(
  { configuration }: FakeDevice,
  section: string,
  change: (lines: ConfigTree) => ConfigTree,
): void {
  configuration?.edit((tree) =>
    changeSection(tree, [section], change, PLACE).filter(({ children }) => children?.length !== 0),
  );
  configuration?.save();
}

/** Puts an entry in the place of a line; undefined takes the line away. */
export function replaceLine(lines: ConfigTree, line: string, entry: Entry | undefined): ConfigTree {
  return lines.flatMap((node) => {
    if (node.text !== line) return [node];
    return entry ? [leaf(writeEntry(entry))] : [];
  });
}
