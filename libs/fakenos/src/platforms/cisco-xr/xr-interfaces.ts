import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { shortInterfaceName } from '../text/interface-words';

/** `GigabitEthernet0/0/0/1` as `Gi0/0/0/1`, `MgmtEth0/RP0/CPU0/0` as `Mg0/RP0/CPU0/0`. */
export function xrShortName(name: string): string {
  return shortInterfaceName(name);
}

/** The interfaces as IOS XR lists them: loopbacks, management, ports. */
export function xrOrder({ interfaces }: FakeDevice): readonly DeviceInterface[] {
  const of = (wanted: DeviceInterface['kind']) => interfaces.filter(({ kind }) => kind === wanted);
  return [...of('loopback'), ...of('mgmt'), ...of('ethernet')];
}

const ETHERNET_HEADER_BYTES = 14;

/** The MTU that IOS XR speaks of: with the Ethernet header, except for loopbacks. */
export function xrMtu({ kind, mtu }: DeviceInterface): number {
  return kind === 'loopback' ? 1500 : mtu + ETHERNET_HEADER_BYTES;
}

/** The MTU of IP that a configured one leaves. */
export function ipMtuOf(configured: number): number {
  return configured - ETHERNET_HEADER_BYTES;
}
