import type { DeviceInterface, FakeDevice } from '../../device/fake-device';

/** The interfaces with the loopbacks last, as most platforms list them. */
export function loopbacksLast({ interfaces }: FakeDevice): readonly DeviceInterface[] {
  const isLoopback = ({ kind }: DeviceInterface) => kind === 'loopback';
  return [...interfaces.filter((one) => !isLoopback(one)), ...interfaces.filter(isLoopback)];
}
