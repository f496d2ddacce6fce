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

/** Every platform there is, loaded. */
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
