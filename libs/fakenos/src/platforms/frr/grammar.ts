import type { LineGrammar } from '../../configuration/line-grammar';
import { ipv4Prefix } from '../../device/ipv4-prefix';

/** What the configuration of FRR consists of. */
export const frrGrammar: LineGrammar = {
  negation: 'no',
  target: 'running',
  leave: ['exit', 'quit'],
  end: { words: ['end'], mode: 'vtysh' },
  values: {
    address: (typed) => (ipv4Prefix(typed)?.address === typed ? typed : undefined),
    prefix: (typed) => (typed.includes('/') && ipv4Prefix(typed) ? typed : undefined),
    interface: (typed, { device }) => device.interfaces.find(({ name }) => name === typed)?.name,
    'new-interface': (typed) => (/^[\w.-]{1,15}$/.test(typed) ? typed : undefined),
    area: (typed) => (/^\d+$/.test(typed) || ipv4Prefix(typed) ? typed : undefined),
  },
  modes: {
    config: {
      order: [
        'frr',
        'hostname',
        'log',
        'service',
        'ip route',
        'ipv6 route',
        'vrf',
        'interface',
        'router bgp',
        'router ospf',
        'ip prefix-list',
        'route-map',
      ],
      settings: [
        'hostname <hostname>',
        'log <rule...>',
        'banner motd <banner...>',
        'ip forwarding',
        'ipv6 forwarding',
      ],
      entries: [
        'service <service...>',
        'ip route <prefix> <next-hop> [<distance:1-255>]',
        'ipv6 route <rule...>',
        'ip prefix-list <rule...>',
        'access-list <rule...>',
        'bgp <rule...>',
        'username <user...>',
      ],
      sections: [
        { syntax: 'interface <new-interface>', mode: 'config-if' },
        { syntax: 'router ospf', mode: 'config-router' },
        { syntax: 'router bgp <as:1-4294967295>', mode: 'config-router-bgp' },
        { syntax: 'vrf <vrf>', mode: 'config-vrf' },
        { syntax: 'route-map <map...>', mode: 'config-route-map' },
      ],
    },
    'config-if': {
      order: ['description', 'shutdown', 'ip address', 'ip ospf', 'ipv6 address'],
      settings: [
        'description <text...>',
        'shutdown',
        'bandwidth <kilobits:1-1000000>',
        'ip ospf area <area>',
        'ip ospf cost <cost:1-65535>',
        'ip ospf network <type>',
        'ip ospf passive',
      ],
      entries: ['ip address <prefix>', 'ipv6 address <ipv6>', 'ip ospf <rule...>', 'ipv6 nd <rule...>'],
    },
    'config-router': {
      order: ['ospf'],
      settings: ['ospf router-id <address>', 'auto-cost <rule...>'],
      entries: [
        'network <rule...>',
        'passive-interface <interface>',
        'area <rule...>',
        'redistribute <rule...>',
      ],
    },
    'config-router-bgp': {
      order: ['bgp', 'no bgp', 'neighbor', 'network'],
      settings: ['bgp router-id <address>', 'bgp ebgp-requires-policy'],
      shownNegated: ['bgp ebgp-requires-policy'],
      entries: [
        'neighbor <address> remote-as <as:1-4294967295>',
        'neighbor <peer> <rule...>',
        'network <rule...>',
        'redistribute <rule...>',
        'bgp <rule...>',
      ],
      sections: [{ syntax: 'address-family <family...>', mode: 'config-router-af' }],
    },
    'config-router-af': {
      entries: ['neighbor <peer> <rule...>', 'network <rule...>', 'redistribute <rule...>'],
    },
    'config-vrf': { settings: ['vni <number:1-16777215>'] },
    'config-route-map': { entries: ['match <rule...>', 'set <rule...>', 'description <text...>'] },
  },
};
