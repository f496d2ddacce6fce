import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { findInterface } from '../text/interface-words';

/** The interface that somebody means: by its whole name, with blanks or not, or by the beginning of its type and its number. */
export function interfaceNamed(
  device: FakeDevice,
  typed: string,
  spell: (name: string) => string = (name) => name,
): DeviceInterface | undefined {
  const wanted = squeezed(typed);
  const named = device.interfaces.find(
    ({ name }) => squeezed(name) === wanted || squeezed(spell(name)) === wanted,
  );
  return named ?? findInterface(device, typed);
}

function squeezed(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}
