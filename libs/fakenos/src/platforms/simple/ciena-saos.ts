import type { FakeDevice } from '../../device/fake-device';
import { boxedTable } from '../text/boxed-table';
import { addressed, ethernets, uptime } from './device-words';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

/** Ciena SAOS 6 and 8. */
export const cienaSaos = simplePlatform({
  name: 'ciena_saos',
  title: 'Ciena SAOS',
  ports: { ethernet: (number) => String(number), management: 'remote', loopback: 'loopback' },
  prompts: { enable: ({ name }) => `${name}> ` },
  close: ['exit', 'quit', 'logout'],
  paging: { 'system shell session set more off': '' },
  quiet: { 'system shell session set more on': '' },
  save: { 'configuration save': '' },
  configShows: ['configuration show', 'configuration show brief'],
  shows: {
    'software show': () =>
      box(74, ' SOFTWARE PACKAGE STATE ', [
        ['Installed Package', 'saos-06-18-00-0304'],
        ['Running Package', 'saos-06-18-00-0304'],
        ['Application Build', '1215'],
        ['Package Build Info', 'Tue Mar 24 10:18:22 2020 builder'],
        ['Running Kernel', '4.1.27'],
        ['Running MIB Version', '06-18-00-0304'],
        ['Release Status', 'GA'],
        ['Running bank', 'A'],
        ['Bootloader version', '11850'],
      ]),
    'system show host-name': ({ name }) => box(74, ' SYSTEM HOST NAME ', [['System Name', name]]),
    'system show uptime': (device) => {
      const { days, clock } = uptime(device);
      return box(74, ' SYSTEM UPTIME ', [['Uptime', `${days}d ${clock}`]]);
    },
    'chassis show device-id': ({ serialNumber, mac }) =>
      box(74, ' DEVICE ID ', [
        ['Device Type', '3930'],
        ['Ethernet Base Address', mac],
        ['Serial Number', serialNumber],
        ['Part Number', '170-3930-900'],
      ]),
    'port show status': portStatus,
    'interface show': (device) =>
      boxedTable(
        ['Name', 'IP Address/Prefix', 'Oper'],
        addressed(device).map(({ one }) => [one.name, one.ipv4 ?? '', one.linkUp ? 'Up' : 'Down']),
      ).join('\n'),
    'lldp show neighbors': lldpNeighbors,
    'arp show': ({ arp = [] }) =>
      boxedTable(
        ['IP Address', 'MAC Address', 'Interface'],
        arp.map((one) => [one.ipv4, one.mac, one.interfaceName]),
      ).join('\n'),
    'ip-routing show': (device) =>
      routeLines(
        device,
        ({ letter, prefix, nextHop, interfaceName }) =>
          `${letter} ${prefix.padEnd(20)}${(nextHop ?? 'direct').padEnd(16)}${interfaceName}`,
      ).join('\n'),
  },
  config: {
    hostname: 'system set host-name <name>',
    description: 'port set port <interface> description "<text...>"',
    ipv4: 'interface create ip-interface <interface> ip <prefix>',
    ipv6: 'interface create ip-interface <interface> ipv6 <ipv6>',
    down: 'port disable port <interface>',
    up: 'port enable port <interface>',
    ospfArea: 'ospf interface attach ip-interface <interface> area <area>',
    ospfCost: 'ospf interface set ip-interface <interface> cost <cost>',
    ospfPassive: 'ospf interface set ip-interface <interface> passive on',
    route: 'ip-routing add route <prefix> gateway <gateway>',
    routerId: 'ospf set router-id <router>',
    bgp: 'bgp instance create as <as>',
    bgpNeighbor: 'bgp peer create peer <peer> as <remote>',
    negation: ['port set', 'port unset'],
    keeps: ['aggregation', 'logging', 'ntp', 'snmp', 'virtual-switch', 'vlan'],
  },
  look: {
    before: ({ name }) => [
      '!-------------------------------------------------------------------------',
      '! Device Id: 3930',
      `! System name: ${name}`,
      '! Software: saos-06-18-00-0304',
      '!-------------------------------------------------------------------------',
    ],
  },
  refusals: plainRefusals(
    "SHELL PARSER FAILURE: '<line>' - invalid input",
    "SHELL PARSER FAILURE: '<line>' - incomplete",
    "SHELL PARSER FAILURE: '<line>' - ambiguous",
  ),
});

function box(width: number, title: string, rows: readonly (readonly [string, string])[]): string {
  const left = Math.floor((width - 2 - title.length) / 2);
  const top = `+${'-'.repeat(left)}${title}${'-'.repeat(width - 2 - title.length - left)}+`;
  const body = rows.map(([label, value]) => `| ${`${label.padEnd(21)}: ${value}`.padEnd(width - 4)} |`);
  return [top, ...body, `+${'-'.repeat(width - 2)}+`].join('\n');
}

function portStatus(device: FakeDevice): string {
  const { days, hours, minutes } = uptime(device);
  const rule = '+------+----------------------+----+--------------+----+---+-------+----+----+';
  return [
    '+--------------------------- PORT OPERATIONAL STATUS ------------------------+',
    rule,
    '|      |                      |    |  Link State  |    |   | Speed/|MTU |Flow|',
    '|  ##  | Description          |Link|   Duration   |XCVR|STP|Duplex |Size|Ctrl|',
    rule,
    ...ethernets(device).map(
      (one) =>
        `|${one.name.padEnd(6)}|${(one.description ?? '').replaceAll(' ', '_').slice(0, 22).padEnd(22)}|${(one.linkUp ? 'Up' : 'Down').padEnd(4)}|${`${days}d${hours}h${minutes}m`.padStart(14)}|    |${one.linkUp ? 'FWD' : 'Dis'}|${one.linkUp ? ' 1G/FD ' : '       '}|${String(one.mtu).padEnd(4)}|off |`,
    ),
    rule,
  ].join('\n');
}

function lldpNeighbors({ neighbors }: FakeDevice): string {
  const rule = '+------------+--------------------+------------------------------------------+';
  const info = (text: string) => `|            |                    | ${text.padEnd(41)}|`;
  return [
    '+----------------------------------------------------------------------------+',
    '| LLDP Neighbors                                                             |',
    rule,
    '| Local      | Remote                                                        |',
    '| Port       | Port               | Info                                     |',
    rule,
    ...neighbors.flatMap((one) => [
      `|${one.interfaceName.padEnd(12)}|${one.neighborInterface.padEnd(20)}| ${`Chassis Id: ${one.neighborMac}`.padEnd(41)}|`,
      info(`Mgmt Addr: ${one.neighborMgmtIpv4}`),
      info(`System Name: ${one.name}`),
      info(`System Desc: ${one.neighborTitle}`),
      rule,
    ]),
  ].join('\n');
}
