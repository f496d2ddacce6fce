import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { routeAge } from '../text/duration-words';
import { loopbacksLast } from '../text/interface-order';
import { traffic } from '../text/traffic';

/** The MTU that NX-OS gives loopbacks. */
export const LOOPBACK_MTU = 1500;

/** `show interface`, of all or of those given. */
export function showInterface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = loopbacksLast(device),
): string {
  return interfaces.map((one) => `${interfaceLines(device, one).join('\n')}\n`).join('\n');
}

function interfaceLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  switch (one.kind) {
    case 'loopback':
      return [...head(one, 'admin state is '), ...loopbackLines(one)];
    case 'mgmt':
      return [...head(one, 'admin state is ', ','), ...mgmtLines(device, one)];
    case 'ethernet':
      return [...head(one, 'admin state is ', ', Dedicated Interface'), ...ethernetLines(device, one)];
  }
}

function head(one: DeviceInterface, before: string, after = ''): readonly string[] {
  const why = one.linkUp ? '' : one.adminUp ? ' (Link not connected)' : ' (Administratively down)';
  return [
    `${one.name} is ${one.linkUp ? 'up' : 'down'}${why}`,
    `${before}${one.adminUp ? 'up' : 'down'}${after}`,
  ];
}

function addresses(one: DeviceInterface): readonly string[] {
  return [
    ...(one.description === undefined ? [] : [`  Description: ${one.description}`]),
    ...(one.ipv4 === undefined ? [] : [`  Internet Address is ${one.ipv4}`]),
  ];
}

const RELIABILITY = '  reliability 255/255, txload 1/255, rxload 1/255';

function loopbackLines(one: DeviceInterface): readonly string[] {
  return [
    '  Hardware: Loopback',
    ...addresses(one),
    `  MTU ${LOOPBACK_MTU} bytes, BW 8000000 Kbit, DLY 5000 usec`,
    RELIABILITY,
    '  Encapsulation LOOPBACK, medium is broadcast',
    '  Port mode is routed',
    '  Auto-mdix is turned off',
    '    0 packets input 0 bytes',
    '    0 multicast frames 0 compressed',
    '    0 input errors 0 frame 0 overrun 0 fifo',
    '    0 packets output 0 bytes 0 underruns',
    '    0 output errors 0 collisions 0 fifo',
    '    0 out_carrier_errors',
  ];
}

function mgmtLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  const { packets, bytes } = traffic(device, one);
  const counters = (direction: string) => [
    `    ${packets} ${direction} packets ${packets} unicast packets 0 multicast packets`,
    `    0 broadcast packets ${bytes} bytes`,
  ];
  return [
    ...hardware(one, 'Ethernet'),
    ...addresses(one),
    `  MTU ${one.mtu} bytes, BW 1000000 Kbit, DLY 10 usec`,
    RELIABILITY,
    '  Encapsulation ARPA, medium is broadcast',
    '  Port mode is routed',
    '  full-duplex, 1000 Mb/s',
    '  Auto-Negotiation is turned on',
    '  Auto-mdix is turned off',
    '  EtherType is 0x0000 ',
    '  1 minute input rate 0 bits/sec, 0 packets/sec',
    '  1 minute output rate 0 bits/sec, 0 packets/sec',
    '  Rx',
    ...counters('input'),
    '  Tx',
    ...counters('output'),
  ];
}

function ethernetLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  const { packets, bytes } = traffic(device, one);
  const rates = (seconds: number) => [
    `    ${seconds} seconds input rate 0 bits/sec, 0 packets/sec`,
    `    ${seconds} seconds output rate 0 bits/sec, 0 packets/sec`,
    '    input rate 0 bps, 0 pps; output rate 0 bps, 0 pps',
  ];
  return [
    ...hardware(one, '100/1000/10000 Ethernet'),
    ...addresses(one),
    `  MTU ${one.mtu} bytes, BW 1000000 Kbit, DLY 10 usec`,
    RELIABILITY,
    '  Encapsulation ARPA, medium is broadcast',
    `  Port mode is ${isRouted(one) ? 'routed' : 'access'}`,
    one.linkUp ? '  full-duplex, 1000 Mb/s' : '  auto-duplex, auto-speed',
    '  Beacon is turned off',
    '  Auto-Negotiation is turned on  FEC mode is Auto',
    '  Input flow-control is off, output flow-control is off',
    '  Auto-mdix is turned off',
    '  Switchport monitor is off ',
    '  EtherType is 0x8100 ',
    '  EEE (efficient-ethernet) : n/a',
    `  Last link flapped ${one.linkUp ? routeAge(device.uptimeMs()) : 'never'}`,
    '  Last clearing of "show interface" counters never',
    '  1 interface resets',
    '  Load-Interval #1: 30 seconds',
    ...rates(30),
    '  Load-Interval #2: 5 minute (300 seconds)',
    ...rates(300),
    '  RX',
    `    0 unicast packets  ${packets} multicast packets  0 broadcast packets`,
    `    ${packets} input packets  ${bytes} bytes`,
    '    0 jumbo packets  0 storm suppression bytes',
    '    0 runts  0 giants  0 CRC  0 no buffer',
    '    0 input error  0 short frame  0 overrun   0 underrun  0 ignored',
    '    0 watchdog  0 bad etype drop  0 bad proto drop  0 if down drop',
    '    0 input with dribble  0 input discard',
    '    0 Rx pause',
    '  TX',
    `    0 unicast packets  ${packets} multicast packets  0 broadcast packets`,
    `    ${packets} output packets  ${bytes} bytes`,
    '    0 jumbo packets',
    '    0 output error  0 collision  0 deferred  0 late collision',
    '    0 lost carrier  0 no carrier  0 babble  0 output discard',
    '    0 Tx pause',
  ];
}

function hardware({ mac }: DeviceInterface, type: string): readonly string[] {
  const address = dottedMac(mac);
  return [`  Hardware: ${type}, address: ${address} (bia ${address})`];
}

/** Whether it has addresses; all others are ports of a switch. */
export function isRouted({ ipv4, ipv6 }: DeviceInterface): boolean {
  return (ipv4 ?? ipv6) !== undefined;
}
