import { candidateOf } from '../../configuration/candidate';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { textTable } from '../text/text-table';
import { linesAsBraces } from './brace-lines';
import type { ConfigWords, InterfaceLine } from './config-words';
import { addressed, ethernets } from './device-words';
import { initialLines } from './initial-lines';
import { panosSystemInfo } from './panos-system-info';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const each = (property: string): InterfaceLine => ({
  ethernet: `set network interface ethernet <interface> ${property}`,
  loopback: `set network interface loopback units <interface> ${property}`,
});

const words: ConfigWords = {
  hostname: 'set deviceconfig system hostname <name>',
  description: each('comment "<text...>"'),
  ipv4: {
    ethernet: 'set network interface ethernet <interface> layer3 ip <prefix>',
    loopback: 'set network interface loopback units <interface> ip <prefix>',
  },
  ipv6: each('ipv6 address <ipv6>'),
  down: { ethernet: 'set network interface ethernet <interface> link-state down' },
  up: { ethernet: 'set network interface ethernet <interface> link-state auto' },
  ospfArea: 'set network virtual-router default protocol ospf interface <interface> area <area>',
  ospfCost: 'set network virtual-router default protocol ospf interface <interface> metric <cost>',
  ospfPassive: 'set network virtual-router default protocol ospf interface <interface> passive yes',
  route:
    'set network virtual-router default routing-table ip static-route <prefix> nexthop ip-address <gateway>',
  routerId: 'set network virtual-router default protocol ospf router-id <router>',
  bgp: 'set network virtual-router default protocol bgp local-as <as>',
  bgpNeighbor: 'set network virtual-router default protocol bgp peer <peer> peer-as <remote>',
  negation: ['set', 'delete'],
  keeps: ['set', 'delete'],
  commits: 'saved',
};

/** Palo Alto PAN-OS. */
export const paloaltoPanos = simplePlatform({
  name: 'paloalto_panos',
  title: 'Palo Alto PAN-OS',
  ports: { ethernet: (number) => `ethernet1/${number}`, management: 'mgt', loopback: 'loopback.1' },
  prompts: {
    enable: ({ name }, { username }) => `${username}@${name}> `,
    config: ({ name }, { username }) => `[edit]\n${username}@${name}# `,
  },
  configure: {
    words: ['configure'],
    says: 'Entering configuration mode',
    leave: ['exit', 'quit'],
    end: [],
    keepsCandidate: true,
  },
  close: ['exit', 'quit'],
  paging: { 'set cli pager off': '' },
  quiet: {
    'set cli pager on': '',
    'set cli scripting-mode <state>': '',
    'set cli terminal width <width:1-500>': '',
    'set cli terminal height <height:0-500>': '',
    'set cli config-output-format <format>': '',
  },
  configShows: [],
  shows: {
    'show system info': panosSystemInfo,
    'show interface all': (device) =>
      [
        '',
        `total configured hardware interfaces: ${ethernets(device).length}`,
        '',
        'name                    id    speed/duplex/state            mac address',
        '-'.repeat(80),
        ...ethernets(device).map((one) =>
          textTable(
            [24, 6, 30, 0],
            [[one.name, String(15 + one.ifindex), hardware(one.linkUp), one.mac]],
          ).join(''),
        ),
        '',
        'aggregation groups: 0',
        '',
        '',
        `total configured logical interfaces: ${addressed(device).filter(({ one }) => one.kind !== 'mgmt').length}`,
        '',
        ...textTable(
          [20, 6, 5, 17, 25, 7, 0],
          [
            ['name', 'id', 'vsys', 'zone', 'forwarding', 'tag', 'address'],
            [
              '------------------- ----- ---- ---------------- ------------------------ ------ ------------------',
            ],
            ...addressed(device)
              .filter(({ one }) => one.kind !== 'mgmt')
              .map(({ one }) => [
                one.name,
                String(15 + one.ifindex),
                '1',
                'trust',
                'vr:default',
                '0',
                one.ipv4 ?? '',
              ]),
          ],
        ),
      ].join('\n'),
    'show interface hardware': (device) =>
      ethernets(device)
        .map((one) =>
          textTable(
            [24, 6, 30, 0],
            [[one.name, String(15 + one.ifindex), hardware(one.linkUp), one.mac]],
          ).join(''),
        )
        .join('\n'),
    'show arp all': (device) =>
      [
        'maximum of entries supported :      2500',
        'default timeout:                    1800 seconds',
        `total ARP entries in table :        ${device.arp?.length ?? 0}`,
        'total ARP entries shown :           ' + String(device.arp?.length ?? 0),
        'status: s - static, c - complete, e - expiring, i - incomplete',
        '',
        ...textTable(
          [17, 16, 18, 18, 9, 0],
          [
            ['interface', 'ip address', 'hw address', 'port', 'status', 'ttl'],
            ['-'.repeat(80)],
            ...(device.arp ?? []).map((one) => [
              one.interfaceName,
              one.ipv4,
              one.mac,
              one.interfaceName,
              '  c',
              '1623',
            ]),
          ],
        ),
      ].join('\n'),
    'show routing route': (device) =>
      [
        '',
        'flags: A:active, ?:loose, C:connect, H:host, S:static, ~:internal, R:rip, O:ospf, B:bgp,',
        '       Oi:ospf intra-area, Oo:ospf inter-area, O1:ospf ext-type-1, O2:ospf ext-type-2, E:ecmp, M:multicast',
        '',
        '',
        'VIRTUAL ROUTER: default (id 1)',
        '  ==========',
        'destination                                 nexthop                                 metric flags      age   interface          next-AS',
        ...routeLines(device, ({ letter, prefix, nextHop, metric, interfaceName }) =>
          textTable(
            [44, 40, 7, 11, 6, 0],
            [
              [
                prefix,
                nextHop ??
                  ipv4Prefix(device.interfaces.find((one) => one.name === interfaceName)?.ipv4)?.address ??
                  '0.0.0.0',
                String(metric),
                `A ${letter === 'O' ? 'Oi' : letter}`,
                '',
                interfaceName,
              ],
            ],
          ).join(''),
        ),
        `total routes shown: ${routeLines(device, () => '').length}`,
        '',
      ].join('\n'),
    'show lldp neighbors all': ({ neighbors }) =>
      neighbors
        .flatMap((one, at) => [
          '',
          'Local information:',
          `  Index ${at + 1}`,
          `  Local interface: ${one.interfaceName}`,
          `  Local Port ID: ${one.interfaceName}`,
          'Neighbor information:',
          '  Chassis type: MAC address',
          `  Chassis ID: ${one.neighborMac}`,
          '  Port type: Interface name',
          `  Port ID: ${one.neighborInterface}`,
          `  Port description: ${one.neighborInterface}`,
          '  TTL: 120',
          `  System name: ${one.name}`,
          `  System description: ${one.neighborTitle}`,
          '  System capabilities:',
          '    Supported: Bridge, Router',
          '    Enabled: Router',
          '  Management address type: IPv4',
          `  Management address: ${one.neighborMgmtIpv4}`,
        ])
        .join('\n'),
    'show clock': (device) => device.now().toUTCString(),
  },
  config: words,
  commitWords: ['commit', 'commit force', 'commit description <text...>', 'commit partial <rest...>'],
  commitSays: {
    done: 'Commit job 2 is in progress. Use Ctrl+C to return to command prompt\n..........55%...75%...98%............100%\nConfiguration committed successfully\n',
    nothing: 'There are no changes to commit.\n',
  },
  refusals: plainRefusals('Unknown command: <word>', 'Invalid syntax.', 'Ambiguous command: <word>'),
  commands: [
    {
      syntax: 'run <command...>',
      modes: ['config'],
      run: ({ args }) => ({ redirect: { mode: 'enable', line: args.command ?? '' } }),
    },
    { syntax: 'show', modes: ['config'], run: (call) => braces(candidateOf(call)) },
    {
      syntax: 'show config running',
      modes: ['enable'],
      run: ({ device }) => braces(device.configuration?.running ?? initialLines(words, device)),
    },
  ],
});

function braces(tree: Parameters<typeof linesAsBraces>[0]): string {
  return linesAsBraces(tree, { tags: [], end: ';' });
}

function hardware(linkUp: boolean): string {
  return linkUp ? '1000/full/up' : 'ukn/ukn/down(autoneg)';
}
