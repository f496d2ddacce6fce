import type { DeviceInterface, FakeDevice } from '../../device/fake-device';

const HELLO_INTERVAL_MS = 10_000;
const HELLO_BYTES = 94;

/** What an idle link carries: a hello every ten seconds in each direction. */
export function traffic(
  device: FakeDevice,
  { linkUp, kind }: DeviceInterface,
): { readonly packets: number; readonly bytes: number } {
  const packets = linkUp && kind !== 'loopback' ? Math.floor(device.uptimeMs() / HELLO_INTERVAL_MS) : 0;
  return { packets, bytes: packets * HELLO_BYTES };
}
