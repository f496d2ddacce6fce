import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { loopbacksLast } from '../text/interface-order';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { traffic } from '../text/traffic';

/** The MTU that IOS gives loopbacks. */
export const LOOPBACK_MTU = 1514;

/** `show ip interface brief`. */
export function showIpInterfaceBrief(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => {
    const address = ipv4Prefix(one.ipv4)?.address;
    return [
      one.name,
      address ?? 'unassigned',
      'YES',
      address === undefined ? 'unset' : 'NVRAM',
      linkState(one),
      lineState(one),
    ];
  });
  const header = ['Interface', 'IP-Address', 'OK?', 'Method', 'Status', 'Protocol'];
  return textTable([27, 16, 4, 7, 22, 8], [header, ...rows]).join('\n');
}

/** `show interfaces description`. */
export function showInterfacesDescription(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => [
    shortInterfaceName(one.name),
    one.adminUp ? linkState(one) : 'admin down',
    lineState(one),
    one.description ?? '',
  ]);
  return textTable([31, 15, 9, 0], [['Interface', 'Status', 'Protocol', 'Description'], ...rows]).join('\n');
}

/** `show interfaces status`. */
export function showInterfacesStatus(device: FakeDevice): string {
  const rows = device.interfaces
    .filter(({ kind }) => kind !== 'loopback')
    .map((one) => [
      shortInterfaceName(one.name),
      (one.description ?? '').slice(0, 18),
      one.linkUp ? 'connected' : one.adminUp ? 'notconnect' : 'disabled',
      one.ipv4 === undefined ? '1' : 'routed',
      'a-full',
      'auto',
      'RJ45',
    ]);
  const header = ['Port', 'Name', 'Status', 'Vlan', 'Duplex', 'Speed', 'Type'];
  return ['', ...textTable([10, 19, 13, 11, 8, 6, 0], [header, ...rows])].join('\n');
}

/** `show interfaces`, of all or of those given. */
export function showInterfaces(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = loopbacksLast(device),
): string {
  return interfaces.flatMap((one) => interfaceLines(device, one)).join('\n');
}

function interfaceLines(device: FakeDevice, one: DeviceInterface): string[] {
  const { packets, bytes } = traffic(device, one);
  const isLoopback = one.kind === 'loopback';
  const mac = dottedMac(one.mac);
  return [
    `${one.name} is ${linkState(one)}, line protocol is ${lineState(one)} `,
    isLoopback ? '  Hardware is Loopback' : `  Hardware is iGbE, address is ${mac} (bia ${mac})`,
    ...(one.description === undefined ? [] : [`  Description: ${one.description}`]),
    ...(one.ipv4 === undefined ? [] : [`  Internet address is ${one.ipv4}`]),
    isLoopback
      ? `  MTU ${LOOPBACK_MTU} bytes, BW 8000000 Kbit/sec, DLY 5000 usec, `
      : `  MTU ${one.mtu} bytes, BW 1000000 Kbit/sec, DLY 10 usec, `,
    '     reliability 255/255, txload 1/255, rxload 1/255',
    isLoopback ? '  Encapsulation LOOPBACK, loopback not set' : '  Encapsulation ARPA, loopback not set',
    '  Keepalive set (10 sec)',
    ...(isLoopback
      ? []
      : [
          '  Full Duplex, 1000Mbps, link type is auto, media type is RJ45',
          '  output flow-control is unsupported, input flow-control is unsupported',
          '  ARP type: ARPA, ARP Timeout 04:00:00',
        ]),
    packets > 0
      ? '  Last input 00:00:03, output 00:00:07, output hang never'
      : '  Last input never, output never, output hang never',
    '  Last clearing of "show interface" counters never',
    '  Input queue: 0/75/0/0 (size/max/drops/flushes); Total output drops: 0',
    '  Queueing strategy: fifo',
    '  Output queue: 0/40 (size/max)',
    '  5 minute input rate 0 bits/sec, 0 packets/sec',
    '  5 minute output rate 0 bits/sec, 0 packets/sec',
    `     ${packets} packets input, ${bytes} bytes, 0 no buffer`,
    '     Received 0 broadcasts (0 IP multicasts)',
    '     0 runts, 0 giants, 0 throttles ',
    '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored',
    `     ${packets} packets output, ${bytes} bytes, 0 underruns`,
    '     0 output errors, 0 collisions, 0 interface resets',
    '     0 unknown protocol drops',
    '     0 output buffer failures, 0 output buffers swapped out',
  ];
}

/** `up`, `down` or `administratively down`. */
export function linkState({ adminUp, linkUp }: DeviceInterface): string {
  return adminUp ? (linkUp ? 'up' : 'down') : 'administratively down';
}

/** State of the line protocol: `up` or `down`. */
export function lineState({ linkUp }: DeviceInterface): string {
  return linkUp ? 'up' : 'down';
}
