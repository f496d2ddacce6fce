import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import { ipv6Routes } from '../../device/ipv6-routes';
import { routeAge } from '../text/duration-words';
import { interfacesInVrf, ipStatus, nxosShortName, vrfsNamed } from './nxos-interfaces';

/** `show ipv6 interface brief [vrf …]`; undefined when there is no such VRF. */
export function showIpv6InterfaceBrief(device: FakeDevice, vrf?: string): string | undefined {
  const named = vrfsNamed(vrf);
  if (named.length === 0) return undefined;
  return named
    .flatMap(({ name, id }) => [
      `IPv6 Interface Status for VRF "${name}"(${id})`,
      'Interface            IPv6 Address/Link-local Address     Interface Status',
      '                                                         prot/link/admin',
      ...withAddress(device, name).flatMap((one) => {
        const line = one.linkUp ? 'up' : 'down';
        const status = `${line}/${line}/${one.adminUp ? 'up' : 'down'}`;
        const { address, local } = addressesOf(device, one);
        return [
          `${nxosShortName(one.name).padEnd(21)}${address.padEnd(36)}${status}`,
          `${' '.repeat(21)}${local}`,
        ];
      }),
    ])
    .join('\n');
}

/** `show ipv6 interface [vrf …]`; undefined when there is no such VRF. */
export function showIpv6Interface(device: FakeDevice, vrf?: string): string | undefined {
  const named = vrfsNamed(vrf);
  if (named.length === 0) return undefined;
  return named
    .flatMap(({ name }) => [
      `IPv6 Interface Status for VRF "${name}"`,
      ...withAddress(device, name).flatMap((one) => {
        const { local } = addressesOf(device, one);
        const own = ipv6Prefix(one.ipv6);
        return [
          `${one.name}, Interface status: ${ipStatus(one)}, iod: ${device.interfaces.indexOf(one) + 2}`,
          '  IPv6 address: ',
          `    ${own?.address ?? ''}/${own?.length ?? 128} [VALID]`,
          `  IPv6 subnet:  ${own?.prefix ?? ''}`,
          `  IPv6 link-local address: ${local} (default) [VALID]`,
          '  IPv6 virtual addresses configured: none',
          '  IPv6 multicast routing: disabled',
          `  IPv6 MTU: ${one.kind === 'loopback' ? 1500 : one.mtu} (using link MTU)`,
        ];
      }),
    ])
    .join('\n');
}

/** `show ipv6 route`. */
export function showIpv6Route(device: FakeDevice): string {
  const age = routeAge(device.uptimeMs());
  return [
    'IPv6 Routing Table for VRF "default"',
    "'*' denotes best ucast next-hop",
    "'**' denotes best mcast next-hop",
    "'[x/y]' denotes [preference/metric]",
    '',
    ...ipv6Routes(device).flatMap(({ prefix, protocol, interfaceName, address }) => [
      `${prefix}, ubest/mbest: 1/0, attached`,
      `    *via ${address}, ${nxosShortName(interfaceName)}, [0/0], ${age}, ` +
        (protocol === 'local' ? 'local' : 'direct'),
    ]),
  ].join('\n');
}

function withAddress(device: FakeDevice, vrf: string): readonly DeviceInterface[] {
  return interfacesInVrf(device, vrf).filter(({ ipv6 }) => ipv6 !== undefined);
}

function addressesOf(
  { mac }: FakeDevice,
  one: DeviceInterface,
): { readonly address: string; readonly local: string } {
  return {
    address: ipv6Prefix(one.ipv6)?.address ?? '',
    local: linkLocal(one.kind === 'loopback' ? mac : one.mac),
  };
}
