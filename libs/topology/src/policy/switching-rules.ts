import { ADDRESS_KEYS } from './address-rules';
import { listOf, mapOf, scalar, type Table } from './rule';
import * as is from './scalar-kind';

const yes = scalar(is.boolean);
const vni = scalar(is.integer(1, 16777215));
const onFamilies = mapOf({ ipv4: yes, ipv6: yes, default: yes }, is.boolean);

/** Route distinguishers and targets: also numbers to count from, and names of VRFs. */
export const routeTargets = listOf(is.colonId, is.name);

/** Settings of the module `dhcp`. */
export const DHCP: Table = {
  ...{ server: listOf(is.boolean, is.name), vrf: scalar(is.boolean, is.name) },
  ...{ client: onFamilies, subnet: onFamilies },
};

/** Settings of the module `evpn`. */
export const EVPN: Table = {
  session: listOf(is.oneOf('ibgp', 'ebgp')),
  start_transit_vni: vni,
  transport: scalar(is.oneOf('vxlan', 'mpls', 'sr')),
  ...{ vlans: listOf(is.name), vrfs: listOf(is.name), as: scalar(is.asNumber), domain: scalar(is.name) },
  ...{ evi: scalar(is.colonId), rd: scalar(is.colonId), import: routeTargets, export: routeTargets },
  transit_vni: scalar(is.integer(1, 16777215), is.name, is.boolean),
  bundle: scalar(is.oneOf('vlan_aware', 'vlan', 'port', 'port_vlan')),
};

/** Settings of the module `gateway`. */
export const GATEWAY: Table = {
  id: scalar(is.integer(-65536, 4294967295)),
  protocol: scalar(is.oneOf('anycast', 'vrrp')),
  anycast: mapOf({ unicast: yes, mac: scalar(is.mac) }, is.boolean),
  vrrp: mapOf(
    { group: scalar(is.integer(0, 4095)), priority: scalar(is.integer(0, 255)), preempt: yes },
    is.boolean,
  ),
  ...ADDRESS_KEYS,
};

/** Settings of the module `lag` but for the members of a LAG, which are links. */
export const LAG: Table = {
  lacp: scalar(is.oneOf('off', 'slow', 'fast')),
  lacp_mode: scalar(is.oneOf('passive', 'active')),
  mode: scalar(is.oneOf('802.3ad', 'balance-xor')),
  ifindex: scalar(is.integer(0, 10000)),
  mlag: mapOf({ mac: scalar(is.mac), peergroup: scalar(is.integer(1, 4294967295), is.boolean) }, is.boolean),
  lacp_system_id: scalar(is.mac, is.integer(0, 65535)),
};

const port = scalar(is.oneOf('normal', 'edge', 'network', 'auto', 'none'));

/** Settings of the module `stp`. */
export const STP: Table = {
  ...{ enable: yes, stub_port_type: port, port_type: port },
  protocol: scalar(is.oneOf('stp', 'rstp', 'mstp', 'pvrst')),
  priority: scalar(is.integer(0, 61440)),
  port_priority: scalar(is.integer(0, 15)),
};

/** How a VLAN is forwarded. */
export const VLAN_MODE = scalar(is.oneOf('bridge', 'irb', 'route'));

/** Settings of the module `vxlan`. */
export const VXLAN: Table = {
  ...{ domain: scalar(is.name), vlans: listOf(is.name), use_v6_vtep: yes, vtep: yes, start_vni: vni },
  flooding: scalar(is.oneOf('static', 'evpn')),
};
