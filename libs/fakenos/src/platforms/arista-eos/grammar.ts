import type { LineGrammar } from '../../configuration/line-grammar';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { CommandCall } from '../../engine/platform';
import { findInterface } from '../text/interface-words';
import { newInterface } from './new-interface';

/** The session variable that names the configuration session that is open. */
export const CONFIG_SESSION = 'configuration session';

/** What the configuration of Arista EOS consists of. */
export const eosGrammar: LineGrammar = {
  negation: 'no',
  target: ({ session }) => (session.variables.has(CONFIG_SESSION) ? 'candidate' : 'running'),
  leave: ['exit'],
  reset: 'default',
  values: {
    address: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    prefix: (typed) => (typed.includes('/') && ipv4Prefix(typed) ? typed : undefined),
    interface: (typed, { device }) => findInterface(device, typed)?.name,
    'new-interface': (typed, { device }) => findInterface(device, typed)?.name ?? newInterface(typed),
    area: (typed) => (/^\d+$/.test(typed) || ipv4Prefix(typed) ? typed : undefined),
  },
  modes: {
    config: {
      order: [
        'no aaa',
        'aaa',
        'transceiver',
        'service',
        'logging',
        'hostname',
        'ip name-server',
        'dns',
        'ntp',
        'snmp-server',
        'spanning-tree',
        'clock',
        'username',
        'vlan',
        'vrf',
        'interface',
        'ip access-list',
        'ip routing',
        'no ip routing',
        'ipv6',
        'ip prefix-list',
        'ip route',
        'route-map',
        'router bgp',
        'router ospf',
        'banner',
        'management',
      ],
      settings: [
        'hostname <hostname>',
        'transceiver <rule...>',
        'spanning-tree mode <mode>',
        { syntax: 'ip routing', replaces: /^ip routing$/ },
        'ipv6 unicast-routing',
        'clock timezone <zone>',
        'dns domain <domain>',
        'enable secret <secret...>',
        'banner motd <banner...>',
      ],
      shownNegated: [],
      entries: [
        'aaa <rule...>',
        'service <service...>',
        'logging <target...>',
        'ntp <rule...>',
        'snmp-server <rule...>',
        'username <user...>',
        'ip name-server <servers...>',
        'ip routing vrf <vrf>',
        'ip route <prefix> <next-hop> [<distance:1-255>]',
        'ip prefix-list <rule...>',
        'lldp <rule...>',
        'alias <rule...>',
        'tacacs-server <rule...>',
        'radius-server <rule...>',
      ],
      sections: [
        { syntax: 'interface <new-interface...>', mode: 'config-if', keep: keepPhysical },
        { syntax: 'router ospf <process:1-65535>', mode: 'config-router' },
        { syntax: 'router bgp <as:1-4294967295>', mode: 'config-router-bgp' },
        { syntax: 'vlan <vlan:1-4094>', mode: 'config-vlan' },
        { syntax: 'vrf instance <vrf>', mode: 'config-vrf' },
        { syntax: 'ip access-list <list>', mode: 'config-acl' },
        { syntax: 'route-map <map...>', mode: 'config-route-map' },
        { syntax: 'management <service...>', mode: 'config-mgmt' },
      ],
    },
    'config-if': {
      order: [
        'description',
        'shutdown',
        'mtu',
        'vrf',
        'switchport',
        'no switchport',
        'ip address',
        'ipv6 address',
        'ip ospf',
        'ip',
      ],
      settings: [
        'description <text...>',
        'shutdown',
        'mtu <mtu:68-9214>',
        'vrf <vrf>',
        'speed <speed>',
        'load-interval <seconds:0-600>',
        { syntax: 'switchport', replaces: /^switchport$/ },
        'switchport mode <mode>',
        'switchport access vlan <vlan:1-4094>',
        'switchport trunk allowed vlan <vlans>',
        { syntax: 'ip address <prefix>', replaces: /^ip address(?!.* secondary$)/ },
        'ip ospf cost <cost:1-65535>',
        'ip ospf area <area>',
        'ip ospf network <type>',
      ],
      shownNegated: ['switchport'],
      entries: [
        'ip address <prefix> secondary',
        'ipv6 address <ipv6>',
        'ipv6 enable',
        'ip access-group <rule...>',
        'ip helper-address <address>',
        'channel-group <rule...>',
        'spanning-tree <rule...>',
        'lldp <rule...>',
      ],
    },
    'config-router': {
      order: ['router-id', 'passive-interface'],
      settings: ['router-id <address>', 'max-lsa <number:0-100000>', 'auto-cost <rule...>'],
      entries: [
        'passive-interface <interface...>',
        'network <rule...>',
        'area <rule...>',
        'redistribute <rule...>',
      ],
    },
    'config-router-bgp': {
      order: ['router-id', 'neighbor'],
      settings: ['router-id <address>', 'maximum-paths <rule...>'],
      entries: [
        'neighbor <address> remote-as <as:1-4294967295>',
        'neighbor <peer> <rule...>',
        'network <rule...>',
        'redistribute <rule...>',
      ],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-router-af' }],
    },
    'config-router-af': { entries: ['neighbor <peer> <rule...>', 'network <rule...>'] },
    'config-vlan': { settings: ['name <vlan-name>', 'state <state>'] },
    'config-vrf': { settings: ['rd <rd>', 'description <text...>'] },
    'config-acl': {
      entries: [
        'permit <rule...>',
        'deny <rule...>',
        'remark <text...>',
        '<sequence:1-4294967295> <rule...>',
      ],
    },
    'config-route-map': { entries: ['match <rule...>', 'set <rule...>', 'description <text...>'] },
    'config-mgmt': {
      settings: ['idle-timeout <minutes:0-86400>', 'shutdown'],
      entries: ['protocol <rule...>'],
    },
  },
};

function keepPhysical(text: string, { device }: CommandCall): string | undefined {
  const name = text.slice('interface '.length);
  const isHardware = newInterface(name) === undefined && device.interfaces.some((one) => one.name === name);
  return isHardware ? '% Cannot delete a physical interface' : undefined;
}
