import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ospfArea } from '../../device/ospf-settings';
import { pathSchema } from '../../configuration/path-schema';

const IPV6 = /^[\da-f]*:[\da-f:.]*$/i;
const PORT = /^(?:\d+\/\d+\/(?:c?\d+)(?:\/\d+)?|[AB]\/\d|lag-\S+|esat-\S+|pxc-\S+)$/;
const quoted = (typed: string) => `"${typed}"`;
const isIpv4 = (typed: string) => ipv4Prefix(typed)?.address === typed;

/** What the configuration of SR OS consists of, in the MD-CLI's words. Parts that have no meaning here are taken as they come. */
export const srosSchema = pathSchema(
  [
    ...['aaa', 'application-assurance', 'bfd', 'call-trace'].map((part) => `${part} / <rule...>*`),
    'card <slot:1-20> / admin-state <admin-state>',
    'card <slot:1-20> / card-type <type>',
    'card <slot:1-20> / mda <mda:1-12> / admin-state <admin-state>',
    'card <slot:1-20> / mda <mda:1-12> / mda-type <type>',
    ...generic('card <slot:1-20>', ['fp', 'level', 'xiom']),
    ...[
      'chassis',
      'connection-profile',
      'eth-cfm',
      'filter',
      'group-encryption',
      'groups',
      'ipsec',
      'isa',
      'lag',
    ].map((part) => `${part} / <rule...>*`),
    'log / <rule...>*',
    ...['macsec', 'mcac', 'mirror', 'multicast-management', 'oam-pm', 'policy-options'].map(
      (part) => `${part} / <rule...>*`,
    ),
    'port <port> / admin-state <admin-state>',
    'port <port> / description <text>',
    'port <port> / connector / breakout <breakout>',
    'port <port> / connector / <rule...>*',
    'port <port> / ethernet / mode <mode>',
    'port <port> / ethernet / encap-type <type>',
    'port <port> / ethernet / mtu <mtu:512-9800>',
    'port <port> / ethernet / lldp / <rule...>*',
    ...generic('port <port> / ethernet', [
      'access',
      'autonegotiate',
      'dot1x',
      'egress',
      'hold-time',
      'lacp-tunnel',
      'network',
      'speed',
    ]),
    'port-policy / <rule...>*',
    'python / <rule...>*',
    'qos / <rule...>*',
    'rollback / <rule...>*',
    ...routerPaths('router <router>'),
    'saa / <rule...>*',
    'service / <rule...>*',
    'sfm <slot:1-16> / <rule...>*',
    'system / name <name>',
    'system / location <text>',
    'system / contact <text>',
    'system / dns / <rule...>*',
    'system / grpc / <rule...>*',
    'system / lldp / <rule...>*',
    'system / login-control / <rule...>*',
    'system / management-interface / <rule...>*',
    'system / netconf / <rule...>*',
    'system / persistence / <rule...>*',
    'system / script-control / <rule...>*',
    'system / security / <rule...>*',
    'system / snmp / <rule...>*',
    'system / telemetry / <rule...>*',
    'system / time / <rule...>*',
    ...generic('system', [
      'alarms',
      'clock',
      'congestion-management',
      'load-balancing',
      'power-management',
      'ptp',
      'transmission-profile',
    ]),
    'test-oam / <rule...>*',
    'vrrp / <rule...>*',
  ].map((path) => `configure / ${path}`),
  {
    'admin-state': (typed) => ['enable', 'disable'].find((state) => typed !== '' && state.startsWith(typed)),
    boolean: (typed) => ['true', 'false'].find((value) => value === typed),
    router: (typed) => (typed === 'Base' || typed === 'management' ? quoted(typed) : undefined),
    name: quoted,
    text: quoted,
    port: (typed) => (PORT.test(typed) ? typed : undefined),
    sap: (typed) => (PORT.test(typed.replace(/:[\d.*]+$/, '')) ? typed : undefined),
    ipv4: (typed) => (isIpv4(typed) ? typed : undefined),
    ipv6: (typed) => (IPV6.test(typed) ? typed : undefined),
    peer: (typed) => (isIpv4(typed) || IPV6.test(typed) ? quoted(typed) : undefined),
    prefix: (typed) =>
      typed.includes('/') && ipv4Prefix(typed)
        ? typed
        : IPV6.test(typed.replace(/\/\d+$/, ''))
          ? typed
          : undefined,
    area: (typed) => (/^\d+(?:\.\d+){3}$|^\d{1,10}$/.test(typed) ? ospfArea(typed) : undefined),
  },
);

/** Parts that are taken as they come. */
function generic(at: string, parts: readonly string[]): readonly string[] {
  return parts.map((part) => `${at} / ${part} / <rule...>*`);
}

function routerPaths(router: string): readonly string[] {
  const port = `${router} / interface <name>`;
  const ospf = `${router} / ospf <instance:0-31>`;
  const ospfPort = `${ospf} / area <area> / interface <name>`;
  const hop = `${router} / static-routes / route <prefix> route-type <route-type> / next-hop <peer>`;
  return [
    `${router} / autonomous-system <as:1-4294967295>`,
    `${router} / ecmp <ecmp:1-64>`,
    `${router} / router-id <ipv4>`,
    `${router} / description <text>`,
    `${port} / admin-state <admin-state>`,
    `${port} / description <text>`,
    `${port} / ip-mtu <mtu:512-9786>`,
    `${port} / loopback`,
    `${port} / port <sap>`,
    `${port} / ipv4 / primary / address <ipv4>`,
    `${port} / ipv4 / primary / prefix-length <length:0-32>`,
    `${port} / ipv4 / secondary <ipv4> / prefix-length <length:0-32>`,
    `${port} / ipv4 / <rule...>*`,
    `${port} / ipv6 / address <ipv6> / prefix-length <length:4-128>`,
    `${port} / ipv6 / <rule...>*`,
    ...generic(port, [
      'cflowd-parameters',
      'egress',
      'hold-time',
      'if-attribute',
      'ingress',
      'qos',
      'urpf-check',
    ]),
    `${router} / bgp / admin-state <admin-state>`,
    `${router} / bgp / router-id <ipv4>`,
    ...bgpPaths(`${router} / bgp / group <name>`),
    `${router} / bgp / neighbor <peer> / group <name>`,
    ...bgpPaths(`${router} / bgp / neighbor <peer>`),
    ...generic(`${router} / bgp`, [
      'best-path-selection',
      'ebgp-default-reject-policy',
      'export',
      'import',
      'multipath',
      'next-hop-resolution',
      'rapid-withdrawal',
      'split-horizon',
    ]),
    ...['isis <instance:0-127>', 'ldp', 'mpls'].map((part) => `${router} / ${part} / <rule...>*`),
    `${ospf} / admin-state <admin-state>`,
    `${ospf} / router-id <ipv4>`,
    `${ospfPort} / admin-state <admin-state>`,
    `${ospfPort} / interface-type <type>`,
    `${ospfPort} / metric <metric:0-65535>`,
    `${ospfPort} / passive <boolean>`,
    ...generic(ospfPort, [
      'authentication-key',
      'bfd-liveness',
      'dead-interval',
      'hello-interval',
      'priority',
    ]),
    ...generic(ospf, ['export-policy', 'overload', 'reference-bandwidth', 'traffic-engineering']),
    ...['ospf3 <instance:0-31>', 'pim', 'rsvp', 'segment-routing'].map(
      (part) => `${router} / ${part} / <rule...>*`,
    ),
    `${hop} / admin-state <admin-state>`,
    `${hop} / preference <preference:1-255>`,
    ...generic(hop, ['bfd-liveness', 'description', 'metric', 'tag']),
    ...generic(router, [
      'aggregates',
      'dns',
      'igmp',
      'l2tp',
      'mpls-labels',
      'policy',
      'twamp-light',
      'weighted-ecmp',
    ]),
  ];
}

function bgpPaths(at: string): readonly string[] {
  return [
    `${at} / admin-state <admin-state>`,
    `${at} / description <text>`,
    `${at} / type <type>`,
    `${at} / local-address <ipv4>`,
    `${at} / peer-as <as:1-4294967295>`,
    `${at} / family / <rule...>*`,
    ...generic(at, [
      'authentication-key',
      'bfd-liveness',
      'cluster',
      'export',
      'hold-time',
      'import',
      'keepalive',
      'multihop',
      'next-hop-self',
    ]),
  ];
}
