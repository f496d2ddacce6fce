import type { DeviceInterface, FakeDevice } from '../../device/fake-device';

/** `GigabitEthernet0/1` as `Gi0/1`, `Ethernet1` as `Et1`; `letters` is how many of the type are kept. */
export function shortInterfaceName(name: string, letters = 2): string {
  const { type, number } = split(name);
  return `${type.slice(0, letters)}${number}`;
}

/** `GigabitEthernet0/1` as `Gig 0/1`. */
export function spacedInterfaceName(name: string): string {
  const { type, number } = split(name);
  return `${type.slice(0, 3)} ${number}`;
}

/** The interface that `gi0/1`, `Gig 0/1` or `GigabitEthernet0/1` means; undefined when there is none. */
export function findInterface(device: FakeDevice, typed: string): DeviceInterface | undefined {
  const wanted = split(typed.replaceAll(' ', '').toLowerCase());
  return device.interfaces.find(({ name }) => {
    const { type, number } = split(name.toLowerCase());
    return wanted.type !== '' && type.startsWith(wanted.type) && number === wanted.number;
  });
}

function split(name: string): { readonly type: string; readonly number: string } {
  const type = /^[A-Za-z]*/.exec(name)?.[0] ?? '';
  return { type, number: name.slice(type.length) };
}
