import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import type { Command } from '../../engine/platform';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { initialLines } from './initial-lines';
import { candidateOf } from '../../configuration/candidate';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { linesAsBraces } from './brace-lines';
import type { ConfigWords, InterfaceLine } from './config-words';
import { plainRefusals } from './refusal-words';
import { routeLetter } from './route-lines';
import type { SimplePlatform } from './simple-words';

const BRACES = { tags: ['ethernet', 'loopback', 'area', 'route', 'bgp', 'neighbor', 'next-hop'] };

/** A line for every kind of interface: those of an address translator are Ethernet ports, and a loopback. */
function each(line: (kind: string) => string): InterfaceLine {
  return { ethernet: line('ethernet'), mgmt: line('ethernet'), loopback: line('loopback') };
}

/** The configuration language that came from Vyatta. */
export const vyattaWords: ConfigWords = {
  hostname: "set system host-name '<name>'",
  description: each((kind) => `set interfaces ${kind} <interface> description '<text...>'`),
  ipv4: each((kind) => `set interfaces ${kind} <interface> address '<prefix>'`),
  ipv6: each((kind) => `set interfaces ${kind} <interface> address '<prefix>'`),
  down: {
    ethernet: 'set interfaces ethernet <interface> disable',
    mgmt: 'set interfaces ethernet <interface> disable',
  },
  up: {
    ethernet: 'delete interfaces ethernet <interface> disable',
    mgmt: 'delete interfaces ethernet <interface> disable',
  },
  ospfArea: "set protocols ospf interface <interface> area '<area>'",
  ospfCost: "set protocols ospf interface <interface> cost '<cost>'",
  ospfPassive: 'set protocols ospf interface <interface> passive',
  route: 'set protocols static route <prefix> next-hop <gateway>',
  routerId: "set protocols ospf parameters router-id '<router>'",
  bgp: "set protocols bgp system-as '<as>'",
  bgpNeighbor: "set protocols bgp neighbor <peer> remote-as '<remote>'",
  negation: ['set', 'delete'],
  keeps: ['set', 'delete'],
  preset: ["set service ssh port '22'"],
  commits: true,
};

/** The second prompt of all that descends from Vyatta, with the line above that says where one edits. */
export const vyattaPrompts: SimplePlatform['prompts'] = {
  enable: ({ name }, { username }) => `${username}@${name}:~$ `,
  config: ({ name }, { username }) => `[edit]\n${username}@${name}# `,
};

/** Into configuration and out of it. */
export const vyattaConfigure: NonNullable<SimplePlatform['configure']> = {
  words: ['configure'],
  leave: ['exit'],
  end: [],
  dirty: "Cannot exit: configuration modified.\nUse 'exit discard' to discard the changes and exit.",
};

/** How they word what they do not accept. */
export const vyattaRefusals = plainRefusals(
  '\n  Invalid command: [<line>]\n',
  '\n  Incomplete command: <line>\n',
  '\n  Ambiguous command: <line>\n',
);

const SAVED = "Saving configuration to '/config/config.boot'...\nDone";

/** Showing and saving, in both modes. */
export const vyattaCommands: readonly Command[] = [
  {
    syntax: 'run <command...>',
    modes: ['config'],
    run: ({ args }) => ({ redirect: { mode: 'enable', line: args.command ?? '' } }),
  },
  { syntax: 'show', modes: ['config'], run: (call) => linesAsBraces(candidateOf(call), BRACES) },
  {
    syntax: 'show configuration',
    modes: ['enable'],
    run: ({ device }) => linesAsBraces(runningOf(device), BRACES),
  },
  { syntax: 'exit', modes: ['enable'], run: () => ({ close: true }) },
  {
    syntax: 'save',
    modes: ['enable', 'config'],
    run: ({ device }) => {
      device.configuration?.save();
      return SAVED;
    },
  },
];

/** Interfaces, ARP and neighbours. */
export const vyattaShows: SimplePlatform['shows'] = {
  'show interfaces': (device) =>
    [
      'Codes: S - State, L - Link, u - Up, D - Down, A - Admin Down',
      ...textTable(
        [17, 34, 5, 0],
        [
          ['Interface', 'IP Address', 'S/L', 'Description'],
          ['---------', '----------', '---', '-----------'],
          ...loopbacksLast(device).flatMap((one) => {
            const state = `${one.adminUp ? 'u' : 'A'}/${one.linkUp ? 'u' : 'D'}`;
            const more = one.ipv4 !== undefined && one.ipv6 !== undefined ? [['', one.ipv6]] : [];
            return [[one.name, one.ipv4 ?? one.ipv6 ?? '-', state, one.description ?? ''], ...more];
          }),
        ],
      ).map((line, at) => (at > 1 ? `${line}  ` : line)),
    ].join('\n'),
  'show arp': ({ arp = [] }) =>
    textTable(
      [25, 9, 20, 22, 0],
      [
        ['Address', 'HWtype', 'HWaddress', 'Flags Mask', 'Iface'],
        ...arp.map((one) => [one.ipv4, 'ether', one.mac, 'C', one.interfaceName]),
      ],
    ).join('\n'),
  'show lldp neighbors': ({ neighbors }) =>
    [
      'Capability Codes: R - Router, B - Bridge, W - Wlan r - Repeater, S - Station',
      '                  D - Docsis, T - Telephone, O - Other',
      '',
      ...textTable(
        [25, 11, 7, 7, 21, 0],
        [
          ['Device ID', 'Local', 'Proto', 'Cap', 'Platform', 'Port ID'],
          ['---------', '-----', '-----', '---', '--------', '-------'],
          ...neighbors.map((one) => [
            one.name,
            one.interfaceName,
            'LLDP',
            'R',
            one.neighborTitle,
            one.neighborInterface,
          ]),
        ],
      ),
    ].join('\n'),
  'show host name': ({ name }) => name,
};

/** `O    *> 10.0.0.2/32 [110/20] via 10.1.0.2, eth1` */
export function vyattaRoute(route: DeviceRoute): string {
  const { prefix, nextHop, interfaceName, distance, metric } = route;
  const start = `${routeLetter(route).padEnd(5)}*> ${prefix}`;
  return nextHop === undefined
    ? `${start} is directly connected, ${interfaceName}`
    : `${start} [${distance}/${metric}] via ${nextHop}, ${interfaceName}`;
}

/** The own address on an interface, without its length. */
export function addressOn({ interfaces }: FakeDevice, name: string): string {
  return ipv4Prefix(interfaces.find((one) => one.name === name)?.ipv4)?.address ?? '';
}

function runningOf(device: FakeDevice) {
  return device.configuration?.running ?? initialLines(vyattaWords, device);
}
