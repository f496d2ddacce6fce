import type { Device } from '@remote-lab/lab-manager';
import type { DeviceInfoDto } from '@remote-lab/protocol';

/** Devices as the wire gives them. */
export function deviceDtos(devices: readonly Device[]): DeviceInfoDto[] {
  return devices.map(({ name, raw }) => ({ name, raw }));
}
