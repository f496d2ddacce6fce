import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { loopbacksLast } from '../text/interface-order';

type Named = Pick<DeviceInterface, 'name'>;

/** Interfaces of the router: those with a port, then the loopbacks, without the management port. */
export function routerInterfaces(device: FakeDevice): readonly DeviceInterface[] {
  return loopbacksLast(device).filter(({ kind }) => kind !== 'mgmt');
}

/** The port of an interface and its VLAN: `1/1/c1/1` of `eth-1/1/c1`, `1/1/c1/1:100` of `eth-1/1/c1/1_100`; undefined for others. */
export function portOf({ name }: Named): string | undefined {
  const [, connector, vlan] = /^eth-(\d+\/\d+\/c\d+)(?:\/1_(\d+))?$/.exec(name) ?? [];
  if (connector === undefined) return undefined;
  return vlan === undefined ? `${connector}/1` : `${connector}/1:${vlan}`;
}

/** The lab's name of the interface on a port, the reverse of {@link portOf}; undefined for a port that labs do not have. */
export function labNameOf(port: string): string | undefined {
  const [, connector, vlan] = /^(\d+\/\d+\/c\d+)\/1(?::(\d+))?$/.exec(port) ?? [];
  if (connector === undefined) return undefined;
  return vlan === undefined || vlan === '0' ? `eth-${connector}` : `eth-${connector}/1_${vlan}`;
}

/** `1/1/c1` of `1/1/c1/1` */
export function connectorOf(port: string): string {
  return port.replace(/\/\d+(?::\d+)?$/, '');
}
