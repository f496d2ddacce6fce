import { FakeNosError } from '../errors';

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/;

/** Refuses with `invalid_name` what cannot stand in a path of the API. */
export function checkNetworkName(network: string): void {
  if (NAME.test(network)) return;
  const message = `A network cannot be called ${JSON.stringify(network.slice(0, 80))}. Use up to 63 letters, digits, _, - and dots, a letter, a digit or _ first.`;
  throw new FakeNosError('invalid_name', message);
}
