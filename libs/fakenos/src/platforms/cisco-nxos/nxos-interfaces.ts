import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { shortInterfaceName } from '../text/interface-words';

/** `Ethernet1/1` as `Eth1/1`, `loopback0` as `Lo0`, `mgmt0` as it is. */
export function nxosShortName(name: string): string {
  if (/^ethernet/i.test(name)) return shortInterfaceName(name, 3);
  if (/^loopback/i.test(name)) return `Lo${name.slice('loopback'.length)}`;
  return name;
}

/** What belongs to a VRF, loopbacks first, as NX-OS lists the interfaces of IP. */
export function interfacesInVrf({ interfaces }: FakeDevice, vrf: string): readonly DeviceInterface[] {
  if (vrf === 'management') return interfaces.filter(({ kind }) => kind === 'mgmt');
  const isLoopback = ({ kind }: DeviceInterface) => kind === 'loopback';
  const routed = interfaces.filter(({ kind }) => kind !== 'mgmt');
  return [...routed.filter(isLoopback), ...routed.filter((one) => !isLoopback(one))];
}

/** The VRFs that a device has, with their numbers. */
export const vrfs: readonly { readonly name: string; readonly id: number }[] = [
  { name: 'default', id: 1 },
  { name: 'management', id: 2 },
];

/** The VRFs that `vrf <name>` means: both for `all`, the default one when it is left out; none for an unknown name. */
export function vrfsNamed(typed = 'default'): readonly { readonly name: string; readonly id: number }[] {
  return vrfs.filter(({ name }) => typed === 'all' || name === typed);
}

/** `protocol-up/link-up/admin-up` */
export function ipStatus({ linkUp, adminUp }: DeviceInterface): string {
  const line = linkUp ? 'up' : 'down';
  return `protocol-${line}/link-${line}/admin-${adminUp ? 'up' : 'down'}`;
}
