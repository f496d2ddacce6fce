import { ipv4Prefix } from '../../device/ipv4-prefix';
import { textTable } from '../text/text-table';
import { addressed, colonLines, groupedMac } from './device-words';
import { loopbacksLast } from '../text/interface-order';
import { plainRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import { simplePlatform } from './simple-platform';

const DONE = 'Command Successful.';

/** Zyxel's customer premises devices. They have no LLDP; `cfg all get` prints what has been set. */
export const zyxelOs = simplePlatform({
  name: 'zyxel_os',
  title: 'Zyxel OS',
  ports: { ethernet: (number) => `eth${number}`, management: 'br0', loopback: 'lo' },
  prompts: { enable: ({ name }) => `${name}> ` },
  close: ['exit', 'logout', 'quit'],
  paging: {},
  save: { 'cfg save': DONE },
  configShows: ['cfg all get'],
  shows: {
    'sys atsh': ({ serialNumber, mac }) =>
      colonLines(24, {
        'Firmware Version': 'V5.13(ABEM.5.1)C0',
        'Bootbase Version': 'V1.63 | 03/19/2018 15:20:15',
        'Vendor Name': 'Zyxel Communications Corp.',
        'Product Model': 'VMG8825-T50',
        'Serial Number': serialNumber,
        'First MAC Address': groupedMac(mac, 12, '').toUpperCase(),
        'Last MAC Address': groupedMac(mac, 12, '').toUpperCase(),
        'MAC Address Quantity': '16',
        'Default Country Code': 'FF',
        'Boot Module Debug Flag': '01',
      }).join('\n'),
    'sys hostname': ({ name }) => name,
    ifconfig: (device) =>
      loopbacksLast(device)
        .flatMap((one) => {
          const address = ipv4Prefix(one.ipv4);
          return [
            `${one.name.padEnd(10)}Link encap:${one.kind === 'loopback' ? 'Local Loopback' : 'Ethernet'}  HWaddr ${one.mac.toUpperCase()}`,
            ...(address
              ? [`          inet addr:${address.address}  Bcast:${address.broadcast}  Mask:${address.mask}`]
              : []),
            `          ${one.adminUp ? 'UP ' : ''}BROADCAST ${one.linkUp ? 'RUNNING ' : ''}MULTICAST  MTU:${one.mtu}  Metric:1`,
            '',
          ];
        })
        .join('\n'),
    'cfg lan get': (device) =>
      [
        ...textTable(
          [16, 20, 20, 0],
          [
            ['Group Name', 'LAN IP Address', 'IPv4 DHCP Server', 'IPv6 Enable'],
            ...addressed(device).map(({ one, address }) => [
              one.name,
              address.address,
              'Disable',
              one.ipv6 === undefined ? 'false' : 'true',
            ]),
          ],
        ),
        DONE,
      ].join('\n'),
    'cfg lanhosts get': ({ arp = [] }) =>
      [
        ...textTable(
          [20, 17, 17, 20, 16, 0],
          [
            ['Name', 'IP Address', 'IPv6 Address', 'MAC Address', 'Address Source', 'Connection Type'],
            ...arp.map((one) => [
              'Unknown',
              one.ipv4,
              '::',
              one.mac,
              'Static',
              `Ethernet:${one.interfaceName}`,
            ]),
          ],
        ),
        DONE,
      ].join('\n'),
    'cfg static_route get': (device) => {
      let index = 0;
      return [
        ...textTable(
          [7, 16, 8, 7, 27, 17, 11, 0],
          [
            [
              'Index',
              'Name',
              'Enable',
              'IPver',
              'DestIPAddress/DestPrefix',
              'DestMask',
              'Interface',
              'Gateway/NextHop',
            ],
            ...device.routes
              .filter(({ protocol }) => protocol !== 'local')
              .map(({ prefix, interfaceName, nextHop }) => {
                const { network, mask } = ipv4Prefix(prefix) ?? { network: prefix, mask: '' };
                index += 1;
                return [
                  String(index),
                  `Route${index}`,
                  '1',
                  'IPv4',
                  network,
                  mask,
                  interfaceName,
                  nextHop ?? '0.0.0.0',
                ];
              }),
          ],
        ),
        DONE,
      ].join('\n');
    },
    'route show': (device) =>
      routeLines(
        device,
        ({ prefix, nextHop, interfaceName }) => `${prefix} via ${nextHop ?? 'direct'} dev ${interfaceName}`,
      ).join('\n'),
  },
  config: {
    hostname: 'cfg system edit --HostName <name>',
    description: 'cfg intf edit --Name <interface> --Description "<text...>"',
    ipv4: 'cfg lan edit --Name <interface> --Ip <address> --Mask <mask>',
    ipv6: 'cfg lan edit --Name <interface> --Ip6 <ipv6>',
    down: 'cfg intf edit --Name <interface> --Enable false',
    up: 'cfg intf edit --Name <interface> --Enable true',
    ospfArea: 'cfg ospf edit --Name <interface> --Area <area>',
    ospfCost: 'cfg ospf edit --Name <interface> --Cost <cost>',
    ospfPassive: 'cfg ospf edit --Name <interface> --Passive true',
    route: 'cfg static_route add --Ip <network> --Mask <mask> --Gateway <gateway>',
    routerId: 'cfg ospf edit --RouterId <router>',
    bgp: 'cfg bgp edit --As <as>',
    bgpNeighbor: 'cfg bgp neighbor --Peer <peer> --As <remote>',
    negation: ['cfg static_route add', 'cfg static_route delete'],
    keeps: [],
  },
  refusals: plainRefusals('<word>: command not found', 'Usage: <line> ...', '<word>: ambiguous command'),
});
