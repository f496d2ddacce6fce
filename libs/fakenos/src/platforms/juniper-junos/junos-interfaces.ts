import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { loopbacksLast } from '../text/interface-order';

type Named = Pick<DeviceInterface, 'name'>;

/** The interface without its unit: `ge-0/0/0`, `lo0`. */
export function physicalName({ name }: Named): string {
  return name.split('.')[0] ?? name;
}

/** The unit that carries the addresses: `ge-0/0/0.0`; `lo0.0` is one already. */
export function logicalName({ name }: Named): string {
  return name.includes('.') ? name : `${name}.0`;
}

/** `0` of `ge-0/0/0`, `100` of `irb.100`. */
export function unitNumber(one: Named): string {
  return logicalName(one).split('.')[1] ?? '0';
}

/** What the lab calls the unit of an interface: netlab names the first unit of ports, but of nothing else: `fxp0`, `ae1`. */
export function labName(physical: string, unit: string): string {
  const isBare = unit === '0' && !/^(?:lo|irb|[a-z]{2}-\d)/.test(physical);
  return isBare ? physical : `${physical}.${unit}`;
}

/** A port and the units on it. */
export interface JunosPort {
  readonly name: string;
  readonly units: readonly DeviceInterface[];
  /** Unit 0, which stands for the port itself; where there is none the first one. */
  readonly port: DeviceInterface;
}

/** The ports in the order in which Junos lists them: those with cables, then management, loopbacks last. */
export function junosPorts(device: FakeDevice): readonly JunosPort[] {
  const rank = ({ kind }: DeviceInterface) => (kind === 'mgmt' ? 1 : kind === 'loopback' ? 2 : 0);
  const sorted = [...loopbacksLast(device)].sort((left, right) => rank(left) - rank(right));
  const byName = new Map<string, DeviceInterface[]>();
  for (const one of sorted) {
    const units = byName.get(physicalName(one)) ?? [];
    units.push(one);
    byName.set(physicalName(one), units);
  }
  return [...byName].flatMap(([name, units]) => {
    const port = units.find((one) => unitNumber(one) === '0') ?? units[0];
    return port ? [{ name, units, port }] : [];
  });
}
