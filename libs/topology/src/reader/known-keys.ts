/** The configuration modules of netlab 26.03; each is also an attribute of topologies, nodes, links and interfaces. */
export const MODULES: readonly string[] = [
  'bfd',
  'bgp',
  'dhcp',
  'eigrp',
  'evpn',
  'gateway',
  'isis',
  'lag',
  'mpls',
  'ospf',
  'ripv2',
  'routing',
  'sr',
  'srv6',
  'stp',
  'vlan',
  'vrf',
  'vxlan',
];

/** The providers; also attributes of topologies, nodes and links. */
export const PROVIDERS: readonly string[] = ['clab', 'libvirt', 'virtualbox', 'external'];

const OUTPUTS = ['ansible', 'd2', 'graph', 'graphite', 'report', 'tools', 'config', 'format'];
const TOOLS = ['edgeshark', 'graphite', 'nso', 'nuts', 'suzieq'];
/** Devices with attributes of their own. */
const DEVICE_ATTRIBUTES = ['frr', 'ios', 'eos', 'cat8000v', 'kind'];
/** Attributes that plugins add; without the plugin they mean nothing, and harm nobody. */
const PLUGIN_ATTRIBUTES = ['bonding', 'clone', 'fabric', 'files', 'firewall', 'multilab', 'kind'];

/** What may stand at the top of a topology. */
export const TOPOLOGY_KEYS: ReadonlySet<string> = new Set([
  ...['addressing', 'components', 'defaults', 'groups', 'links', 'message', 'module', 'name', 'nodes'],
  ...['plugin', 'prefix', 'provider', 'tools', 'validate', 'version', 'vlans', 'vrfs'],
  ...MODULES,
  ...PROVIDERS,
  ...OUTPUTS,
  ...DEVICE_ATTRIBUTES,
  ...PLUGIN_ATTRIBUTES,
]);

/** What a node may have. */
export const NODE_KEYS: ReadonlySet<string> = new Set([
  ...[
    'box',
    'config',
    'cpu',
    'device',
    'group',
    'id',
    'image',
    'include',
    'interfaces',
    'loopback',
    'memory',
  ],
  ...['mgmt', 'module', 'mtu', 'name', 'provider', 'role', 'skip_config', 'unmanaged', 'vlans', 'vrfs'],
  ...MODULES,
  ...PROVIDERS,
  ...OUTPUTS,
  ...TOOLS,
  ...DEVICE_ATTRIBUTES,
  ...PLUGIN_ATTRIBUTES,
]);

/** What a group may have besides the attributes of its nodes. */
export const GROUP_KEYS: ReadonlySet<string> = new Set([
  'members',
  'vars',
  'node_data',
  'type',
  'prefix',
  'links',
]);

/** What a link may have besides its nodes. */
export const LINK_KEYS: ReadonlySet<string> = new Set([
  ...['bandwidth', 'bridge', 'disable', 'group', 'interfaces', 'linkindex', 'members', 'mtu', 'name', 'pool'],
  ...['parentindex', 'prefix', 'ra', 'role', 'shutdown', 'tc', 'type', 'unnumbered', 'vlan_name'],
  ...MODULES,
  ...PROVIDERS,
  ...OUTPUTS,
  ...PLUGIN_ATTRIBUTES,
]);

/** What a node may have on a link. */
export const INTERFACE_KEYS: ReadonlySet<string> = new Set([
  ...['node', 'ipv4', 'ipv6', 'ifindex', 'ifname'],
  ...LINK_KEYS,
]);

/** Values of a link's `type`. */
export const LINK_TYPES: readonly string[] = [
  'lan',
  'p2p',
  'stub',
  'loopback',
  'tunnel',
  'lag',
  'vlan_member',
];

/** What an address pool may have. */
export const POOL_KEYS: ReadonlySet<string> = new Set([
  ...['allocation', 'ipv4', 'ipv6', 'mac', 'prefix', 'prefix6', 'start', 'unnumbered'],
]);

/** Settings of a module at the top of a topology that are not meant for its nodes. */
export const MODULE_KEYS_NOT_FOR_NODES: Readonly<Record<string, readonly string[]>> = {
  bgp: ['ebgp_role', 'advertise_roles', 'rr_list', 'as_list', 'confederation'],
  evpn: ['start_transit_vni', 'transport', 'vlan_bundle_service', 'as'],
  gateway: ['id', 'protocol'],
  lag: ['start_lag_id'],
  routing: ['policy', 'prefix', 'aspath', 'community', 'static'],
  sr: ['node_sid_offset'],
  srv6: ['locator_pool'],
  stp: ['stub_port_type'],
  vlan: ['start_vlan_id', 'mode'],
  vxlan: ['use_v6_vtep', 'start_vni'],
};
