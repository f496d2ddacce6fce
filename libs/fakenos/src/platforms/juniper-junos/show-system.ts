import type { FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { age, dateTime } from './date-time';
import { JUNOS_VERSION, junosHardware } from './software';

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  const { model } = junosHardware(device.netlabDevice);
  const packages = [
    'OS Kernel 64-bit',
    'OS libs',
    'OS runtime',
    'network stack and utilities',
    'libs',
    'runtime',
  ];
  return [
    `Hostname: ${device.name}`,
    `Model: ${model}`,
    `Junos: ${JUNOS_VERSION}`,
    ...packages.map((name) => `JUNOS ${name} [${JUNOS_VERSION}]`),
  ].join('\n');
}

/** `show system information`. */
export function showSystemInformation(device: FakeDevice): string {
  const { model } = junosHardware(device.netlabDevice);
  return [`Model: ${model}`, 'Family: junos', `Junos: ${JUNOS_VERSION}`, `Hostname: ${device.name}`].join(
    '\n',
  );
}

/** `show system uptime`. */
export function showSystemUptime(device: FakeDevice): string {
  const now = device.now();
  const ms = device.uptimeMs();
  const booted = new Date(now.getTime() - ms);
  const [last] = device.configuration?.history ?? [];
  const configured = last?.at ?? booted;
  const since = (date: Date) => `${dateTime(date)} (${age(now.getTime() - date.getTime())} ago)`;
  return [
    `Current time: ${dateTime(now)}`,
    'Time Source:  LOCAL CLOCK ',
    `System booted: ${since(booted)}`,
    `Protocols started: ${since(booted)}`,
    `Last configured: ${since(configured)} by ${last?.username ?? 'root'}`,
    ` ${dateTime(now).slice(11, 16)}  up ${age(ms).slice(0, -3)}, 1 users, load averages: 0.21, 0.18, 0.15`,
  ].join('\n');
}

/** `show system users`. */
export function showSystemUsers(device: FakeDevice, username: string): string {
  const time = dateTime(device.now()).slice(11, 16);
  return [
    ` ${time}  up ${age(device.uptimeMs()).slice(0, -3)}, 1 users, load averages: 0.21, 0.18, 0.15`,
    ...textTable(
      [9, 9, 34, 8, 6, 0],
      [
        ['USER', 'TTY', 'FROM', 'LOGIN@', 'IDLE', 'WHAT'],
        [username, 'pts/0', '-', time, '-', '-cli (cli)'],
      ],
    ),
  ].join('\n');
}

/** `show system commit`: who committed when, the latest first. */
export function showSystemCommit(device: FakeDevice): string {
  const booted = new Date(device.now().getTime() - device.uptimeMs());
  const commits = (device.configuration?.history ?? []).flatMap(({ at, username, comment }, index) => [
    `${String(index).padEnd(4)}${dateTime(at)} by ${username} via cli`,
    ...(comment === undefined ? [] : [`    ${comment}`]),
  ]);
  const { length } = device.configuration?.history ?? [];
  return [...commits, `${String(length).padEnd(4)}${dateTime(booted)} by root via other`].join('\n');
}

/** `show chassis hardware`. */
export function showChassisHardware(device: FakeDevice): string {
  const { chassis, forwarding } = junosHardware(device.netlabDevice);
  const { serialNumber } = device;
  const part = (name: string, number: string, description: string, suffix: string) => [
    name,
    'REV 01',
    number,
    `${serialNumber}${suffix}`,
    description,
  ];
  const rows = [
    ['Item', 'Version', 'Part number', 'Serial number', 'Description'],
    ['Chassis', '', '', serialNumber, chassis],
    part('Midplane', '750-100001', chassis, 'M'),
    part('Routing Engine 0', '750-100002', `RE-${chassis}`, 'R'),
    part('CB 0', '750-100003', `${chassis} SCB`, 'C'),
    part('FPC 0', '750-100004', forwarding, 'F'),
    ['  CPU', 'REV 01', 'RIOT-LITE', 'BUILTIN', 'Forwarding CPU'],
    part('  MIC 0', '750-100005', 'Virtual', 'P'),
    ['    PIC 0', '', 'BUILTIN', 'BUILTIN', 'Virtual'],
  ];
  return ['Hardware inventory:', ...textTable([17, 9, 13, 18, 0], rows)].join('\n');
}
