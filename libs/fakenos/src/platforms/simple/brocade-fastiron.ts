import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { fastIron, fastIronShows, fastIronStart, fastIronUptime, portNumber } from './fastiron';
import { simplePlatform } from './simple-platform';

/** Brocade FastIron (ICX). */
export const brocadeFastiron = simplePlatform({
  ...fastIron,
  name: 'brocade_fastiron',
  title: 'Brocade FastIron',
  shows: {
    'show version': (device) =>
      [
        '  Copyright (c) 1996-2016 Brocade Communications Systems, Inc. All rights reserved.',
        '    UNIT 1: compiled on Apr 20 2017 at 11:25:04 labeled as SPR08030u',
        '      (10545591 bytes) from Primary SPR08030u.bin',
        '        SW: Version 08.0.30uT213',
        '  Boot-Monitor Image size = 786944, Version:10.1.05T215 (spz10105)',
        '  HW: Stackable ICX7250-24',
        '==========================================================================',
        'UNIT 1: SL 1: ICX7250-24 24-port Management Module',
        `      Serial  #: ${device.serialNumber}`,
        '      License: BASE_SOFT_PACKAGE   (LID: none)',
        '==========================================================================',
        ' 1000 MHz ARM processor ARMv7 88 MHz bus',
        '8 MB flash memory',
        '  2048 MB DRAM',
        `STACKID 1  system uptime is ${fastIronUptime(device)}`,
        fastIronStart(device),
        ' The system : started=cold start',
      ].join('\n'),
    ...fastIronShows,
    'show lldp neighbors': (device) =>
      [
        'Capability codes: (R) Router, (B) Bridge, (O) Other',
        '',
        ...textTable(
          [24, 16, 11, 12, 0],
          [
            ['Device ID', 'Local Intf', 'Hold-time', 'Capability', 'Port ID'],
            ...device.neighbors.map((one) => [
              one.name,
              portNumber(one.interfaceName),
              '120',
              'B,R',
              one.neighborInterface,
            ]),
          ],
        ),
        `Total entries displayed: ${device.neighbors.length}`,
      ].join('\n'),
    'show mac-address': ({ neighbors }) =>
      [
        `Total active entries from all ports = ${neighbors.length}`,
        ...textTable(
          [16, 12, 6, 7, 0],
          [
            ['MAC Address', 'Port', 'Age', 'VLAN', 'Type'],
            ...neighbors.map((one) => [
              dottedMac(one.neighborMac),
              portNumber(one.interfaceName),
              '0',
              '1',
              'Dynamic',
            ]),
          ],
        ),
      ].join('\n'),
    'show arp': (device) =>
      textTable(
        [10, 17, 10, 17, 6, 0],
        [
          ['Protocol', 'Address', 'Age (min)', 'Hardware Addr', 'Type', 'Interface'],
          ...(device.arp ?? []).map((one) => [
            'Internet',
            one.ipv4,
            '2',
            dottedMac(one.mac),
            'ARPA',
            portNumber(one.interfaceName),
          ]),
        ],
      ).join('\n'),
  },
});
