import { BFD, BGP, EIGRP, ISIS, MPLS, OSPF, RIPV2, SR, SRV6 } from './protocol-rules';
import { ROUTING } from './routing-rules';
import { mapOf, scalar, type Rule, type Table } from './rule';
import * as is from './scalar-kind';
import { DHCP, EVPN, GATEWAY, STP, VLAN_MODE, VXLAN } from './switching-rules';

/** Settings of the module `vlan` but for trunks, where a VLAN has what an interface has. */
export const VLAN: Table = {
  ...{ mode: VLAN_MODE, access: scalar(is.name), native: scalar(is.name) },
  start_vlan_id: scalar(is.integer(1, 4095)),
};

/** Settings of a module, or whether it is on. */
export const settings = (table: Table): Rule => mapOf(table, is.boolean);

/** What may be said of the modules that say nothing of links. */
export const PLAIN_MODULE_RULES: Table = {
  ...{ bfd: settings(BFD), bgp: settings(BGP), dhcp: settings(DHCP), eigrp: settings(EIGRP) },
  ...{ evpn: settings(EVPN), gateway: settings(GATEWAY), isis: settings(ISIS), mpls: settings(MPLS) },
  ...{ ospf: settings(OSPF), ripv2: settings(RIPV2), routing: settings(ROUTING), sr: settings(SR) },
  ...{ srv6: settings(SRV6), stp: settings(STP), vxlan: settings(VXLAN) },
  vrf: mapOf({ as: scalar(is.asNumber), loopback: scalar(is.boolean) }, is.name, is.boolean),
};
