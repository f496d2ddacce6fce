import type { FakeDevice } from '../../device/fake-device';
import { readLab as readDevices } from '../../device/test-fixtures/read-lab';
import { platformFor } from '../platform-for';
import { platformLab } from './platform-lab';

/**
 * The devices of a topology as their platforms play them, one hour, two minutes and three seconds after they came up; one platform
 * of which netlab has no notion may be among them by its own name: `device: huawei_vrp`.
 */
export function readLab(topology: string): (name: string) => FakeDevice {
  const platform = Array.from(topology.matchAll(/device: (\w+)/g), ([, name = '']) => platformFor(name)).find(
    (found) => found?.netlabDevices.length === 0,
  );
  return platform ? platformLab(platform, topology) : readDevices(topology, platformFor);
}
