import type { FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { textTable } from '../text/text-table';
import { NXOS_CHASSIS, NXOS_IMAGE, NXOS_VERSION } from './software';

const SLOTS = [
  { slot: 1, ports: '64', type: 'Nexus 9300v 64-port Ethernet Module', model: 'N9K-X9364v', status: 'ok' },
  { slot: 27, ports: '0', type: 'Virtual Supervisor Module', model: 'N9K-vSUP', status: 'active *' },
] as const;

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  return [
    'Cisco Nexus Operating System (NX-OS) Software',
    'TAC support: http://www.cisco.com/tac',
    '',
    'Software',
    '  BIOS: version 01.14',
    `  NXOS: version ${NXOS_VERSION}`,
    '  BIOS compile time:  03/12/2024',
    `  NXOS image file is: ${NXOS_IMAGE}`,
    '  NXOS compile time:  12/1/2023 12:00:00 [12/01/2023 20:11:42]',
    '',
    'Hardware',
    '  cisco Nexus9000 C9300v Chassis ',
    '  Intel(R) Xeon(R) Processor with 10211412 kB of memory.',
    `  Processor Board ID ${device.serialNumber}`,
    '',
    `  Device name: ${device.name}`,
    '  bootflash:    4287040 kB',
    '',
    `Kernel uptime is ${uptimeWords(device.uptimeMs())}`,
    '',
    'Last reset ',
    '  Reason: Unknown',
    `  System version: ${NXOS_VERSION}`,
    '  Service: ',
    '',
    'plugin',
    '  Core Plugin, Ethernet Plugin',
    '',
    'Active Package(s):',
    '        ',
  ].join('\n');
}

/** `show system uptime`. */
export function showSystemUptime(device: FakeDevice): string {
  const since = new Date(device.now().getTime() - device.uptimeMs()).toUTCString().replace(',', '');
  const uptime = uptimeWords(device.uptimeMs())
    .replace(/\((s)\)/g, '$1')
    .replaceAll(',', '');
  return [
    `System start time:          ${since}`,
    `System uptime:              ${uptime}`,
    `Kernel uptime:              ${uptime}`,
  ].join('\n');
}

/** `show inventory`. */
export function showInventory({ serialNumber }: FakeDevice): string {
  const entry = (name: string, description: string, pid: string, serial: string) => [
    `NAME: "${name}",  DESCR: "${description}"`,
    `PID: ${pid.padEnd(19)},  VID: V02 ,  SN: ${serial}`,
    '',
  ];
  return [
    ...entry('Chassis', 'Nexus9000 C9300v Chassis', NXOS_CHASSIS, serialNumber),
    ...SLOTS.flatMap(({ slot, type, model }) => entry(`Slot ${slot}`, type, model, serialNumber)),
  ].join('\n');
}

/** `show module`. */
export function showModule({ serialNumber, mac }: FakeDevice): string {
  const rule = (...widths: readonly number[]) => widths.map((width) => '-'.repeat(width)).join(' ');
  return [
    'Mod Ports             Module-Type                      Model           Status',
    rule(3, 5, 37, 21, 10),
    ...textTable(
      [4, 6, 38, 22, 0],
      SLOTS.map(({ slot, ports, type, model, status }) => [String(slot), ports, type, model, status]),
    ),
    '',
    'Mod  Sw                       Hw    Slot',
    rule(4, 23, 6, 4),
    ...SLOTS.map(({ slot, ports }) => {
      return `${String(slot).padEnd(5)}${NXOS_VERSION.padEnd(25)}0.0    ${ports === '0' ? 'SUP1' : 'LC1'}`;
    }),
    '',
    'Mod  MAC-Address(es)                         Serial-Num',
    rule(4, 38, 10),
    ...SLOTS.map(({ slot }) => {
      const address = dottedMac(mac);
      return `${String(slot).padEnd(5)}${`${address} to ${address}`.padEnd(40)}${serialNumber}`;
    }),
    '',
    'Mod  Online Diag Status',
    rule(4, 18),
    ...SLOTS.map(({ slot }) => `${String(slot).padEnd(5)}Pass`),
    '',
    '* this terminal session ',
  ].join('\n');
}

function uptimeWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [days, hours, minutes] = [86_400, 3600, 60].map((unit) => Math.floor(seconds / unit));
  return (
    `${days ?? 0} day(s), ${(hours ?? 0) % 24} hour(s), ` +
    `${(minutes ?? 0) % 60} minute(s), ${seconds % 60} second(s)`
  );
}
