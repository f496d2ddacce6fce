import type { DeviceInterface } from '../../device/fake-device';

/** The subinterface that carries the addresses: `ethernet-1/1.0`; `lo0.0` is one already. */
export function subinterfaceName({ name }: Pick<DeviceInterface, 'name'>): string {
  return name.includes('.') ? name : `${name}.0`;
}

/** The port itself: `ethernet-1/1`, `lo0`. */
export function portName({ name }: Pick<DeviceInterface, 'name'>): string {
  return name.split('.')[0] ?? name;
}

/** The network instance that an interface belongs to. */
export function networkInstance({ kind }: DeviceInterface): 'mgmt' | 'default' {
  return kind === 'mgmt' ? 'mgmt' : 'default';
}
