import { ospfArea } from '../../device/ospf-settings';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { pathSchema } from '../../configuration/path-schema';

const PORT =
  /^(?:[a-z]{2}-\d+\/\d+\/\d+(?::\d+)?|re\d:mgmt-\d|(?:ae|em|eth|fxp|gr|ip|irb|lo|lt|me|reth|st|vlan|vme)-?[\d/]*)$/;
const IPV6 = /^[\da-f]*:[\da-f:.]*(?:\/\d{1,3})?$/i;

/** What the configuration of Junos consists of. Parts that have no meaning here are taken as they come. */
export const junosSchema = pathSchema(
  [
    'version <version>',
    'groups / <rule...>*',
    'apply-groups <group>*',
    'system / host-name <host-name>',
    'system / domain-name <domain>',
    'system / domain-search <domain>*',
    'system / time-zone <zone>',
    'system / management-instance',
    'system / root-authentication / encrypted-password <hash>',
    'system / root-authentication / <key-type> <key>*',
    'system / authentication-order <method>*',
    'system / name-server / <address>*',
    'system / login / class <class> / <rule...>*',
    'system / login / message <text>',
    'system / login / user <user> / full-name <text>',
    'system / login / user <user> / uid <uid:100-64000>',
    'system / login / user <user> / class <class>',
    'system / login / user <user> / authentication / encrypted-password <hash>',
    'system / login / user <user> / authentication / <key-type> <key>*',
    'system / services / ssh / root-login <how>',
    'system / services / ssh / <rule...>*',
    'system / services / ftp',
    'system / services / telnet',
    'system / services / netconf / ssh',
    'system / services / netconf / rfc-compliant',
    'system / services / rest / <rule...>*',
    'system / services / web-management / <rule...>*',
    'system / services / dhcp-local-server / <rule...>*',
    'system / syslog / user <user> / <rule...>*',
    'system / syslog / host <host> / <rule...>*',
    'system / syslog / file <file> / <rule...>*',
    'system / syslog / <rule...>*',
    ...['arp', 'archival', 'license', 'ports', 'processes', 'radius-server', 'tacplus-server', 'scripts'].map(
      (part) => `system / ${part} / <rule...>*`,
    ),
    'system / commit / <rule...>*',
    'system / max-configurations-on-flash <count:0-49>',
    'system / ntp / server <address>*',
    'system / ntp / <rule...>*',
    'chassis / <rule...>*',
    'security / <rule...>*',
    'interfaces / interface-range <range> / <rule...>*',
    ...interfacePaths(),
    ...['snmp', 'forwarding-options', 'event-options', 'class-of-service', 'access', 'applications'].map(
      (part) => `${part} / <rule...>*`,
    ),
    'policy-options / prefix-list <name> / <prefix>*',
    ...['from', 'to', 'then'].map(
      (part) => `policy-options / policy-statement <name> / term <term> / ${part} / <rule...>*`,
    ),
    ...['from', 'to', 'then'].map(
      (part) => `policy-options / policy-statement <name> / ${part} / <rule...>*`,
    ),
    'policy-options / community <name> / members <member>*',
    'policy-options / as-path <name> <expression>*',
    ...['from', 'then'].map(
      (part) => `firewall / family <family> / filter <name> / term <term> / ${part} / <rule...>*`,
    ),
    'firewall / <rule...>*',
    'routing-instances / <instance> / <rule...>*',
    'routing-options / router-id <address>',
    'routing-options / autonomous-system <as:1-4294967295>',
    'routing-options / static / route <prefix> / next-hop <address>*',
    'routing-options / static / route <prefix> / discard',
    'routing-options / static / route <prefix> / reject',
    'routing-options / static / route <prefix> / no-readvertise',
    'routing-options / static / route <prefix> / preference <preference:0-4294967295>',
    'routing-options / static / route <prefix> / metric <metric:0-4294967295>',
    ...['aggregate', 'forwarding-table', 'generate', 'graceful-restart', 'rib', 'rib-groups'].map(
      (part) => `routing-options / ${part} / <rule...>*`,
    ),
    ...bgpPaths(),
    ...['igmp', 'isis', 'l2-learning', 'lacp', 'layer2-control', 'ldp'].map(
      (name) => `protocols / ${name} / <rule...>*`,
    ),
    'protocols / lldp / interface <interface-name> / disable',
    ...['advertisement-interval', 'hold-multiplier'].map(
      (name) => `protocols / lldp / ${name} <value:1-32768>`,
    ),
    'protocols / lldp / <rule...>*',
    'protocols / mpls / <rule...>*',
    ...ospfPaths(),
    ...['ospf3', 'pim', 'rsvp', 'rstp', 'mstp', 'sflow', 'vrrp', 'evpn', 'bfd', 'router-advertisement'].map(
      (name) => `protocols / ${name} / <rule...>*`,
    ),
    'switch-options / <rule...>*',
    'bridge-domains / <name> / <rule...>*',
    'vlans / <name> / description <text>',
    'vlans / <name> / vlan-id <vlan:1-4094>',
    'vlans / <name> / l3-interface <interface-name>',
    'vlans / <name> / <rule...>*',
  ],
  {
    interface: (typed) => (PORT.test(typed) ? typed : undefined),
    'interface-name': (typed) =>
      typed === 'all' || PORT.test(typed.replace(/\.\d+$/, '')) ? typed : undefined,
    address: (typed) => (ipv4Prefix(typed)?.address === typed || IPV6.test(typed) ? typed : undefined),
    prefix: (typed) => (ipv4Prefix(typed) || IPV6.test(typed) ? typed : undefined),
    inet: (typed) => (ipv4Prefix(typed)?.address === typed ? `${typed}/32` : ipv4Prefix(typed) && typed),
    inet6: (typed) => (IPV6.test(typed) ? (typed.includes('/') ? typed : `${typed}/128`) : undefined),
    hash: inQuotes,
    secret: inQuotes,
    area: (typed) => (/^\d+(?:\.\d+){3}$|^\d{1,10}$/.test(typed) ? ospfArea(typed) : undefined),
  },
);

function inQuotes(typed: string): string {
  return `"${typed}"`;
}

function interfacePaths(): readonly string[] {
  const port = 'interfaces / <interface>';
  const unit = `${port} / unit <unit:0-16385>`;
  return [
    `${port} / description <text>`,
    `${port} / disable`,
    `${port} / vlan-tagging`,
    `${port} / flexible-vlan-tagging`,
    `${port} / native-vlan-id <vlan:1-4094>`,
    `${port} / speed <speed>`,
    `${port} / mtu <mtu:256-16000>`,
    `${port} / link-mode <mode>`,
    `${port} / encapsulation <encapsulation>`,
    `${port} / mac <mac>`,
    ...['hold-time', 'gigether-options', 'ether-options', 'aggregated-ether-options'].map(
      (part) => `${port} / ${part} / <rule...>*`,
    ),
    `${unit} / description <text>`,
    `${unit} / disable`,
    `${unit} / encapsulation <encapsulation>`,
    `${unit} / vlan-id <vlan:1-4094>`,
    `${unit} / bandwidth <bandwidth>`,
    ...['primary', 'preferred'].map((flag) => `${unit} / family inet / address <inet> / ${flag}`),
    `${unit} / family inet / address <inet> / vrrp-group <group:0-255> / <rule...>*`,
    `${unit} / family inet / dhcp`,
    ...['mtu <mtu:256-16000>', 'no-redirects', 'filter / <rule...>*'].map(
      (part) => `${unit} / family inet / ${part}`,
    ),
    ...['primary', 'preferred', 'eui-64'].map((flag) => `${unit} / family inet6 / address <inet6> / ${flag}`),
    ...['mtu <mtu:256-16000>', 'filter / <rule...>*'].map((part) => `${unit} / family inet6 / ${part}`),
    `${unit} / family iso / address <text>*`,
    `${unit} / family mpls`,
    `${unit} / family ethernet-switching / interface-mode <mode>`,
    `${unit} / family ethernet-switching / vlan / members <vlan-name>*`,
    `${unit} / family ethernet-switching / <rule...>*`,
  ];
}

function bgpPaths(): readonly string[] {
  const settings = (at: string) => [
    `${at} / description <text>`,
    `${at} / local-address <address>`,
    `${at} / hold-time <seconds:0-65535>`,
    `${at} / import <policy>*`,
    `${at} / authentication-key <secret>`,
    `${at} / family <family> / <rule...>*`,
    `${at} / export <policy>*`,
    `${at} / peer-as <as:1-4294967295>`,
    `${at} / local-as <as:1-4294967295>`,
    `${at} / multihop / <rule...>*`,
    `${at} / cluster <address>`,
    `${at} / passive`,
    `${at} / bfd-liveness-detection / <rule...>*`,
  ];
  const group = 'protocols / bgp / group <group>';
  return [
    'protocols / bgp / log-updown',
    'protocols / bgp / path-selection / <rule...>*',
    `${group} / type <type>`,
    ...settings(group),
    `${group} / multipath / <rule...>*`,
    ...settings(`${group} / neighbor <address>`),
  ];
}

function ospfPaths(): readonly string[] {
  const area = 'protocols / ospf / area <area>';
  const port = `${area} / interface <interface-name>`;
  return [
    'protocols / ospf / export <policy>*',
    'protocols / ospf / reference-bandwidth <bandwidth>',
    'protocols / ospf / traffic-engineering',
    'protocols / ospf / no-rfc-1583',
    `${area} / stub / <rule...>*`,
    `${area} / nssa / <rule...>*`,
    `${area} / area-range <prefix>*`,
    `${port} / passive`,
    `${port} / disable`,
    `${port} / interface-type <type>`,
    `${port} / metric <metric:1-65535>`,
    `${port} / priority <priority:0-255>`,
    `${port} / hello-interval <seconds:1-255>`,
    `${port} / dead-interval <seconds:1-65535>`,
    `${port} / authentication / <rule...>*`,
    `${port} / bfd-liveness-detection / <rule...>*`,
  ];
}
