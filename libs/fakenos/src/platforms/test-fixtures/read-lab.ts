import type { FakeDevice } from '../../device/fake-device';
import { readLab as readDevices } from '../../device/test-fixtures/read-lab';
import { platformFor } from '../platform-list';

/** The devices of a topology as their platforms play them, one hour, two minutes and three seconds after they came up. */
export function readLab(topology: string): (name: string) => FakeDevice {
  return readDevices(topology, platformFor);
}
