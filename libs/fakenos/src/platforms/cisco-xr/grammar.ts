import { candidateOf } from '../../configuration/candidate';
import { sectionAt } from '../../configuration/change-tree';
import type { LineGrammar } from '../../configuration/line-grammar';
import { sectionsOf } from '../../configuration/read-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import { ospfArea } from '../../device/ospf-settings';
import type { CommandCall } from '../../engine/platform';
import { findInterface } from '../text/interface-words';
import { newInterface } from './new-interface';

/** What the configuration of IOS XR consists of. Routes of `router static` and route policies are read elsewhere. */
export const xrGrammar: LineGrammar = {
  negation: 'no',
  target: 'candidate',
  leave: [],
  values: {
    address: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    prefix: readPrefix,
    mask: (typed) => (maskedPrefix('0.0.0.0', typed) === undefined ? undefined : typed),
    ipv6: (typed) => (ipv6Prefix(typed) ? typed.toLowerCase() : undefined),
    interface: (typed, { device }) => findInterface(device, typed)?.name ?? newInterface(typed),
    'new-interface': (typed, { device }) => findInterface(device, typed)?.name ?? newInterface(typed),
    area: readArea,
  },
  modes: {
    config: {
      order: [
        'hostname',
        'clock',
        'banner',
        'logging',
        'service',
        'domain',
        'username',
        'aaa',
        'vrf',
        'line',
        'tacacs-server',
        'radius-server',
        'snmp-server',
        'ntp',
        'cdp',
        'lldp',
        'ipv4',
        'call-home',
        'interface',
        'prefix-set',
        'route-policy',
        'router static',
        'router ospf',
        'router isis',
        'router bgp',
        'mpls',
        'netconf-yang',
        'ssh',
      ],
      settings: [
        'hostname <hostname>',
        'clock timezone <zone...>',
        'domain name <domain>',
        'banner motd <banner...>',
        'banner login <banner...>',
        'cdp',
      ],
      entries: [
        'aaa <rule...>',
        'call-home <rule...>',
        'domain <rule...>',
        'ipv4 <rule...>',
        'lldp <rule...>',
        'logging <target...>',
        'mpls <rule...>',
        'netconf-yang <rule...>',
        'ntp <rule...>',
        'radius-server <rule...>',
        'service <service...>',
        'snmp-server <rule...>',
        'ssh <rule...>',
        'tacacs-server <rule...>',
      ],
      sections: [
        { syntax: 'interface <new-interface...>', mode: 'config-if' },
        { syntax: 'vrf <vrf>', mode: 'config-vrf' },
        { syntax: 'username <user>', mode: 'config-un' },
        { syntax: 'lldp', mode: 'config-lldp' },
        { syntax: 'line <line...>', mode: 'config-line' },
        { syntax: 'ipv4 access-list <list>', mode: 'config-ipv4-acl' },
        { syntax: 'route-policy <policy...>', mode: 'config-rpl' },
        { syntax: 'router static', mode: 'config-static' },
        { syntax: 'router ospf <process>', mode: 'config-ospf' },
        { syntax: 'router bgp <as:1-4294967295>', mode: 'config-bgp' },
        { syntax: 'router isis <process>', mode: 'config-isis' },
      ],
    },
    'config-if': {
      order: ['description', 'cdp', 'mtu', 'vrf', 'ipv4', 'ipv6', 'encapsulation', 'shutdown'],
      settings: [
        'description <text...>',
        'shutdown',
        'mtu <mtu:64-65535>',
        'vrf <vrf>',
        'bandwidth <kilobits:0-4294967295>',
        'load-interval <seconds:0-600>',
        'speed <speed>',
        'duplex <mode>',
        'cdp',
        'encapsulation dot1q <vlan:1-4094>',
        { syntax: 'ipv4 address <prefix...>', replaces: /^ipv4 address(?!.* secondary$)/ },
        'ipv4 mtu <mtu:68-65535>',
      ],
      entries: [
        'ipv4 address <address> <mask> secondary',
        'ipv4 access-group <rule...>',
        'ipv6 address <ipv6>',
        'ipv6 enable',
        'bundle <rule...>',
        'carrier-delay <rule...>',
        'lldp <rule...>',
        'negotiation <rule...>',
      ],
    },
    'config-vrf': {
      settings: ['description <text...>', 'rd <rd>'],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-vrf-af' }],
    },
    'config-vrf-af': { entries: ['import <rule...>', 'export <rule...>'] },
    'config-un': { entries: ['group <group>'], settings: ['secret <secret...>', 'password <secret...>'] },
    'config-lldp': {
      settings: ['timer <seconds:5-65534>', 'holdtime <seconds:0-65535>', 'tlv-select <rule...>'],
    },
    'config-line': {
      settings: [
        'exec-timeout <timeout...>',
        'session-timeout <timeout...>',
        'transport input <protocols...>',
        'length <lines:0-512>',
        'width <columns:0-512>',
      ],
    },
    'config-ipv4-acl': {
      entries: [
        'permit <rule...>',
        'deny <rule...>',
        'remark <text...>',
        '<sequence:1-2147483647> <rule...>',
      ],
    },
    'config-rpl': {},
    'config-static': { sections: [{ syntax: 'address-family <family...>', mode: 'config-static-afi' }] },
    'config-static-afi': {},
    'config-ospf': {
      order: ['log', 'router-id', 'redistribute', 'area'],
      settings: [
        'router-id <address>',
        'log adjacency changes',
        'auto-cost <rule...>',
        'cost <cost:1-65535>',
      ],
      entries: ['redistribute <rule...>', 'default-information originate'],
      sections: [{ syntax: 'area <area>', mode: 'config-ospf-ar' }],
    },
    'config-ospf-ar': { sections: [{ syntax: 'interface <interface...>', mode: 'config-ospf-ar-if' }] },
    'config-ospf-ar-if': {
      settings: [
        'cost <cost:1-65535>',
        'network <type>',
        { syntax: 'passive enable', replaces: /^passive / },
        { syntax: 'passive disable', replaces: /^passive / },
        'hello-interval <seconds:1-65535>',
        'dead-interval <seconds:1-65535>',
        'priority <priority:0-255>',
        'bfd <rule...>',
      ],
    },
    'config-bgp': {
      order: ['bgp', 'address-family', 'neighbor'],
      settings: ['bgp router-id <address>'],
      entries: ['bgp <rule...>'],
      sections: [
        { syntax: 'address-family <family...>', mode: 'config-bgp-af' },
        { syntax: 'neighbor <address>', mode: 'config-bgp-nbr' },
      ],
    },
    'config-bgp-af': { entries: ['network <rule...>', 'redistribute <rule...>', 'maximum-paths <rule...>'] },
    'config-bgp-nbr': {
      order: ['remote-as', 'update-source', 'description', 'address-family'],
      settings: [
        'remote-as <as:1-4294967295>',
        'description <text...>',
        'update-source <interface...>',
        'shutdown',
        'password <secret...>',
        'ebgp-multihop <hops:1-255>',
        'timers <rule...>',
      ],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-bgp-nbr-af' }],
    },
    'config-bgp-nbr-af': {
      entries: ['route-policy <rule...>', 'route-reflector-client', 'next-hop-self', 'send-community-ebgp'],
    },
    'config-isis': { settings: ['net <net>', 'is-type <type>'], entries: ['log <rule...>'] },
  },
};

/** An area goes by the first name that it was given: 0 and 0.0.0.0 are the same. */
function readArea(typed: string, call: CommandCall): string | undefined {
  if (!/^\d+$/.test(typed) && !ipv4Prefix(typed)) return undefined;
  const known = sectionsOf(sectionAt(candidateOf(call), call.session.pathIn('config-ospf')) ?? [], 'area');
  return known.find(({ name }) => ospfArea(name) === ospfArea(typed))?.name ?? typed;
}

/** An address with its mask, or with its prefix length, as IOS XR writes it: `10.1.0.1 255.255.255.252`. */
function readPrefix(typed: string): string | undefined {
  const [address = '', mask, ...others] = typed.split(/\s+/);
  if (others.length > 0) return undefined;
  const prefix = ipv4Prefix(mask === undefined ? address : maskedPrefix(address, mask));
  return prefix && (mask !== undefined || address.includes('/'))
    ? `${prefix.address} ${prefix.mask}`
    : undefined;
}
