import type { Platform } from '../engine/platform';
import { aristaEos } from './arista-eos';
import { ciscoIos } from './cisco-ios';
import { frr } from './frr';
import { linux } from './linux';
import { nokiaSrl } from './nokia-srl';

/** Every platform there is. */
export const platforms: readonly Platform[] = [ciscoIos, aristaEos, nokiaSrl, linux, frr];

const byDevice = new Map(
  platforms.flatMap((platform) => platform.netlabDevices.map((device) => [device, platform] as const)),
);

/** The platform that plays a netlab device type; undefined when none does. */
export function platformFor(netlabDevice: string): Platform | undefined {
  return byDevice.get(netlabDevice);
}
