import type { LineGrammar, ModeGrammar } from '../../configuration/line-grammar';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import { ospfArea } from '../../device/ospf-settings';
import type { CommandCall } from '../../engine/platform';
import { newVrpInterface } from './new-interface';
import { findVrpInterface } from './vrp-words';

/** The interface's own address: secondary ones (`sub`) stay when it changes. */
const PRIMARY = /^ip address(?!.* sub$)/;

const system: ModeGrammar = {
  order: [
    'sysname',
    'undo',
    'clock',
    'router',
    'ipv6',
    'header',
    'vlan',
    'lldp',
    'stp',
    'acl',
    'ip vpn-instance',
    'ip ip-prefix',
    'info-center',
    'dns',
    'aaa',
    'interface',
    'bgp',
    'ospf',
    'route-policy',
    'ip route-static',
    'snmp-agent',
    'ntp-service',
    'ssh',
    'stelnet',
    'user-interface',
  ],
  settings: [
    'sysname <hostname>',
    'router id <address>',
    'ipv6',
    'lldp enable',
    'clock timezone <zone...>',
    'header login information <text...>',
    'header shell information <text...>',
    'stelnet server enable',
    'telnet server enable',
    'http server enable',
    'info-center enable',
    'stp enable',
    'stp mode <mode>',
    'ntp-service enable',
  ],
  entries: [
    'ip route-static <address> <mask> <way...>',
    'ip ip-prefix <rule...>',
    'ipv6 route-static <rule...>',
    'info-center <rule...>',
    'ntp-service <rule...>',
    'snmp-agent <rule...>',
    'snmp-agent',
    'ssh <rule...>',
    'dns <rule...>',
    'vlan batch <vlans...>',
    'undo info-center <rule...>',
  ],
  sections: [
    { syntax: 'interface <new-interface...>', mode: 'interface', keep: keepPhysical },
    { syntax: 'ospf <process:1-65535>', mode: 'ospf' },
    { syntax: 'bgp <as:1-4294967295>', mode: 'bgp' },
    { syntax: 'aaa', mode: 'aaa' },
    { syntax: 'vlan <vlan:1-4094>', mode: 'vlan' },
    { syntax: 'acl <acl>', mode: 'acl' },
    { syntax: 'acl number <acl>', mode: 'acl' },
    { syntax: 'acl name <acl...>', mode: 'acl' },
    { syntax: 'route-policy <policy...>', mode: 'route-policy' },
    { syntax: 'ip vpn-instance <instance>', mode: 'vpn-instance' },
    { syntax: 'user-interface <line...>', mode: 'user-interface' },
  ],
};

const interfaceView: ModeGrammar = {
  order: ['description', 'mtu', 'shutdown', 'ipv6 enable', 'ip', 'ipv6', 'ospf'],
  settings: [
    'description <text...>',
    'mtu <mtu:46-9600>',
    'shutdown',
    'ipv6 enable',
    { syntax: 'ip address <address> <mask>', replaces: PRIMARY },
    { syntax: 'ip address dhcp-alloc', replaces: PRIMARY },
    'ospf cost <cost:1-65535>',
    'ospf network-type <type>',
    { syntax: 'ospf enable <process:1-65535> area <area>', replaces: /^ospf enable / },
    'ospf timer hello <seconds:1-65535>',
    'ospf dr-priority <priority:0-255>',
    'port link-type <mode>',
    'port default vlan <vlan:1-4094>',
    'speed <speed>',
    'duplex <mode>',
    'negotiation auto',
    'eth-trunk <trunk:0-63>',
    'portswitch',
    'dot1q termination vid <vlan:1-4094>',
    'ip binding vpn-instance <instance>',
  ],
  entries: [
    'ip address <address> <mask> sub',
    'ipv6 address <ipv6>',
    'ipv6 address <ipv6> <length:1-128>',
    'ipv6 address auto link-local',
    'port trunk <rule...>',
    'port hybrid <rule...>',
    'lldp <rule...>',
    'traffic-filter <rule...>',
    'undo lldp <rule...>',
    'undo portswitch',
    'arp <rule...>',
    'dhcp <rule...>',
    'nat <rule...>',
    'stp <rule...>',
    'vrrp <rule...>',
  ],
};

const family: ModeGrammar = {
  entries: [
    'peer <address> enable',
    'peer <address> <rule...>',
    'network <rule...>',
    'import-route <rule...>',
    'maximum load-balancing <paths:1-64>',
    'undo synchronization',
  ],
};

/** What the configuration of VRP consists of; `undo` takes a line back. */
export const vrpGrammar: LineGrammar = {
  negation: 'undo',
  target: 'running',
  leave: ['quit'],
  end: { words: ['return'], mode: 'user' },
  values: {
    address: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    mask: readMask,
    ipv6: (typed) => (ipv6Prefix(typed) ? typed.toUpperCase() : undefined),
    area: (typed) => (/^\d+$/.test(typed) || ipv4Prefix(typed) ? ospfArea(typed) : undefined),
    interface: (typed, { device }) => findVrpInterface(device, typed)?.name,
    'new-interface': (typed, { device }) => findVrpInterface(device, typed)?.name ?? newVrpInterface(typed),
  },
  modes: {
    system,
    interface: interfaceView,
    ospf: {
      order: ['router-id', 'silent-interface', 'import-route', 'area'],
      settings: ['router-id <address>', 'bandwidth-reference <megabits:1-2147483648>'],
      entries: [
        'silent-interface <interface...>',
        'import-route <rule...>',
        'default-route-advertise',
        'default-route-advertise <rule...>',
        'maximum load-balancing <paths:1-64>',
      ],
      sections: [{ syntax: 'area <area>', mode: 'ospf-area' }],
    },
    'ospf-area': {
      settings: ['stub', 'nssa', 'description <text...>', 'authentication-mode <rule...>'],
      entries: ['network <address> <wildcard>'],
    },
    bgp: {
      order: ['router-id', 'peer'],
      settings: ['router-id <address>'],
      entries: [
        'peer <address> as-number <as:1-4294967295>',
        'peer <address> <rule...>',
        'group <rule...>',
        'network <rule...>',
        'import-route <rule...>',
        'timer <rule...>',
        'undo default ipv4-unicast',
      ],
      sections: [
        { syntax: 'ipv4-family unicast', mode: 'bgp-family' },
        { syntax: 'ipv6-family unicast', mode: 'bgp-family' },
      ],
    },
    'bgp-family': family,
    aaa: { entries: ['local-user <rule...>', 'authentication-scheme <rule...>', 'domain <rule...>'] },
    vlan: { settings: ['description <text...>', 'name <vlan-name>'] },
    acl: {
      settings: ['description <text...>', 'step <step:1-20>'],
      entries: ['rule <rule...>'],
    },
    'route-policy': { entries: ['if-match <rule...>', 'apply <rule...>', 'description <text...>'] },
    'vpn-instance': {
      settings: ['route-distinguisher <distinguisher>', 'description <text...>'],
      entries: ['vpn-target <rule...>', 'ipv4-family'],
    },
    'user-interface': {
      settings: [
        'authentication-mode <mode>',
        'protocol inbound <mode>',
        'idle-timeout <timeout...>',
        'screen-length <lines:0-512>',
        'user privilege level <level:0-15>',
        'set authentication password <secret...>',
      ],
    },
  },
};

/** `30` and `255.255.255.252` are both the latter. */
function readMask(typed: string): string | undefined {
  if (/^\d{1,2}$/.test(typed)) return ipv4Prefix(`0.0.0.0/${typed}`)?.mask;
  return maskedPrefix('0.0.0.0', typed) === undefined ? undefined : typed;
}

function keepPhysical(text: string, { device }: CommandCall): string | undefined {
  const name = text.slice('interface '.length);
  const isHardware =
    newVrpInterface(name) === undefined && device.interfaces.some((one) => one.name === name);
  return isHardware ? 'Error: The interface is fixed and can not be deleted.' : undefined;
}
