import type { Platform } from '../engine/platform';
import { aristaEos } from './arista-eos';
import { ciscoIos } from './cisco-ios';
import { ciscoNxos } from './cisco-nxos';
import { ciscoXe } from './cisco-xe';
import { ciscoXr } from './cisco-xr';
import { fortinet } from './fortinet';
import { frr } from './frr';
import { huaweiVrp } from './huawei-vrp';
import { juniperJunos } from './juniper-junos';
import { linux } from './linux';
import { mikrotikRouteros } from './mikrotik-routeros';
import { nokiaSrl } from './nokia-srl';
import { nokiaSros } from './nokia-sros';
import { simplePlatforms } from './simple';

/** Every platform there is. */
export const platforms: readonly Platform[] = [
  ciscoIos,
  ciscoXe,
  ciscoNxos,
  ciscoXr,
  aristaEos,
  nokiaSrl,
  linux,
  frr,
  huaweiVrp,
  mikrotikRouteros,
  fortinet,
  juniperJunos,
  nokiaSros,
  ...simplePlatforms,
];

const byName = new Map(
  [
    ...platforms.map((platform) => [platform.name, platform] as const),
    ...platforms.flatMap((platform) => (platform.aliases ?? []).map((name) => [name, platform] as const)),
    ...platforms.flatMap((platform) => platform.netlabDevices.map((name) => [name, platform] as const)),
  ].reverse(),
);

/**
 * The platform that plays a netlab device type (`eos`), or that has this name (`arista_eos`); undefined when none does.
 * Where several platforms have a name the first one of the list is meant.
 */
export function platformFor(name: string): Platform | undefined {
  return byName.get(name);
}
