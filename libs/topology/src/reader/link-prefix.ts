import type { AddressPools, PoolPrefix } from '../addressing/address-pools';
import { FAMILIES, parseNetwork, type Family } from '../addressing/ip';
import { isMap, typeName, type DataMap, type Place } from '../yaml/data';
import { reportKey, reportValue, type Draft } from './draft';
import { suggestion } from './identifiers';

const PREFIX_KEYS: readonly string[] = ['ipv4', 'ipv6', 'allocation', 'pool'];

/** Gives links and VLANs their prefixes: a written one, a named one, or the next of a pool. */
export class LinkPrefixes {
  readonly #named = new Map<string, PoolPrefix>();

  constructor(
    private readonly draft: Draft,
    private readonly pools: AddressPools,
  ) {
    this.#readNamed();
  }

  /**
   * The prefix of a link.
   *
   * @param data - attributes of the link or VLAN
   * @param candidates - pools to try after the link's own `pool` or `role`
   * @returns undefined for a link without addresses
   */
  assign(
    data: DataMap,
    candidates: readonly string[],
    path: string,
    place: Place | undefined,
  ): PoolPrefix | undefined {
    const { draft } = this;
    let written: PoolPrefix = {};
    if ('prefix' in data) {
      if (data['prefix'] === false) return undefined;
      const parsed = this.#readPrefix(data, 'prefix', `${path}.prefix`);
      if (parsed === undefined) return undefined;
      if (parsed.ipv4 !== undefined || parsed.ipv6 !== undefined) return parsed;
      written = parsed;
    }
    if (data['unnumbered'] !== undefined) return { unnumbered: true };
    const pool = data['pool'] ?? null;
    if (typeof pool === 'string' && !this.pools.has(pool)) {
      const message = `unknown address pool '${pool}'${suggestion(pool, this.pools.names())}`;
      reportValue(draft, data, 'pool', `${path}.pool`, message, this.pools.names());
      return undefined;
    }
    const first = pool ?? data['role'] ?? null;
    const name = [...(typeof first === 'string' ? [first] : []), ...candidates].find((candidate) =>
      this.pools.has(candidate),
    );
    if (name === undefined) return written;
    const { prefix, exhausted } = this.pools.take(name);
    for (const family of exhausted)
      draft.problems.add(place, path, `the pool '${name}' has no ${family} prefix left`);
    return { ...prefix, ...written };
  }

  /** Named prefixes that come from pools get theirs first, in the order of the file. */
  #readNamed(): void {
    const named = this.draft.root['prefix'] ?? null;
    if (named === null) return;
    if (!isMap(named)) {
      reportValue(
        this.draft,
        this.draft.root,
        'prefix',
        'prefix',
        `must be a mapping of prefixes, not ${typeName(named)}`,
      );
      return;
    }
    for (const [name, value] of Object.entries(named)) {
      const path = `prefix.${name}`;
      const pool = isMap(value) ? value['pool'] : undefined;
      if (isMap(value) && typeof pool === 'string') {
        if (!this.pools.has(pool))
          reportValue(
            this.draft,
            value,
            'pool',
            `${path}.pool`,
            `unknown address pool '${pool}'`,
            this.pools.names(),
          );
        const { prefix } = this.pools.take(pool);
        this.#named.set(name, { ...prefix, ...allocationOf(value) });
      } else {
        const prefix = this.#readPrefix(named, name, path);
        if (prefix !== undefined) this.#named.set(name, prefix);
      }
    }
  }

  #readPrefix(container: DataMap, key: string, path: string): PoolPrefix | undefined {
    const value = container[key] ?? null;
    if (typeof value === 'string') {
      const named = this.#named.get(value);
      if (named !== undefined) return named;
      const ipv4 = parseNetwork(value);
      if (ipv4?.family === 'ipv4') return { ipv4 };
      reportValue(
        this.draft,
        container,
        key,
        path,
        `${JSON.stringify(value)} is neither an IPv4 prefix without host bits nor the name of one`,
      );
      return undefined;
    }
    if (value === null) return {};
    if (!isMap(value)) {
      reportValue(
        this.draft,
        container,
        key,
        path,
        `must be a prefix, a mapping or false, not ${typeName(value)}`,
      );
      return undefined;
    }
    for (const name of Object.keys(value)) {
      if (PREFIX_KEYS.includes(name) || name.startsWith('_')) continue;
      const hint = suggestion(name, PREFIX_KEYS);
      reportKey(this.draft, value, name, `${path}.${name}`, `unknown prefix attribute${hint}`);
    }
    const prefix: { ipv4?: PoolPrefix['ipv4']; ipv6?: PoolPrefix['ipv6'] } = {};
    for (const family of FAMILIES) {
      const found = this.#readFamily(value, family, path);
      if (found !== undefined) prefix[family] = found;
    }
    return { ...prefix, ...allocationOf(value) };
  }

  #readFamily(value: DataMap, family: Family, path: string): PoolPrefix[Family] {
    const written = value[family] ?? null;
    if (written === null || typeof written === 'boolean') return written ?? undefined;
    const network = typeof written === 'string' ? parseNetwork(written) : undefined;
    if (network?.family === family) return network;
    const what = family === 'ipv4' ? 'IPv4' : 'IPv6';
    reportValue(
      this.draft,
      value,
      family,
      `${path}.${family}`,
      `${JSON.stringify(written)} is no ${what} prefix without host bits`,
    );
    return undefined;
  }
}

function allocationOf(value: DataMap): { allocation?: string } {
  const allocation = value['allocation'];
  return typeof allocation === 'string' ? { allocation } : {};
}
