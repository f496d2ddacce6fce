import type { LineGrammar } from '../../configuration/line-grammar';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { maskedPrefix } from '../../device/masked-prefix';
import { ospfArea } from '../../device/ospf-settings';
import type { CommandCall } from '../../engine/platform';
import { findInterface } from '../text/interface-words';
import { newInterface } from './new-interface';

/** What the configuration of NX-OS consists of. */
export const nxosGrammar: LineGrammar = {
  negation: 'no',
  target: 'running',
  leave: ['exit'],
  end: { words: ['end'], mode: 'exec' },
  reset: 'default',
  values: {
    address: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    prefix: readPrefix,
    ipv6: (typed) => (ipv6Prefix(typed) ? typed.toLowerCase() : undefined),
    'static-route': readStaticRoute,
    interface: (typed, { device }) => findInterface(device, typed)?.name,
    'new-interface': (typed, { device }) => findInterface(device, typed)?.name ?? newInterface(typed),
    area: (typed) => (/^\d+$/.test(typed) || ipv4Prefix(typed) ? ospfArea(typed) : undefined),
  },
  modes: {
    config: {
      order: [
        'hostname',
        'boot',
        'feature',
        'nv',
        'cfs',
        'no password',
        'username',
        'ip domain-lookup',
        'no ip domain-lookup',
        'ip domain-name',
        'ip name-server',
        'radius-server',
        'tacacs-server',
        'aaa',
        'snmp-server',
        'rmon',
        'ntp',
        'clock',
        'banner',
        'spanning-tree',
        'ip route',
        'ip prefix-list',
        'ip access-list',
        'vlan',
        'route-map',
        'vrf',
        'interface',
        'line',
        'router',
        'logging',
      ],
      settings: [
        'hostname <hostname>',
        'ip domain-lookup',
        'ip domain-name <domain>',
        'clock timezone <zone...>',
        'spanning-tree mode <mode>',
        'banner motd <banner...>',
        'password strength-check',
        'cdp enable',
        'vlan <vlans>',
      ],
      shownNegated: ['ip domain-lookup', 'password strength-check', 'cdp enable'],
      entries: [
        'feature <feature...>',
        'ip route <static-route...>',
        'ip name-server <servers...>',
        'ip prefix-list <rule...>',
        'aaa <rule...>',
        'logging <target...>',
        'ntp <rule...>',
        'snmp-server <rule...>',
        'tacacs-server <rule...>',
        'radius-server <rule...>',
        'username <user...>',
        'lldp <rule...>',
        'spanning-tree <rule...>',
        'cli alias <rule...>',
        'boot <rule...>',
        'system <rule...>',
        'hardware <rule...>',
        'rmon <rule...>',
        'copp <rule...>',
        'nv overlay <rule...>',
        'fabric forwarding <rule...>',
        'errdisable <rule...>',
        'track <rule...>',
        'nxapi <rule...>',
        'ssh <rule...>',
        'ipv6 route <rule...>',
      ],
      sections: [
        { syntax: 'interface <new-interface...>', mode: 'config-if', keep: keepPhysical },
        { syntax: 'vlan <vlan:1-4094>', mode: 'config-vlan' },
        { syntax: 'vrf context <vrf>', mode: 'config-vrf' },
        { syntax: 'router ospf <process>', mode: 'config-router' },
        { syntax: 'router bgp <as:1-4294967295>', mode: 'config-router-bgp' },
        { syntax: 'ip access-list <list>', mode: 'config-acl' },
        { syntax: 'route-map <map...>', mode: 'config-route-map' },
        { syntax: 'line <line>', mode: 'config-line' },
      ],
    },
    'config-if': {
      order: [
        'vrf',
        'description',
        'switchport',
        'no switchport',
        'mtu',
        'ip address',
        'ipv6 address',
        'ip ospf',
        'ip router',
        'ip',
        'ipv6',
        'channel-group',
        'shutdown',
        'no shutdown',
      ],
      settings: [
        'description <text...>',
        'shutdown',
        'mtu <mtu:576-9216>',
        'bandwidth <kilobits:1-100000000>',
        'delay <delay:1-16777215>',
        'speed <speed>',
        'duplex <mode>',
        'vrf member <vrf>',
        'encapsulation dot1q <vlan:1-4094>',
        { syntax: 'switchport', replaces: /^switchport$/ },
        'switchport mode <mode>',
        'switchport access vlan <vlan:1-4094>',
        'switchport trunk allowed vlan <vlans>',
        { syntax: 'ip address <prefix...>', replaces: /^ip address(?!.* secondary$)/ },
        'ip ospf cost <cost:1-65535>',
        'ip ospf network <type>',
        'ip ospf passive-interface',
        'ip redirects',
        'ip router ospf <process> area <area>',
      ],
      shownNegated: ['shutdown', 'switchport', 'ip redirects'],
      entries: [
        'ip address <prefix> secondary',
        'ipv6 address <ipv6>',
        'ip access-group <rule...>',
        'ip ospf <rule...>',
        'channel-group <rule...>',
        'spanning-tree <rule...>',
        'lldp <rule...>',
        'cdp enable',
        'ip pim <rule...>',
        'ip dhcp <rule...>',
        'ip arp <rule...>',
        'ip unnumbered <rule...>',
        'ipv6 nd <rule...>',
        'ipv6 router <rule...>',
        'load-interval <rule...>',
        'logging <rule...>',
        'medium <type>',
        'negotiate auto',
        'service-policy <rule...>',
        'storm-control <rule...>',
        'udld <rule...>',
        'vpc <rule...>',
      ],
    },
    'config-vlan': { settings: ['name <vlan-name>', 'state <state>'] },
    'config-vrf': {
      settings: ['rd <rd>', 'description <text...>'],
      entries: ['ip route <static-route...>', 'ip name-server <servers...>'],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-vrf-af' }],
    },
    'config-vrf-af': { entries: ['route-target <rule...>'] },
    'config-router': {
      order: ['router-id'],
      settings: [
        'router-id <address>',
        'auto-cost <rule...>',
        'log-adjacency-changes',
        'maximum-paths <rule...>',
      ],
      entries: ['area <rule...>', 'redistribute <rule...>', 'passive-interface default'],
    },
    'config-router-bgp': {
      order: ['router-id', 'log-neighbor-changes', 'address-family', 'neighbor'],
      settings: ['router-id <address>', 'log-neighbor-changes'],
      sections: [
        { syntax: 'address-family <family...>', mode: 'config-router-af' },
        { syntax: 'neighbor <address>', mode: 'config-router-neighbor' },
      ],
    },
    'config-router-af': {
      entries: ['network <rule...>', 'redistribute <rule...>', 'maximum-paths <rule...>'],
    },
    'config-router-neighbor': {
      order: ['remote-as', 'description', 'update-source', 'address-family'],
      settings: [
        'remote-as <as:1-4294967295>',
        'description <text...>',
        'update-source <interface...>',
        'shutdown',
        'password <secret...>',
        'ebgp-multihop <hops:2-255>',
        'timers <rule...>',
      ],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-router-neighbor-af' }],
    },
    'config-router-neighbor-af': {
      entries: [
        'route-map <rule...>',
        'route-reflector-client',
        'send-community <rule...>',
        'send-community',
        'next-hop-self',
        'soft-reconfiguration <rule...>',
      ],
    },
    'config-acl': {
      entries: [
        'permit <rule...>',
        'deny <rule...>',
        'remark <text...>',
        '<sequence:1-4294967295> <rule...>',
      ],
    },
    'config-route-map': { entries: ['match <rule...>', 'set <rule...>', 'description <text...>'] },
    'config-line': { settings: ['exec-timeout <minutes:0-525600>', 'session-limit <number:1-64>'] },
  },
};

/** `10.1.0.1/30`, or the same with a mask behind a blank. */
function readPrefix(typed: string): string | undefined {
  const [address, mask, ...others] = typed.split(/\s+/);
  if (others.length > 0) return undefined;
  if (mask !== undefined) return maskedPrefix(address, mask);
  return typed.includes('/') && ipv4Prefix(typed) ? typed : undefined;
}

/** `10.0.0.0/8 10.1.0.2`, the network with a mask perhaps, and whatever comes after the next hop. */
function readStaticRoute(typed: string): string | undefined {
  const [network = '', ...others] = typed.split(/\s+/);
  const masked = network.includes('/') ? undefined : maskedPrefix(network, others.shift());
  const prefix = ipv4Prefix(masked ?? network)?.prefix;
  if (prefix === undefined || others.length === 0) return undefined;
  return [prefix, ...others].join(' ');
}

function keepPhysical(text: string, { device }: CommandCall): string | undefined {
  const name = text.slice('interface '.length);
  const isHardware = newInterface(name) === undefined && device.interfaces.some((one) => one.name === name);
  return isHardware ? 'ERROR: Cannot delete a physical interface' : undefined;
}
