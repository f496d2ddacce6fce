import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { textTable } from '../text/text-table';
import { addressed, dottedLines, ethernets, ruledTable, uptime } from './device-words';
import { markedRefusals } from './refusal-words';
import { ciscoRouteLine, routeLines } from './route-lines';
import type { SimplePlatform } from './simple-words';

/** What the switches have in common that run Broadcom's FASTPATH, whoever sells them. */
export const fastpathPrompts: SimplePlatform['prompts'] = {
  user: ({ name }) => `(${name}) >`,
  enable: ({ name }) => `(${name}) #`,
  config: ({ name }) => `(${name}) (Config)#`,
  section: ({ name }, { path, mode }) => {
    const [, word = ''] = (path[0] ?? '').split(' ');
    return mode === 'config-if'
      ? `(${name}) (Interface ${word})#`
      : `(${name}) (Config-${mode.slice('config-'.length)})#`;
  },
};

/** How FASTPATH words what it does not accept. */
export const fastpathRefusals = markedRefusals({
  unknown: "% Invalid input detected at '^' marker.",
  incomplete: 'Incomplete command.',
  ambiguous: 'Ambiguous command.',
});

/** Interfaces, neighbours, ARP, MAC addresses and routes, as FASTPATH shows them. */
export const fastpathShows: SimplePlatform['shows'] = {
  'show interfaces status all': (device) =>
    [
      '                                         Link    Physical    Physical    Media       Flow',
      ...ruledTable(
        ['Port', 'Name', 'State', 'Mode', 'Status', 'Type', 'Control'],
        [11, 30, 8, 12, 12, 12, 9],
        ethernets(device).map((one) => [
          one.name,
          one.description ?? '',
          one.linkUp ? 'Up' : 'Down',
          'Auto',
          one.linkUp ? '1000 Full' : '',
          'Copper',
          'Inactive',
        ]),
      ),
    ].join('\n'),
  'show ip interface brief': (device) =>
    ruledTable(
      ['Interface', 'State', 'IP Address', 'IP Mask', 'Method'],
      [13, 7, 16, 16, 8],
      addressed(device).map(({ one, address }) => [
        one.name,
        state(one),
        address.address,
        address.mask,
        'Manual',
      ]),
    ).join('\n'),
  'show lldp remote-device all': (device) =>
    [
      'LLDP Remote Device Summary',
      '',
      'Local',
      ...ruledTable(
        ['Interface', 'RemID', 'Chassis ID', 'Port ID', 'System Name'],
        [11, 9, 21, 21, 20],
        device.neighbors.map((one, at) => [
          one.interfaceName,
          String(at + 1),
          one.neighborMac.toUpperCase(),
          one.neighborInterface,
          one.name,
        ]),
      ),
    ].join('\n'),
  'show arp': (device) =>
    [
      'Age Time (seconds)............................. 1200',
      'Response Time (seconds)........................ 1',
      'Retries........................................ 4',
      '',
      ...ruledTable(
        ['  IP Address', 'MAC Address', 'Interface', 'Type', 'Age'],
        [16, 20, 15, 11, 15],
        (device.arp ?? []).map((one) => [
          one.ipv4,
          one.mac.toUpperCase(),
          one.interfaceName,
          'Dynamic',
          '0h 2m 11s',
        ]),
      ),
    ].join('\n'),
  'show mac-addr-table': (device) =>
    ruledTable(
      ['VLAN ID', 'MAC Address', 'Interface', 'IfIndex', 'Status'],
      [9, 20, 22, 9, 13],
      device.neighbors.map((one) => [
        '1',
        one.neighborMac.toUpperCase(),
        one.interfaceName,
        ifindexOf(device, one.interfaceName),
        'Learned',
      ]),
    ).join('\n'),
  'show ip route': (device) =>
    [
      'Route Codes: C - Connected, S - Static, O - OSPF Derived',
      '',
      ...routeLines(device, ciscoRouteLine),
    ].join('\n'),
  'show sysinfo': (device) =>
    dottedLines(47, {
      'System Name': device.name,
      'System Up Time': uptimeText(device),
      'Current Date': dateText(device),
    }).join('\n'),
  'show hosts': ({ name }) => dottedLines(47, { 'Host name': name }).join('\n'),
};

/** `show version`, from what differs. */
export function fastpathVersion(
  values: (device: FakeDevice) => Readonly<Record<string, string>>,
): (device: FakeDevice) => string {
  return (device) => ['Switch: 1', '', ...dottedLines(47, values(device)), ''].join('\n');
}

function state({ linkUp }: DeviceInterface): string {
  return linkUp ? 'Up' : 'Down';
}

function ifindexOf({ interfaces }: FakeDevice, name: string): string {
  return String(interfaces.find((one) => one.name === name)?.ifindex ?? 0);
}

function uptimeText(device: FakeDevice): string {
  const { days, hours, minutes, seconds } = uptime(device);
  return `${days} days ${hours} hrs ${minutes} mins ${seconds} secs`;
}

function dateText(device: FakeDevice): string {
  const { month, day, time, year } = dateWords(device.now());
  return textTable([0], [[`${month} ${day} ${time} ${year}`]]).join('');
}
