import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import type { DeviceSurroundings } from '../build-devices';
import { buildDevices } from '../build-devices';
import type { FakeDevice } from '../fake-device';

/** The devices of a topology, one hour, two minutes and three seconds after they came up; their clock stands still. */
export function readLab(
  topology: string,
  platformOf: DeviceSurroundings['platformOf'] = () => undefined,
): (name: string) => FakeDevice {
  const bundle = createTopologyBundle({
    topology: { path: 'lab.yml', content: new TextEncoder().encode(topology) },
    extraFiles: [],
  });
  let now = 0;
  const clock = { now: () => now, date: () => new Date(Date.UTC(2026, 10, 21, 14, 5, 9, 42)) };
  const devices = buildDevices(readTopology(bundle), { clock, platformOf });
  now = 3_723_000;
  return (name) => {
    const device = devices.get(name);
    if (!device) throw new Error(`The lab has no ${name}; it has ${[...devices.keys()].join(', ')}.`);
    return device;
  };
}
