import type { Mapping } from '../inspect/mapping';
import { textOf } from './data';

/** The fields of a model that say what addresses an interface or a neighbor has. */
export interface Addresses {
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly unnumbered?: readonly ('ipv4' | 'ipv6')[];
}

const FAMILIES = ['ipv4', 'ipv6'] as const;

/** Reads both families: an address, or `true` for a family without one. */
export function readAddresses(data: Mapping): Addresses {
  const ipv4 = textOf(data['ipv4']);
  const ipv6 = textOf(data['ipv6']);
  const unnumbered = FAMILIES.filter((family) => data[family] === true);
  return {
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
    ...(unnumbered.length > 0 ? { unnumbered } : {}),
  };
}
