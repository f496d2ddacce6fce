import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { durationWords } from '../text/duration-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import type { ConfigWords } from './config-words';
import { uptime } from './device-words';
import { lineWords } from './line-words';
import { markedRefusals } from './refusal-words';
import { routeLines } from './route-lines';
import type { SimplePlatform } from './simple-words';
import { simplePlatform } from './simple-platform';

/** The release of the firewalls. */
const VERSION = '9.16(4)';

/** The configuration language of an ASA. */
const asaWords: ConfigWords = {
  ...lineWords,
  routerId: 'router-id <router>',
  keeps: [
    ...lineWords.keeps,
    'access-group',
    'http',
    'names',
    'nat',
    'object',
    'object-group',
    'pager',
    'timeout',
  ],
  keepsOnInterface: [...(lineWords.keepsOnInterface ?? []), 'nameif', 'security-level'],
};

/** How an ASA words what it does not accept. */
export const asaRefusals = markedRefusals({
  unknown: "ERROR: % Invalid input detected at '^' marker.",
  incomplete: 'ERROR: % Incomplete command',
  ambiguous: 'ERROR: % Ambiguous command:  "<line>"',
});

/** What an ASA shows, in a firewall of its own or within another. */
export const asaShows: SimplePlatform['shows'] = {
  'show version': (device) =>
    [
      `Cisco Adaptive Security Appliance Software Version ${VERSION} `,
      'Device Manager Version 7.18(1)',
      '',
      'Compiled on Wed 12-Oct-22 17:11 GMT by builders',
      'System image file is "boot:/asa9164-smp-k8.bin"',
      'Config file at boot was "startup-config"',
      '',
      `${device.name} up ${upWords(device)}`,
      '',
      'Hardware:   ASAv, 2048 MB RAM, CPU Xeon 4100 series 2294 MHz,',
      'Model Id:   ASAv10',
      'Internal ATA Compact Flash, 1024MB',
      'Slot 1: ATA Compact Flash, 1024MB',
      'BIOS Flash Firmware Hub @ 0x0, 0KB',
      '',
      ...device.interfaces
        .filter(({ kind }) => kind !== 'loopback')
        .map(
          (one, at) =>
            ` ${at}: Ext: ${one.name.padEnd(19)}: address is ${dottedMac(one.mac)}, irq ${10 + at}`,
        ),
      '',
      'License mode: Smart Licensing',
      'ASAv Platform License State: Licensed',
      'Maximum Physical Interfaces       : 10',
      'Maximum VLANs                     : 50',
      'Failover                          : Active/Standby',
      'Cluster                           : Disabled',
      '',
      `Serial Number: ${device.serialNumber}`,
      '',
      'Image type          : Release',
      'Key version         : A',
      '',
    ].join('\n'),
  'show inventory': ({ serialNumber }) =>
    [
      'Name: "Chassis", DESCR: "ASAv Adaptive Security Virtual Appliance"',
      `PID: ASAv              , VID: V01     , SN: ${serialNumber}`,
      '',
    ].join('\n'),
  'show interface ip brief': (device) =>
    textTable(
      [27, 16, 4, 7, 22, 0],
      [
        ['Interface', 'IP-Address', 'OK?', 'Method', 'Status', 'Protocol'],
        ...loopbacksLast(device).map((one) => {
          const address = ipv4Prefix(one.ipv4)?.address;
          return [
            one.name,
            address ?? 'unassigned',
            'YES',
            address === undefined ? 'unset' : 'CONFIG',
            one.adminUp ? (one.linkUp ? 'up' : 'down') : 'administratively down',
            one.linkUp ? 'up' : 'down',
          ];
        }),
      ],
    ).join('\n'),
  'show interface': (device) => loopbacksLast(device).flatMap(interfaceLines).join('\n'),
  'show arp': ({ arp = [] }) =>
    arp.map((one) => `\t${one.interfaceName} ${one.ipv4} ${dottedMac(one.mac)} 102 `).join('\n'),
  'show route': (device) =>
    [
      'Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP',
      '       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area',
      'Gateway of last resort is not set',
      '',
      ...routeLines(device, ({ letter, prefix, nextHop, interfaceName, distance, metric }) => {
        const { network, mask } = ipv4Prefix(prefix) ?? { network: prefix, mask: '' };
        const start = `${letter.padEnd(9)}${network} ${mask}`;
        return nextHop === undefined
          ? `${start} is directly connected, ${interfaceName}`
          : `${start} [${distance}/${metric}] via ${nextHop}, ${interfaceName}`;
      }),
    ].join('\n'),
  'show curpriv': () => 'Username : admin\nCurrent privilege level : 15\nCurrent Mode/s : P_PRIV',
  'show hostname': ({ name }) => name,
  'show clock': (device) =>
    device
      .now()
      .toISOString()
      .replace(/.*T(.*)Z/, '$1 UTC'),
};

/** Cisco ASA. */
export const ciscoAsa = simplePlatform({
  name: 'cisco_asa',
  title: 'Cisco ASA',
  netlabDevices: ['asav'],
  ports: {
    ethernet: (number) => `GigabitEthernet0/${number - 1}`,
    management: 'Management0/0',
    loopback: 'Loopback0',
  },
  prompts: {
    user: ({ name }) => `${name}> `,
    enable: ({ name }) => `${name}# `,
    config: ({ name }) => `${name}(config)# `,
  },
  enable: { words: ['enable'], asks: [{ prompt: 'Password: ' }], back: ['disable'] },
  configure: { words: ['configure terminal'], leave: ['exit'], end: ['end'] },
  close: ['exit', 'logout', 'quit'],
  paging: { 'terminal pager <lines:0-2147483647>': '', 'terminal width <width:0-511>': '' },
  save: {
    'write memory':
      'Building configuration...\nCryptochecksum: 5d1f9ae0 36b37c0e 4a6aa5c9 1d0f7e02\n\n4096 bytes copied in 0.60 secs\n[OK]',
    'copy running-config startup-config':
      'Cryptochecksum: 5d1f9ae0 36b37c0e 4a6aa5c9 1d0f7e02\n\n4096 bytes copied in 0.60 secs',
  },
  configShows: ['show running-config'],
  startupShows: ['show startup-config'],
  shows: asaShows,
  config: asaWords,
  look: {
    before: (device) => [
      ': Saved',
      '',
      ': ',
      `: Serial Number: ${device.serialNumber}`,
      ': Hardware:   ASAv, 2048 MB RAM',
      ':',
      `ASA Version ${VERSION} `,
      '!',
    ],
    separator: '!',
    after: [': end'],
  },
  refusals: asaRefusals,
  commands: [
    {
      syntax: 'login',
      modes: ['user', 'enable'],
      run: () => ({
        ask: {
          prompt: 'Username: ',
          echo: true,
          then: () => ({ ask: { prompt: 'Password: ', echo: false, then: () => ({ mode: 'enable' }) } }),
        },
      }),
    },
  ],
});

function upWords(device: FakeDevice): string {
  const { days, hours, minutes } = uptime(device);
  return days === 0 && hours === 0
    ? `${minutes} mins`
    : durationWords(device.uptimeMs()).replaceAll(',', '').replace('minute', 'min');
}

function interfaceLines(one: DeviceInterface): readonly string[] {
  const address = ipv4Prefix(one.ipv4);
  const status = one.adminUp ? (one.linkUp ? 'up' : 'down') : 'administratively down';
  return [
    `Interface ${one.name} "${one.description ?? ''}", is ${status}, line protocol is ${one.linkUp ? 'up' : 'down'}`,
    '  Hardware is net_vmxnet3, BW 10000 Mbps, DLY 10 usec',
    `\tMAC address ${dottedMac(one.mac)}, MTU ${one.mtu}`,
    `\tIP address ${address ? `${address.address}, subnet mask ${address.mask}` : 'unassigned'}`,
  ];
}
