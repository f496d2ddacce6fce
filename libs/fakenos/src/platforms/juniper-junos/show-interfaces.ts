import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { textTable } from '../text/text-table';
import { traffic } from '../text/traffic';
import { age, dateTime } from './date-time';
import type { JunosPort } from './junos-interfaces';
import { junosPorts, logicalName, physicalName, unitNumber } from './junos-interfaces';

const TERSE = [24, 6, 5, 9, 22, 0];
const ETHERNET_HEADER = 14;

/** `show interfaces terse`, of all or of those given. */
export function showInterfacesTerse(device: FakeDevice, ports = junosPorts(device)): string {
  const header = ['Interface', 'Admin', 'Link', 'Proto', 'Local', 'Remote'];
  const rows = ports.flatMap(({ name, port, units }) => [
    [name, upDown(port.adminUp), upDown(port.linkUp)],
    ...units.flatMap(unitRows),
  ]);
  return textTable(TERSE, [header, ...rows]).join('\n');
}

/** `show interfaces descriptions`: only those that have one. */
export function showInterfacesDescriptions(device: FakeDevice): string {
  const rows = device.interfaces
    .filter(({ description }) => description !== undefined)
    .map((one) => [
      unitNumber(one) === '0' ? physicalName(one) : one.name,
      upDown(one.adminUp),
      upDown(one.linkUp),
      one.description ?? '',
    ]);
  return textTable([16, 6, 5, 0], [['Interface', 'Admin', 'Link', 'Description'], ...rows]).join('\n');
}

/** `show interfaces`, of all or of those given. */
export function showInterfaces(device: FakeDevice, ports = junosPorts(device)): string {
  return ports
    .map((one) => [
      ...portLines(device, one),
      ...one.units.flatMap((unit) => ['', ...unitLines(device, unit)]),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The port that `ge-0/0/0`, or with only that unit `ge-0/0/0.0`, means; undefined when there is none. */
export function findPort(device: FakeDevice, typed: string): JunosPort | undefined {
  const ports = junosPorts(device);
  const whole = ports.find(({ name }) => name === typed);
  if (whole) return whole;
  return ports
    .map((one) => ({ ...one, units: one.units.filter((unit) => logicalName(unit) === typed) }))
    .find(({ units }) => units.length > 0);
}

function unitRows(one: DeviceInterface): readonly (readonly string[])[] {
  const isLoopback = one.kind === 'loopback';
  const addresses = [
    ...(one.ipv4 === undefined
      ? []
      : [['inet', isLoopback ? (ipv4Prefix(one.ipv4)?.address ?? '') : one.ipv4]]),
    ...(one.ipv6 === undefined ? [] : [['inet6', one.ipv6]]),
  ];
  const state = [logicalName(one), upDown(one.adminUp), upDown(one.linkUp)];
  if (addresses.length === 0) return [state];
  return addresses.map(([family = '', address = ''], index) => [
    ...(index === 0 ? state : ['', '', '']),
    family,
    address,
    ...(isLoopback && family === 'inet' ? ['--> 0/0'] : []),
  ]);
}

function portLines(device: FakeDevice, { name, port }: JunosPort): readonly string[] {
  const flapped = new Date(device.now().getTime() - device.uptimeMs());
  const isLoopback = port.kind === 'loopback';
  const type = isLoopback ? 'Type: Loopback, ' : '';
  const speed = 'MRU: 1522, LAN-PHY mode, Speed: 1000mbps, Loopback: Disabled, Flow control: Enabled';
  const state = `${port.adminUp ? 'Enabled' : 'Administratively down'}, Physical link is ${port.linkUp ? 'Up' : 'Down'}`;
  return [
    `Physical interface: ${name}, ${state}`,
    `  Interface index: ${128 + port.ifindex}, SNMP ifIndex: ${500 + port.ifindex * 2}`,
    ...(port.description === undefined ? [] : [`  Description: ${port.description}`]),
    isLoopback
      ? `  ${type}Link-level type: Unspecified, MTU: Unlimited, Clocking: Unspecified, Speed: Unspecified`
      : `  Link-level type: Ethernet, MTU: ${portMtu(port)}, ${speed}`,
    `  Device flags   : Present Running${port.linkUp ? '' : ' Down'}`,
    `  Interface flags: SNMP-Traps${port.linkUp ? '' : ' Hardware-Down'} Internal: 0x4000`,
    '  Link flags     : None',
    ...(isLoopback
      ? []
      : [
          `  CoS queues     : 8 supported, 8 maximum usable queues`,
          `  Current address: ${port.mac}, Hardware address: ${port.mac}`,
        ]),
    `  Last flapped   : ${dateTime(flapped)} (${age(device.uptimeMs())} ago)`,
    '  Input rate     : 0 bps (0 pps)',
    '  Output rate    : 0 bps (0 pps)',
    ...(isLoopback ? [] : [`  Active alarms  : ${port.linkUp ? 'None' : 'LINK'}`]),
    ...(isLoopback ? [] : [`  Active defects : ${port.linkUp ? 'None' : 'LINK'}`]),
  ];
}

function unitLines(device: FakeDevice, one: DeviceInterface): readonly string[] {
  const { packets } = traffic(device, one);
  const address = ipv4Prefix(one.ipv4);
  const inner = one.kind === 'loopback' ? 'Unlimited' : String(portMtu(one) - ETHERNET_HEADER);
  const encapsulation = one.kind === 'loopback' ? 'Unspecified' : 'ENET2';
  const index = 330 + one.ifindex;
  return [
    `  Logical interface ${logicalName(one)} (Index ${index}) (SNMP ifIndex ${501 + one.ifindex * 2})`,
    `    Flags: ${one.linkUp ? 'Up' : 'Down'} SNMP-Traps 0x4004000 Encapsulation: ${encapsulation}`,
    `    Input packets : ${packets}`,
    `    Output packets: ${packets}`,
    ...(address
      ? [
          `    Protocol inet, MTU: ${inner}`,
          '      Flags: Sendbcast-pkt-to-re, Is-Primary',
          '      Addresses, Flags: Is-Preferred Is-Primary',
          address.length === 32
            ? `        Destination: Unspecified, Local: ${address.address}, Broadcast: Unspecified`
            : `        Destination: ${address.prefix}, Local: ${address.address}, Broadcast: ${address.broadcast}`,
        ]
      : []),
    ...(one.ipv6 === undefined
      ? []
      : [
          `    Protocol inet6, MTU: ${inner}`,
          '      Flags: Is-Primary',
          '      Addresses, Flags: Is-Preferred Is-Primary',
          `        Destination: ${one.ipv6.replace(/[\da-f]*\//, '/')}, Local: ${one.ipv6.replace(/\/.*/, '')}, Broadcast: Unspecified`,
        ]),
  ];
}

/** With the Ethernet header, as Junos counts. */
function portMtu({ mtu }: DeviceInterface): number {
  return mtu === 1500 ? mtu + ETHERNET_HEADER : mtu;
}

function upDown(isUp: boolean): string {
  return isUp ? 'up' : 'down';
}
