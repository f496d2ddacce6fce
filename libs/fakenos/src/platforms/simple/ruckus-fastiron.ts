import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { fastIron, fastIronShows, fastIronStart, fastIronUptime, portNumber } from './fastiron';
import { simplePlatform } from './simple-platform';

/** Ruckus FastIron (ICX). */
export const ruckusFastiron = simplePlatform({
  ...fastIron,
  name: 'ruckus_fastiron',
  title: 'Ruckus FastIron',
  shows: {
    'show version': (device) =>
      [
        '  Copyright (c) Ruckus Networks, Inc. All rights reserved.',
        '    UNIT 1: compiled on Jun 10 2021 at 09:12:44 labeled as SPR08095f',
        '      (33554432 bytes) from Primary SPR08095fufi.bin (UFI)',
        '        SW: Version 08.0.95fT213',
        '      Compressed Primary Boot Code size = 786944, Version:10.1.21T225 (mnz10121)',
        '       Compiled on Mon Jun  7 08:01:22 2021',
        '  HW: Stackable ICX7150-24-POE',
        '==========================================================================',
        'UNIT 1: SL 1: ICX7150-24P-4X1G POE 24-port Management Module',
        `      Serial  #:${device.serialNumber}`,
        '      Software Package: ICX7150_BASE_L2_SOFT_PACKAGE',
        '      Current License: 2X10GR',
        '      P-ASIC  0: type B160, rev 11  Chip BCM56160_B0',
        '==========================================================================',
        ' 1000 MHz ARM processor ARMv7 88 MHz bus',
        ' 8 MB boot flash memory',
        ' 2 GB code flash memory',
        ' 1 GB DRAM',
        `STACKID 1  system uptime is ${fastIronUptime(device)}`,
        fastIronStart(device),
        'The system : started=warm start',
        'My stack unit ID = 1, bootup role = standalone',
      ].join('\n'),
    ...fastIronShows,
    'show arp': (device) =>
      [
        `Total number of ARP entries: ${device.arp?.length ?? 0}`,
        'Entries in default routing instance:',
        ...textTable(
          [6, 18, 18, 10, 6, 15, 0],
          [
            ['No.', 'IP Address', 'MAC Address', 'Type', 'Age', 'Port', 'Status'],
            ...(device.arp ?? []).map((one, at) => [
              String(at + 1),
              one.ipv4,
              dottedMac(one.mac),
              'Dynamic',
              '2',
              portNumber(one.interfaceName),
              'Valid',
            ]),
          ],
        ),
      ].join('\n'),
  },
});
