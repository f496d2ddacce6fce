import { pathSchema } from '../../configuration/path-schema';
import { quoteWord } from '../../configuration/quote-word';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';

const SUBINTERFACE = 'interface <port> / subinterface <unit:0-9999>';
const INSTANCE = 'network-instance <instance>';
const OSPF = `${INSTANCE} / protocols / ospf / instance <process>`;
const BGP = `${INSTANCE} / protocols / bgp`;

/** What has a place in the configuration and no meaning for the fake network. */
const KEPT = [
  ...[
    'aaa',
    'authentication',
    'banner',
    'clock',
    'dns',
    'gnmi-server',
    'grpc-server',
    'json-rpc-server',
    'logging',
  ],
  ...['mtu', 'netconf-server', 'ntp', 'snmp', 'tls', 'trace-options'],
].map((section) => `system / ${section} <setting...>*`);

/** What the configuration of SR Linux consists of. */
export const srlSchema = pathSchema(
  [
    'interface <port> / description <text>',
    'interface <port> / admin-state <state>',
    'interface <port> / mtu <mtu:1450-9500>',
    'interface <port> / vlan-tagging <truth>',
    'interface <port> / ethernet <setting...>*',
    `${SUBINTERFACE} / description <text>`,
    `${SUBINTERFACE} / type <type>`,
    `${SUBINTERFACE} / admin-state <state>`,
    `${SUBINTERFACE} / ip-mtu <mtu:1280-9486>`,
    `${SUBINTERFACE} / ipv4 / admin-state <state>`,
    `${SUBINTERFACE} / ipv4 / address <ipv4> / primary`,
    `${SUBINTERFACE} / ipv6 / admin-state <state>`,
    `${SUBINTERFACE} / ipv6 / address <ipv6> / primary`,
    `${SUBINTERFACE} / vlan <setting...>*`,
    `${INSTANCE} / type <type>`,
    `${INSTANCE} / admin-state <state>`,
    `${INSTANCE} / description <text>`,
    `${INSTANCE} / router-id <address>`,
    `${INSTANCE} / interface <subinterface> / interface-ref <setting...>*`,
    `${BGP} / admin-state <state>`,
    `${BGP} / autonomous-system <as:1-4294967295>`,
    `${BGP} / router-id <address>`,
    `${BGP} / afi-safi <setting...>*`,
    `${BGP} / group <name> / peer-as <as:1-4294967295>`,
    `${BGP} / group <name> / description <text>`,
    `${BGP} / group <name> / afi-safi <setting...>*`,
    `${BGP} / neighbor <address> / admin-state <state>`,
    `${BGP} / neighbor <address> / description <text>`,
    `${BGP} / neighbor <address> / peer-as <as:1-4294967295>`,
    `${BGP} / neighbor <address> / peer-group <name>`,
    `${BGP} / neighbor <address> / transport / local-address <address>`,
    `${BGP} / neighbor <address> / afi-safi <setting...>*`,
    `${OSPF} / admin-state <state>`,
    `${OSPF} / version <version>`,
    `${OSPF} / router-id <address>`,
    `${OSPF} / area <area> / interface <subinterface> / interface-type <type>`,
    `${OSPF} / area <area> / interface <subinterface> / passive <truth>`,
    `${OSPF} / area <area> / interface <subinterface> / metric <metric:1-65535>`,
    `${INSTANCE} / static-routes / admin-state <state>`,
    `${INSTANCE} / static-routes / route <ipv4> / admin-state <state>`,
    `${INSTANCE} / static-routes / route <ipv4> / next-hop-group <name>`,
    `${INSTANCE} / next-hop-groups / group <name> / nexthop <index:0-65535> / ip-address <address>`,
    'acl <setting...>*',
    'qos <setting...>*',
    'routing-policy <setting...>*',
    'system / lldp / admin-state <state>',
    'system / lldp / interface <port> / admin-state <state>',
    'system / name / host-name <host-name>',
    'system / name / domain-name <name>',
    'system / information <setting...>*',
    'system / ssh-server <name> / admin-state <state>',
    'system / ssh-server <name> / network-instance <instance>',
    ...KEPT,
  ],
  {
    address: (typed) => ipv4Prefix(typed)?.address ?? ipv6Prefix(typed)?.address,
    ipv4: (typed) => (typed.includes('/') && ipv4Prefix(typed) ? typed : undefined),
    ipv6: (typed) => (typed.includes('/') && ipv6Prefix(typed) ? typed : undefined),
    area: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    'host-name': (typed) => (/^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/.test(typed) ? typed : undefined),
    port: (typed) =>
      /^(?:ethernet-\d+\/\d+|mgmt0|(?:lo|lag|irb|system)\d+)$/.test(typed) ? typed : undefined,
    state: (typed) => (typed === 'enable' || typed === 'disable' ? typed : undefined),
    subinterface: (typed) => (/^[a-z]+[\d/-]*\.\d+$/.test(typed) ? typed : undefined),
    text: (typed) => `"${typed}"`,
    truth: (typed) => (typed === 'true' || typed === 'false' ? typed : undefined),
    name: quoteWord,
  },
);
