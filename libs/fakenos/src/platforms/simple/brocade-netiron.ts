import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { ethernets } from './device-words';
import { fastIron, fastIronShows, fastIronStart, fastIronUptime, foundryWords, portNumber } from './fastiron';
import { simplePlatform } from './simple-platform';

/** Brocade NetIron (MLX, CER). */
export const brocadeNetiron = simplePlatform({
  ...fastIron,
  name: 'brocade_netiron',
  title: 'Brocade NetIron',
  ports: { ethernet: (number) => `ethernet1/${number}`, management: 'management1', loopback: 'loopback1' },
  enable: { words: ['enable'], asks: [{ prompt: 'Password:' }], back: ['disable'] },
  config: { ...foundryWords, ipv4: 'ip address <prefix>', route: 'ip route <prefix> <gateway>' },
  look: {
    before: () => ['Current configuration:', '!', 'ver V5.8.0fT163', 'module 1 br-mlx-24-port-1gf-x', '!'],
    separator: '!',
    after: ['end'],
  },
  shows: {
    'show version': (device) =>
      [
        'System: NetIron CER (Serial #: ' + device.serialNumber + ',  Part #: 40-1000373-05)',
        'License: CER_BASE (LID: none)',
        'IronWare : Version 5.8.0fT163 Copyright (c) 1996-2015 Brocade Communications Systems, Inc.',
        'Compiled on Jan 29 2018 at 10:22:50 labeled as V5.8.00f',
        `System uptime is ${fastIronUptime(device)}`,
        fastIronStart(device),
      ].join('\n'),
    ...fastIronShows,
    'show interfaces brief': (device) =>
      textTable(
        [9, 9, 8, 5, 7, 6, 5, 8, 16, 0],
        [
          ['Port', 'Link', 'State', 'Dupl', 'Speed', 'Trunk', 'Tag', 'Priori', 'MAC', 'Name'],
          ...ethernets(device).map((one) => [
            portNumber(one.name),
            one.adminUp ? (one.linkUp ? 'Up' : 'Down') : 'Disabled',
            one.linkUp ? 'Forward' : 'None',
            one.linkUp ? 'Full' : 'None',
            one.linkUp ? '1G' : 'None',
            'None',
            'No',
            'level0',
            dottedMac(one.mac),
            one.description ?? '',
          ]),
        ],
      ).join('\n'),
    'show lldp neighbors detail': (device) =>
      device.neighbors
        .flatMap((one) => [
          `Local port: ${portNumber(one.interfaceName)}`,
          `  Neighbor: ${dottedMac(one.neighborMac)}, TTL 112 seconds`,
          `    + Chassis ID (MAC address): ${dottedMac(one.neighborMac)}`,
          `    + Port ID (MAC address): ${dottedMac(one.neighborMac)}`,
          '    + Time to live: 120 seconds',
          `    + System name         : "${one.name}"`,
          `    + Port description    : "${one.neighborInterface}"`,
          '    + System capabilities : bridge, router',
          '      Enabled capabilities: router',
          `    + Management address (IPv4): ${one.neighborMgmtIpv4}`,
          '',
        ])
        .join('\n'),
    'show arp': (device) =>
      [
        `Total number of ARP entries: ${device.arp?.length ?? 0}`,
        ...textTable(
          [6, 18, 18, 10, 6, 0],
          [
            ['', 'IP Address', 'MAC Address', 'Type', 'Age', 'Port'],
            ...(device.arp ?? []).map((one, at) => [
              String(at + 1),
              one.ipv4,
              dottedMac(one.mac),
              'Dynamic',
              '0',
              portNumber(one.interfaceName),
            ]),
          ],
        ),
      ].join('\n'),
  },
});
