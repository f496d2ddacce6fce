import type { Data } from '../yaml/data';
import { FAMILIES, addressBits, networkSize, type Family, type IpNetwork } from './ip';

/** What a pool hands out for one link: a prefix per family, or true for an unnumbered family. */
export interface PoolPrefix {
  readonly ipv4?: IpNetwork | boolean;
  readonly ipv6?: IpNetwork | boolean;
  readonly unnumbered?: boolean;
  readonly allocation?: string;
}

/** A pool as the topology defines it, checked. */
export interface PoolDefinition {
  readonly ipv4?: IpNetwork | boolean;
  readonly ipv6?: IpNetwork | boolean;
  /** Length of the IPv4 prefixes handed out. */
  readonly prefix?: number;
  /** Length of the IPv6 prefixes handed out. */
  readonly prefix6?: number;
  readonly unnumbered?: boolean;
  readonly allocation?: string;
  /** First host of the management pool. */
  readonly start?: number;
  readonly mac?: Data;
}

interface Supply {
  readonly network: IpNetwork;
  readonly length: number;
  next: bigint;
  /** What has been counted through, as runs of neighbors. */
  readonly taken: { readonly first: bigint; count: bigint }[];
}

/** The pools of one topology; they hand out prefixes in the order they are asked, as netlab does. */
export class AddressPools {
  readonly #definitions: ReadonlyMap<string, PoolDefinition>;
  readonly #supplies = new Map<string, Partial<Record<Family, Supply>>>();

  constructor(definitions: ReadonlyMap<string, PoolDefinition>) {
    this.#definitions = definitions;
    for (const [name, pool] of definitions) {
      const supplies: Partial<Record<Family, Supply>> = {};
      for (const family of FAMILIES) {
        const network = pool[family];
        if (network === undefined || typeof network === 'boolean') continue;
        const length = (family === 'ipv4' ? pool.prefix : (pool.prefix6 ?? 64)) ?? 24;
        const skipsFirst = name === 'loopback' || (family === 'ipv4' ? length === 32 : length >= 127);
        supplies[family] = { network, length, next: skipsFirst ? 1n : 0n, taken: [] };
      }
      this.#supplies.set(name, supplies);
    }
  }

  /** Whether there is a pool of this name. */
  has(name: string): boolean {
    return this.#definitions.has(name);
  }

  /** The pool of this name as it was defined. */
  definition(name: string): PoolDefinition | undefined {
    return this.#definitions.get(name);
  }

  /** Names of all pools. */
  names(): string[] {
    return [...this.#definitions.keys()];
  }

  /**
   * The next prefixes of a pool, or its n-th (counted from 1).
   *
   * @returns the prefixes, and the families that have run out
   */
  take(name: string, nth?: number): { prefix: PoolPrefix; exhausted: Family[] } {
    const pool = this.#definitions.get(name) ?? {};
    const prefix: { ipv4?: IpNetwork | boolean; ipv6?: IpNetwork | boolean } = {};
    const exhausted: Family[] = [];
    for (const family of FAMILIES) {
      const fixed = pool[family];
      if (typeof fixed === 'boolean') prefix[family] = fixed;
      const supply = this.#supplies.get(name)?.[family];
      if (supply === undefined) continue;
      const network = nth === undefined ? nextOf(supply) : nthOf(supply, nth);
      if (network === undefined) exhausted.push(family);
      else prefix[family] = network;
    }
    const { unnumbered, allocation } = pool;
    return {
      prefix: {
        ...prefix,
        ...(unnumbered === undefined ? {} : { unnumbered }),
        ...(allocation === undefined ? {} : { allocation }),
      },
      exhausted,
    };
  }
}

function nextOf(supply: Supply): IpNetwork | undefined {
  const size = 1n << BigInt(addressBits(supply.network.family) - supply.length);
  if ((supply.next + 1n) * size > networkSize(supply.network)) return undefined;
  const network = {
    family: supply.network.family,
    address: supply.network.address + supply.next * size,
    prefixLength: supply.length,
  };
  supply.next += 1n;
  return network;
}

/** netlab keeps what it has counted through, so that the n-th stays the same whoever asks first. */
function nthOf(supply: Supply, nth: number): IpNetwork | undefined {
  const { network, length, taken } = supply;
  const size = 1n << BigInt(addressBits(network.family) - length);
  const wanted = BigInt(nth);
  const missing = wanted - taken.reduce((sum, run) => sum + run.count, 0n);
  if (missing > 0n) {
    const left = networkSize(network) / size - supply.next;
    const count = left < missing ? (left < 0n ? 0n : left) : missing;
    const last = taken.at(-1);
    if (last !== undefined && last.first + last.count === supply.next) last.count += count;
    else taken.push({ first: supply.next, count });
    supply.next += count;
    if (count < missing) return undefined;
  }
  let before = 0n;
  for (const { first, count } of taken) {
    if (wanted <= before + count)
      return {
        family: network.family,
        address: network.address + (first + wanted - before - 1n) * size,
        prefixLength: length,
      };
    before += count;
  }
  return undefined;
}
