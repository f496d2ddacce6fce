import { deviceTable } from './device-table';
import type { DeviceType } from './device-type';

const byName = new Map(deviceTable.map((device) => [device.name, device]));

/** Names of all device types a topology may use, in alphabetical order. */
export const knownDevices: readonly string[] = deviceTable.map((device) => device.name);

/** What is known of a device type; undefined for an unknown name. */
export function deviceType(name: string): DeviceType | undefined {
  return byName.get(name);
}
