import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { traffic } from '../text/traffic';
import { physicalState, protocolState, vrpMac } from './vrp-words';

const LEGEND = ['*down: administratively down', '(l): loopback', '(s): spoofing'];
const NULL_PORT = { physical: 'up', protocol: 'up(s)' } as const;

/** `display interface`: all of them, or those given. */
export function displayInterface(device: FakeDevice, some = loopbacksLast(device)): string {
  return some.map((one) => entry(device, one)).join('\n\n');
}

/** `display interface brief`. */
export function displayInterfaceBrief(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => ({
    cells: [one.name, physicalState(one), protocolState(one)],
    load: one.kind === 'loopback' || !one.linkUp ? '0%' : '0.01%',
  }));
  const none = { cells: ['NULL0', NULL_PORT.physical, NULL_PORT.protocol], load: '0%' };
  const header = ['Interface', 'PHY', 'Protocol', 'InUti', ' OutUti', '  inErrors', '  outErrors'];
  return [
    'PHY: Physical',
    ...LEGEND,
    '(b): BFD down',
    '^down: standby',
    '(e): ETHOAM down',
    '(d): Dampening Suppressed',
    'InUti/OutUti: input utility/output utility',
    ...textTable([28, 6, 9, 6, 0, 0, 0], [header]),
    ...textTable(
      [28, 6, 9, -5, -7, -11, -11],
      [...rows, none].map(({ cells, load }) => [...cells, load, load, '0', '0']),
    ),
  ].join('\n');
}

/** `display interface description`. */
export function displayInterfaceDescription(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => [
    one.name,
    physicalState(one),
    protocolState(one),
    one.description ?? '',
  ]);
  return [
    'PHY: Physical',
    ...LEGEND,
    '',
    ...textTable([30, 8, 9, 0], [['Interface', 'PHY', 'Protocol', 'Description'], ...rows]),
  ].join('\n');
}

/** `display ip interface brief`. */
export function displayIpInterfaceBrief(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => [
    one.name,
    one.ipv4 ?? 'unassigned',
    physicalState(one),
    one.ipv4 === undefined ? 'down' : protocolState(one),
  ]);
  const all = [...rows, ['NULL0', 'unassigned', NULL_PORT.physical, NULL_PORT.protocol]];
  const isUp = (column: number) => all.filter((cells) => cells[column]?.startsWith('up')).length;
  return [
    ...LEGEND,
    '^down: standby',
    ...(['Physical', 'Protocol'] as const).flatMap((layer, at) => [
      `The number of interface that is UP in ${layer} is ${isUp(at + 2)}`,
      `The number of interface that is DOWN in ${layer} is ${all.length - isUp(at + 2)}`,
    ]),
    '',
    ...textTable([34, 21, 11, 0], [['Interface', 'IP Address/Mask', 'Physical', 'Protocol'], ...all]),
  ].join('\n');
}

function entry(device: FakeDevice, one: DeviceInterface): string {
  const isLoopback = one.kind === 'loopback';
  const shown = one.adminUp ? (one.linkUp ? 'UP' : 'DOWN') : 'Administratively DOWN';
  const { packets, bytes } = traffic(device, one);
  return [
    `${one.name} current state : ${shown}`,
    `Line protocol current state : ${protocolState(one).replace(/^up/, 'UP').replace('down', 'DOWN').replace('(s)', ' (spoofing)')}`,
    ...(one.linkUp && !isLoopback ? [`Last line protocol up time : ${stamp(device)}`] : []),
    `Description:${one.description ?? ''}`,
    `Route Port,The Maximum Transmit Unit is ${isLoopback ? 1500 : one.mtu}`,
    ...(one.ipv4 === undefined
      ? ['Internet protocol processing : disabled']
      : [`Internet Address is ${one.ipv4}`]),
    ...(isLoopback
      ? ['Physical is Loopback']
      : [
          `IP Sending Frames' Format is PKTFMT_ETHNT_2, Hardware address is ${vrpMac(one.mac)}`,
          `Last physical up time   : ${one.linkUp ? stamp(device) : '-'}`,
          'Last physical down time : -',
        ]),
    `Current system time: ${dateStamp(device.now())}`,
    ...(isLoopback
      ? ['Last 300 seconds input rate 0 bits/sec, 0 packets/sec']
      : [
          'Port Mode: FORCE COPPER',
          'Speed : 1000,  Loopback: NONE',
          'Duplex: FULL,  Negotiation: ENABLE',
          'Mdi   : AUTO',
          'Last 300 seconds input rate 80 bits/sec, 0 packets/sec',
          'Last 300 seconds output rate 80 bits/sec, 0 packets/sec',
        ]),
    `Input: ${packets} packets, ${bytes} bytes`,
    `Output: ${packets} packets, ${bytes} bytes`,
    '    Input bandwidth utilization  :    0%',
    '    Output bandwidth utilization :    0%',
  ].join('\n');
}

/** When the device came up. */
function stamp(device: FakeDevice): string {
  return `${dateStamp(new Date(device.now().getTime() - device.uptimeMs()))} UTC+00:00`;
}

function dateStamp(date: Date): string {
  return `${date.toISOString().slice(0, 10)} ${dateWords(date).time}`;
}
