import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dottedMac } from '../text/dotted-mac';
import { durationWords } from '../text/duration-words';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { traffic } from '../text/traffic';
import { jsonText } from './show-version';

const LOOPBACK_MTU = 65_535;
const KINDS = ['ethernet', 'loopback', 'mgmt'] as const;

/** Ethernet, loopback, management: the order in which EOS lists interfaces. */
export function eosOrder({ interfaces }: FakeDevice): readonly DeviceInterface[] {
  return KINDS.flatMap((kind) => interfaces.filter((one) => one.kind === kind));
}

/** `show ip interface brief`. */
export function showIpInterfaceBrief(device: FakeDevice): string {
  const rows = eosOrder(device)
    .filter(({ ipv4 }) => ipv4 !== undefined)
    .map((one) => [one.name, one.ipv4 ?? '', status(one), lineState(one), String(ipMtu(one))]);
  return [
    `${' '.repeat(78)}Address`,
    'Interface         IP Address            Status       Protocol           MTU    Owner  ',
    '----------------- --------------------- ------------ -------------- ---------- -------',
    ...textTable([18, 22, 13, 15, -10], rows),
    '',
  ].join('\n');
}

/** `show interfaces status`. */
export function showInterfacesStatus(device: FakeDevice): string {
  const ports = eosOrder(device).filter(({ kind }) => kind !== 'loopback');
  const nameWidth = Math.max(4, ...ports.map(({ description = '' }) => description.length)) + 1;
  const rows = ports.map((one) => [
    shortInterfaceName(one.name),
    one.description ?? '',
    connection(one),
    vlan(one),
    one.kind === 'mgmt' ? 'a-full' : 'full',
    one.kind === 'mgmt' ? 'a-1G' : '1G',
    portType(one),
  ]);
  const header = ['Port', 'Name', 'Status', 'Vlan', 'Duplex', 'Speed', 'Type', 'Flags Encapsulation'];
  return textTable([11, nameWidth, 13, 9, 7, 7, 16, 0], [header, ...rows]).join('\n');
}

/** `show interfaces status | json`. */
export function showInterfacesStatusJson(device: FakeDevice): string {
  const ports = eosOrder(device).filter(({ kind }) => kind !== 'loopback');
  const interfaceStatuses = Object.fromEntries(
    ports.map((one) => [
      one.name,
      {
        description: one.description ?? '',
        linkStatus: connection(one),
        vlanInformation: { interfaceMode: vlan(one), interfaceForwardingModel: 'routed' },
        duplex: 'duplexFull',
        bandwidth: 1_000_000_000,
        interfaceType: portType(one),
        autoNegotiateActive: false,
        autoNegotigateActive: false,
        lineProtocolStatus: lineState(one),
      },
    ]),
  );
  return jsonText({ interfaceStatuses });
}

/** `show interfaces description`. */
export function showInterfacesDescription(device: FakeDevice): string {
  const rows = eosOrder(device).map((one) => [
    shortInterfaceName(one.name),
    one.adminUp ? lineState(one) : 'admin down',
    lineState(one),
    one.description ?? '',
  ]);
  return textTable([31, 15, 19, 0], [['Interface', 'Status', 'Protocol', 'Description'], ...rows]).join('\n');
}

/** `show interfaces`, of all or of those given. */
export function showInterfaces(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = eosOrder(device),
): string {
  return interfaces.flatMap((one) => interfaceLines(device, one)).join('\n');
}

/** `show ip interface`, of all that have an address or of those given. */
export function showIpInterface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = eosOrder(device).filter(({ ipv4 }) => ipv4 !== undefined),
): string {
  return interfaces
    .flatMap((one) => [
      stateLine(one),
      ...addressLines(one),
      '  IPv6 Interface Forwarding : None',
      '  Proxy-ARP is disabled',
      '  Local Proxy-ARP is disabled',
      '  Gratuitous ARP is ignored',
      `  IP MTU ${ipMtu(one)} bytes`,
    ])
    .join('\n');
}

function stateLine(one: DeviceInterface): string {
  const state = one.adminUp ? lineState(one) : 'administratively down';
  return `${one.name} is ${state}, line protocol is ${lineState(one)} (${connection(one)})`;
}

function addressLines({ ipv4 }: DeviceInterface): string[] {
  if (ipv4 === undefined) return ['  No Internet protocol address assigned'];
  return [`  Internet address is ${ipv4}`, '  Broadcast address is 255.255.255.255'];
}

function interfaceLines(device: FakeDevice, one: DeviceInterface): string[] {
  const { packets, bytes } = traffic(device, one);
  const mac = dottedMac(one.mac);
  const isLoopback = one.kind === 'loopback';
  return [
    stateLine(one),
    isLoopback ? '  Hardware is Loopback' : `  Hardware is Ethernet, address is ${mac} (bia ${mac})`,
    ...(one.description === undefined ? [] : [`  Description: ${one.description}`]),
    ...addressLines(one),
    isLoopback ? `  IP MTU ${LOOPBACK_MTU} bytes` : `  IP MTU ${one.mtu} bytes , BW 1000000 kbit`,
    ...(isLoopback ? [] : ['  Full-duplex, 1Gb/s, auto negotiation: off, uni-link: n/a']),
    `  ${one.linkUp ? 'Up' : 'Down'} ${durationWords(device.uptimeMs())}`,
    ...(isLoopback
      ? []
      : [
          '  Loopback Mode : None',
          '  2 link status changes since last clear',
          '  Last clearing of "show interface" counters never',
          '  5 minutes input rate 0 bps (0.0% with framing overhead), 0 packets/sec',
          '  5 minutes output rate 0 bps (0.0% with framing overhead), 0 packets/sec',
          `     ${packets} packets input, ${bytes} bytes`,
          '     Received 0 broadcasts, 0 multicast',
          '     0 runts, 0 giants',
          '     0 input errors, 0 CRC, 0 alignment, 0 symbol, 0 input discards',
          '     0 PAUSE input',
          `     ${packets} packets output, ${bytes} bytes`,
          '     Sent 0 broadcasts, 0 multicast',
          '     0 output errors, 0 collisions',
          '     0 late collision, 0 deferred, 0 output discards',
          '     0 PAUSE output',
        ]),
  ];
}

/** The MTU of IP: loopbacks have one of their own. */
export function ipMtu({ kind, mtu: own }: DeviceInterface): number {
  return kind === 'loopback' ? LOOPBACK_MTU : own;
}

function status({ adminUp, linkUp }: DeviceInterface): string {
  return adminUp ? (linkUp ? 'up' : 'down') : 'admin-down';
}

/** State of the line protocol: `up` or `down`. */
export function lineState({ linkUp }: DeviceInterface): string {
  return linkUp ? 'up' : 'down';
}

function connection({ adminUp, linkUp }: DeviceInterface): string {
  return linkUp ? 'connected' : adminUp ? 'notconnect' : 'disabled';
}

function vlan({ ipv4 }: DeviceInterface): string {
  return ipv4Prefix(ipv4) ? 'routed' : '1';
}

function portType({ kind }: DeviceInterface): string {
  return kind === 'mgmt' ? '10/100/1000' : 'EbraTestPhyPort';
}
