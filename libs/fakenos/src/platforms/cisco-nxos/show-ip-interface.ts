import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { interfacesInVrf, ipStatus, nxosShortName, vrfsNamed } from './nxos-interfaces';
import { LOOPBACK_MTU } from './show-interface';

/** `show ip interface brief [vrf …]`; undefined when there is no such VRF. */
export function showIpInterfaceBrief(device: FakeDevice, vrf?: string): string | undefined {
  const named = vrfsNamed(vrf);
  if (named.length === 0) return undefined;
  return named
    .flatMap(({ name, id }) => [
      `IP Interface Status for VRF "${name}"(${id})`,
      'Interface            IP Address      Interface Status',
      ...withAddress(device, name).map((one) => {
        const address = ipv4Prefix(one.ipv4)?.address ?? '';
        return `${nxosShortName(one.name).padEnd(21)}${address.padEnd(16)}${ipStatus(one)}`;
      }),
      ...(named.length > 1 ? [''] : []),
    ])
    .join('\n');
}

/** `show ip interface [vrf …]`; undefined when there is no such VRF. */
export function showIpInterface(device: FakeDevice, vrf?: string): string | undefined {
  const named = vrfsNamed(vrf);
  if (named.length === 0) return undefined;
  return named
    .flatMap(({ name }) => [
      `IP Interface Status for VRF "${name}"`,
      ...withAddress(device, name).flatMap((one) => interfaceLines(device, one)),
      ...(named.length > 1 ? [''] : []),
    ])
    .join('\n');
}

/** `show ip interface <interface>`. */
export function showIpInterfaceOf(device: FakeDevice, one: DeviceInterface): string {
  const vrf = one.kind === 'mgmt' ? 'management' : 'default';
  return [`IP Interface Status for VRF "${vrf}"`, ...interfaceLines(device, one)].join('\n');
}

function withAddress(device: FakeDevice, vrf: string): readonly DeviceInterface[] {
  return interfacesInVrf(device, vrf).filter(({ ipv4 }) => ipv4 !== undefined);
}

function interfaceLines({ interfaces }: FakeDevice, one: DeviceInterface): readonly string[] {
  const address = ipv4Prefix(one.ipv4);
  const iod = interfaces.indexOf(one) + 2;
  const groups = one.ospfState !== undefined && one.kind === 'ethernet' && !one.ospfPassive;
  return [
    `${one.name}, Interface status: ${ipStatus(one)}, iod: ${iod},`,
    address
      ? `  IP address: ${address.address}, IP subnet: ${address.prefix} route-preference: 0, tag: 0`
      : '  IP address: none',
    '  IP broadcast address: 255.255.255.255',
    ...(groups
      ? ['  IP multicast groups locally joined:', '     224.0.0.5  224.0.0.6']
      : ['  IP multicast groups locally joined: none']),
    `  IP MTU: ${one.kind === 'loopback' ? LOOPBACK_MTU : one.mtu} bytes (using link MTU)`,
    '  IP primary address route-preference: 0, tag: 0',
    '  IP proxy ARP : disabled',
    '  IP Local Proxy ARP : disabled',
    '  IP multicast routing: disabled',
    '  IP icmp redirects: enabled',
    '  IP directed-broadcast: disabled',
    '  IP Forwarding: disabled',
    '  IP icmp unreachables (except port): disabled',
    '  IP icmp port-unreachable: enabled',
    '  IP unicast reverse path forwarding: none',
    '  IP load sharing: none',
    '  IP interface statistics last reset: never',
  ];
}
