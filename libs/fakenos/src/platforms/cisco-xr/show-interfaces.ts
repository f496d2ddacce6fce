import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { routeAge } from '../text/duration-words';
import { traffic } from '../text/traffic';
import { xrMtu, xrOrder } from './xr-interfaces';

/** `show interfaces`, of all or of those given. */
export function showInterfaces(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = xrOrder(device),
): string {
  return interfaces.map((one) => `${interfaceLines(device, one).join('\n')}\n`).join('\n');
}

function interfaceLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  const state = one.adminUp ? (one.linkUp ? 'up' : 'down') : 'administratively down';
  const protocol = one.adminUp ? (one.linkUp ? 'up' : 'down') : 'administratively down';
  return [
    `${one.name} is ${state}, line protocol is ${protocol} `,
    '  Interface state transitions: 1',
    ...(one.kind === 'loopback' ? loopbackLines(device, one) : portLines(device, one)),
  ];
}

function addresses({ description, ipv4 }: DeviceInterface): readonly string[] {
  return [
    ...(description === undefined ? [] : [`  Description: ${description}`]),
    `  Internet address is ${ipv4 ?? 'Unknown'}`,
  ];
}

function loopbackLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  return [
    '  Hardware is Loopback interface(s)',
    ...addresses(one),
    `  MTU ${xrMtu(one)} bytes, BW 0 Kbit`,
    '     reliability Unknown, txload Unknown, rxload Unknown',
    '  Encapsulation Loopback,  loopback not set,',
    `  Last link flapped ${routeAge(device.uptimeMs())}`,
    '  Last input Unknown, output Unknown',
    '  Last clearing of "show interface" counters Unknown',
    '  Input/output data rate is disabled.',
  ];
}

function portLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  const { packets, bytes } = traffic(device, one);
  const mac = dottedMac(one.mac);
  const type = one.kind === 'mgmt' ? 'Management Ethernet' : 'GigabitEthernet';
  const heard = packets > 0 ? '00:00:03, output 00:00:07' : 'never, output never';
  return [
    `  Hardware is ${type}, address is ${mac} (bia ${mac})`,
    ...addresses(one),
    `  MTU ${xrMtu(one)} bytes, BW 1000000 Kbit (Max: 1000000 Kbit)`,
    '     reliability 255/255, txload 0/255, rxload 0/255',
    '  Encapsulation ARPA,',
    '  Full-duplex, 1000Mb/s, unknown, link type is force-up',
    '  output flow control is off, input flow control is off',
    '  Carrier delay (up) is 10 msec',
    '  loopback not set,',
    `  Last link flapped ${routeAge(device.uptimeMs())}`,
    '  ARP type ARPA, ARP timeout 04:00:00',
    `  Last input ${heard}`,
    '  Last clearing of "show interface" counters never',
    '  5 minute input rate 0 bits/sec, 0 packets/sec',
    '  5 minute output rate 0 bits/sec, 0 packets/sec',
    `     ${packets} packets input, ${bytes} bytes, 0 total input drops`,
    '     0 drops for unrecognized upper-level protocol',
    `     Received 0 broadcast packets, ${packets} multicast packets`,
    '              0 runts, 0 giants, 0 throttles, 0 parity',
    '     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored, 0 abort',
    `     ${packets} packets output, ${bytes} bytes, 0 total output drops`,
    `     Output 0 broadcast packets, ${packets} multicast packets`,
    '     0 output errors, 0 underruns, 0 applique, 0 resets',
    '     0 output buffer failures, 0 output buffers swapped out',
    '     1 carrier transitions',
  ];
}
