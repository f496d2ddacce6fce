import { deviceType } from '@remote-lab/topology';
import type { Platform, PlatformPorts } from '../engine/platform';

/** For platforms of which nobody knows what they call their interfaces. */
const GENERIC: PlatformPorts = {
  ethernet: (number) => `Ethernet0/${number}`,
  management: 'Management0',
  loopback: 'Loopback0',
};

/** What a platform calls its interfaces: as it says itself, else as netlab does. */
export function platformPorts(platform: Platform | undefined): PlatformPorts {
  if (!platform) return GENERIC;
  if (platform.ports) return platform.ports;
  const type = platform.netlabDevices.map((name) => deviceType(name)).find((one) => one !== undefined);
  if (!type) return GENERIC;
  const loopback = type.role === 'host' ? undefined : type.loopbackName?.(0);
  return {
    ethernet: (number) => type.interfaceName(type.firstIfindex + number - 1),
    management: type.mgmtName,
    ...(loopback !== undefined && { loopback }),
  };
}
