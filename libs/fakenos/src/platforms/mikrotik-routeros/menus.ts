import { ethernetRows, interfaceRows } from './interface-rows';
import type { Menu } from './menu';
import { COMMON, DISABLED, INTERFACE_FLAGS, kept, madeInterfaces, single } from './menu-kinds';
import { address6Rows, addressRows, arpRows, neighborRows, routeRows } from './network-rows';
import { bgpPeerRows, bgpSessionRows, ospfNeighborRows } from './routing-rows';
import type { FlagColumns } from './row';
import { clockValues, identityValues, resourceValues, routerboardValues } from './system-values';
import { packageRows, userRows } from './system-rows';

const ADDRESS: FlagColumns = [{ X: 'disabled', I: 'invalid', D: 'dynamic' }];
const ROUTE: FlagColumns = [
  { X: 'disabled', A: 'active' },
  { D: 'dynamic' },
  { C: 'connect', S: 'static', r: 'rip', b: 'bgp', o: 'ospf', m: 'mme' },
  { B: 'blackhole', U: 'unreachable', P: 'prohibit' },
];
const ROUTE7: FlagColumns = [
  { D: 'dynamic' },
  { A: 'active', X: 'disabled' },
  { c: 'connect', s: 'static', b: 'bgp', o: 'ospf' },
];
const ARP: FlagColumns = [
  { X: 'disabled', I: 'invalid', H: 'DHCP', D: 'dynamic' },
  { P: 'published', C: 'complete' },
];

/** Every menu that is known, the outer ones before those in them. */
export const menus: readonly Menu[] = [
  {
    path: 'interface',
    help: 'Interfaces',
    list: {
      rows: (device) => interfaceRows(device),
      flags: INTERFACE_FLAGS,
      columns: ['name', 'type', 'actual-mtu', 'l2mtu', 'max-l2mtu', 'mac-address'],
      takes: ['name', 'mtu', 'l2mtu', ...COMMON],
    },
  },
  {
    path: 'interface ethernet',
    help: 'Ethernet interfaces',
    list: {
      rows: ethernetRows,
      flags: [{ X: 'disabled', R: 'running' }, { S: 'slave' }],
      columns: ['name', 'mtu', 'mac-address', 'arp', 'switch'],
      takes: [
        ...['name', 'mtu', 'l2mtu', 'arp', 'mac-address', 'auto-negotiation', 'speed', 'full-duplex'],
        ...['advertise', 'disable-running-check', ...COMMON],
      ],
    },
  },
  madeInterfaces('bridge', 'Bridges, loopbacks among them', [
    'protocol-mode',
    'vlan-filtering',
    'admin-mac',
    'auto-mac',
  ]),
  madeInterfaces('vlan', 'VLAN interfaces', ['vlan-id', 'interface'], ['vlan-id', 'interface']),
  kept('interface bridge port', 'Ports of bridges', ['interface', 'bridge', 'pvid'], ['interface', 'bridge']),
  kept('interface list', 'Lists of interfaces', ['name', 'include', 'exclude'], ['name']),
  { path: 'ip', help: 'IPv4' },
  {
    path: 'ip address',
    help: 'Addresses of the interfaces',
    list: {
      rows: addressRows,
      flags: ADDRESS,
      flags7: [{ D: 'dynamic' }, { X: 'disabled', I: 'invalid' }],
      columns: ['address', 'network', 'interface'],
      takes: ['address', 'interface', 'network', 'netmask', 'broadcast', ...COMMON],
      needs: ['address', 'interface'],
    },
  },
  {
    path: 'ip route',
    help: 'Routes',
    list: {
      rows: routeRows,
      flags: ROUTE,
      flags7: ROUTE7,
      columns: ['dst-address', 'pref-src', 'gateway', 'distance'],
      columns7: ['dst-address', 'gateway', 'routing-table', 'distance'],
      takes: [
        ...['dst-address', 'gateway', 'distance', 'scope', 'target-scope', 'pref-src', 'check-gateway'],
        ...['routing-mark', 'routing-table', ...COMMON],
      ],
      needs: ['gateway'],
    },
  },
  {
    path: 'ip arp',
    help: 'Who has which address',
    list: {
      rows: arpRows,
      flags: ARP,
      columns: ['address', 'mac-address', 'interface'],
    },
  },
  {
    path: 'ip neighbor',
    help: 'Neighbors by MNDP, CDP and LLDP',
    list: {
      rows: neighborRows,
      flags: [],
      columns: ['interface', 'address', 'mac-address', 'identity', 'version', 'board'],
    },
  },
  single('ip neighbor discovery-settings', 'How neighbors are looked for', [
    'discover-interface-list',
    'protocol',
  ]),
  single('ip dns', 'Name servers', ['servers', 'allow-remote-requests', 'cache-size']),
  kept('ip dns static', 'Names of our own', ['name', 'address', 'ttl'], ['address']),
  kept('ip dhcp-client', 'DHCP clients', ['interface', 'add-default-route', 'use-peer-dns'], ['interface']),
  kept('ip pool', 'Pools of addresses', ['name', 'ranges'], ['name', 'ranges']),
  kept('ip service', 'Services', ['name', 'port', 'address']),
  { path: 'ip firewall', help: 'Firewall' },
  kept('ip firewall address-list', 'Lists of addresses', ['list', 'address', 'timeout'], ['list', 'address']),
  ...['filter', 'nat', 'mangle'].map((name) =>
    kept(
      `ip firewall ${name}`,
      `Firewall rules: ${name}`,
      [
        ...['chain', 'action', 'protocol', 'src-address', 'dst-address', 'src-port', 'dst-port'],
        ...['in-interface', 'out-interface', 'connection-state', 'to-addresses', 'to-ports'],
        ...['src-address-list', 'dst-address-list', 'log', 'log-prefix', 'new-packet-mark', 'passthrough'],
      ],
      ['chain'],
    ),
  ),
  { path: 'ipv6', help: 'IPv6' },
  {
    path: 'ipv6 address',
    help: 'IPv6 addresses of the interfaces',
    list: {
      rows: address6Rows,
      flags: [
        { X: 'disabled', I: 'invalid', D: 'dynamic' },
        { G: 'global', L: 'link-local' },
      ],
      columns: ['address', 'from-pool', 'interface', 'advertise'],
      takes: ['address', 'interface', 'advertise', 'eui-64', 'from-pool', 'no-dad', ...COMMON],
      needs: ['address', 'interface'],
    },
  },
  kept('ipv6 route', 'IPv6 routes', ['dst-address', 'gateway', 'distance'], ['gateway']),
  { path: 'routing', help: 'Routing protocols' },
  { path: 'routing ospf', help: 'Open Shortest Path First' },
  {
    path: 'routing ospf neighbor',
    help: 'OSPF neighbors',
    list: {
      rows: ospfNeighborRows,
      flags: [],
      flags7: [{ V: 'virtual', D: 'dynamic' }],
      columns: [],
      quoted: ['state'],
      detailed: true,
    },
  },
  kept('routing ospf instance', 'OSPF instances', ['name', 'router-id', 'version', 'redistribute'], ['name']),
  kept('routing ospf area', 'OSPF areas', ['name', 'area-id', 'instance', 'type'], ['name']),
  kept('routing ospf network', 'Networks on which OSPF 6 runs', ['network', 'area'], ['network', 'area']),
  kept(
    'routing ospf interface',
    'How OSPF 6 runs on interfaces',
    ['interface', 'cost', 'priority', 'network-type', 'passive', 'hello-interval', 'dead-interval'],
    ['interface'],
  ),
  kept(
    'routing ospf interface-template',
    'Where and how OSPF 7 runs',
    [
      ...['area', 'interfaces', 'networks', 'cost', 'priority', 'type', 'passive'],
      ...['hello-interval', 'dead-interval'],
    ],
    ['area'],
  ),
  { path: 'routing bgp', help: 'Border Gateway Protocol' },
  kept('routing bgp instance', 'BGP instances', ['name', 'as', 'router-id'], ['name']),
  {
    path: 'routing bgp peer',
    help: 'BGP peers',
    list: {
      rows: bgpPeerRows,
      flags: [{ X: 'disabled', E: 'established' }],
      columns: ['instance', 'remote-address', 'remote-as'],
      takes: [
        ...['name', 'instance', 'remote-address', 'remote-as', 'update-source', 'multihop', 'ttl'],
        ...['route-reflect', 'nexthop-choice', 'hold-time', 'in-filter', 'out-filter', ...COMMON],
      ],
      needs: ['remote-address', 'remote-as'],
    },
  },
  kept('routing bgp template', 'What BGP connections have in common', ['name', 'as', 'router-id'], ['name']),
  kept(
    'routing bgp connection',
    'BGP connections',
    [
      ...['name', 'as', 'router-id', 'instance', 'templates', 'remote.address', 'remote.as'],
      ...['local.address', 'local.role', 'connect', 'listen', 'multihop'],
    ],
    ['name', 'remote.address', 'local.role'],
  ),
  {
    path: 'routing bgp session',
    help: 'BGP sessions',
    list: { rows: bgpSessionRows, flags: [{ E: 'established' }], columns: [], detailed: true },
  },
  { path: 'system', help: 'The device itself' },
  { path: 'system identity', help: 'Its name', single: { values: identityValues, takes: ['name'] } },
  { path: 'system resource', help: 'Memory, processor, uptime', single: { values: resourceValues } },
  { path: 'system routerboard', help: 'The hardware', single: { values: routerboardValues } },
  {
    path: 'system clock',
    help: 'Date and time',
    single: { values: clockValues, takes: ['time-zone-name', 'time-zone-autodetect', 'date', 'time'] },
  },
  {
    path: 'system package',
    help: 'Software packages',
    list: { rows: packageRows, flags: DISABLED, columns: ['name', 'version', 'scheduled'] },
  },
  { path: 'system ntp', help: 'Network Time Protocol' },
  single('system ntp client', 'NTP client', ['enabled', 'servers', 'primary-ntp', 'secondary-ntp', 'mode']),
  kept('system logging', 'What is logged', ['topics', 'action', 'prefix'], ['topics']),
  kept('system scheduler', 'Scheduled scripts', ['name', 'interval', 'on-event', 'start-time'], ['name']),
  kept('system script', 'Scripts', ['name', 'source', 'policy'], ['name']),
  {
    path: 'user',
    help: 'Users',
    list: {
      rows: userRows,
      flags: DISABLED,
      columns: ['name', 'group', 'address', 'last-logged-in'],
      takes: ['name', 'group', 'password', 'address', ...COMMON],
      needs: ['name', 'group'],
    },
  },
  single('snmp', 'SNMP', ['enabled', 'contact', 'location', 'trap-community', 'trap-version']),
  kept(
    'snmp community',
    'SNMP communities',
    ['name', 'addresses', 'security', 'read-access', 'write-access'],
    ['name'],
  ),
  { path: 'tool', help: 'Tools' },
];
