import type { FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { clockDuration } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { nxosShortName, vrfs } from './nxos-interfaces';

const HOLD_MS = 1_500_000;

/** `show ip arp [vrf …]`; undefined when there is no such VRF. */
export function showIpArp(device: FakeDevice, vrf = 'default'): string | undefined {
  if (vrf !== 'all' && !vrfs.some(({ name }) => name === vrf)) return undefined;
  const heard = vrf === 'management' ? [] : (device.arp ?? []);
  const age = clockDuration(device.uptimeMs() % HOLD_MS);
  const rows = heard.map(({ ipv4, mac, interfaceName }) => [ipv4, age, dottedMac(mac), interfaceName]);
  return [
    'Flags: * - Adjacencies learnt on non-active FHRP router',
    '       + - Adjacencies synced via CFSoE',
    '       # - Adjacencies Throttled for Glean',
    '       D - Static Adjacencies attached to down interface',
    '',
    vrf === 'all' ? 'IP ARP Table for all contexts' : `IP ARP Table for context ${vrf}`,
    `Total number of entries: ${rows.length}`,
    'Address         Age       MAC Address     Interface       Flags',
    ...textTable([16, 10, 16, 0], rows),
  ].join('\n');
}

/** `show mac address-table`: a switch has learnt its neighbours, a router knows itself. */
export function showMacAddressTable(device: FakeDevice): string {
  const learnt = device.role === 'bridge' ? device.neighbors : [];
  const rows = [
    ...learnt.map((one) => [
      '*',
      '1',
      dottedMac(one.neighborMac),
      'dynamic',
      '0',
      'F',
      'F',
      nxosShortName(one.interfaceName),
    ]),
    ['G', '-', dottedMac(device.mac), 'static', '-', 'F', 'F', 'sup-eth1(R)'],
  ];
  return [
    'Legend: ',
    '        * - primary entry, G - Gateway MAC, (R) - Routed MAC, O - Overlay MAC',
    '        age - seconds since last seen,+ - primary entry using vPC Peer-Link,',
    '        (T) - True, (F) - False, C - ControlPlane MAC, ~ - vsan',
    '   VLAN     MAC Address      Type      age     Secure NTFY Ports',
    '---------+-----------------+--------+---------+------+----+------------------',
    ...textTable([5, 5, 17, 10, 10, 7, 5, 0], rows),
  ].join('\n');
}

/** `show vrf`. */
export function showVrf(): string {
  return [
    'VRF-Name                           VRF-ID State   Reason                        ',
    ...vrfs.map(({ name, id }) => `${name.padEnd(36)}${String(id).padStart(5)} Up      --`),
  ].join('\n');
}

/** `show vrf detail`. */
export function showVrfDetail(): string {
  return vrfs
    .map(({ name, id }) =>
      [
        `VRF-Name: ${name}, VRF-ID: ${id}, State: Up`,
        '    VPNID: unknown',
        '    RD: 0:0',
        '    Max Routes: 0  Mid-Threshold: 0',
        `    Table-ID: 0x8000000${id}, AF: IPv6, Fwd-ID: 0x8000000${id}, State: Up`,
        `    Table-ID: 0x0000000${id}, AF: IPv4, Fwd-ID: 0x0000000${id}, State: Up`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** `show vrf interface`. */
export function showVrfInterface({ interfaces }: FakeDevice): string {
  const rows = vrfs.flatMap(({ name, id }) =>
    interfaces
      .filter(({ kind }) => (kind === 'mgmt') === (name === 'management'))
      .map((one) => [one.name, name, String(id), '--']),
  );
  const header = ['Interface', 'VRF-Name', 'VRF-ID', 'Site-of-Origin'];
  return textTable([26, 35, 8, 0], [header, ...rows]).join('\n');
}

/** `show vlan` and `show vlan brief`: one VLAN, with the ports that nobody has given an address. */
export function showVlan({ interfaces }: FakeDevice): string {
  const ports = interfaces
    .filter(({ kind, ipv4, ipv6 }) => kind === 'ethernet' && (ipv4 ?? ipv6) === undefined)
    .map(({ name }) => nxosShortName(name));
  return [
    '',
    'VLAN Name                             Status    Ports',
    '---- -------------------------------- --------- -------------------------------',
    `1    default                          active    ${ports.join(', ')}`.trimEnd(),
    '',
  ].join('\n');
}

/** `show feature`: what runs on the device is enabled. */
export function showFeature({ modules }: FakeDevice): string {
  const features = { bgp: 'bgp', 'interface-vlan': 'vlan', lldp: 'lldp', ospf: 'ospf' };
  const on = new Set([...modules, 'lldp']);
  return [
    'Feature Name          Instance  State',
    '--------------------  --------  --------',
    ...Object.entries(features).map(([name, module]) => {
      return `${name.padEnd(22)}1         ${on.has(module) ? 'enabled' : 'disabled'}`;
    }),
  ].join('\n');
}
