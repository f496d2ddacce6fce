import type { FakeDevice } from '../device/fake-device';

/** A device without interfaces, for tests of everything but what a device says. */
export function benchDevice(name: string): FakeDevice {
  return {
    name,
    node: name,
    netlabDevice: 'bench',
    role: 'router',
    serialNumber: 'BENCH0001',
    mac: 'ca:fe:00:01:00:00',
    modules: [],
    routerId: '10.0.0.1',
    interfaces: [],
    neighbors: [],
    routes: [],
    uptimeMs: () => 60_000,
    now: () => new Date(0),
  };
}
