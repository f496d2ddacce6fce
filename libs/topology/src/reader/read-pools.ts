import { AddressPools, type PoolDefinition } from '../addressing/address-pools';
import { FAMILIES, addressBits, parseNetwork } from '../addressing/ip';
import { emptyMap, isMap, lookUp, textOf, typeName, type Data, type DataMap } from '../yaml/data';
import { reportKey, reportValue, type Draft } from './draft';
import { suggestion } from './identifiers';
import { POOL_KEYS } from './known-keys';

/** netlab's own pools. */
const DEFAULT_POOLS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  loopback: { ipv4: '10.0.0.0/24', prefix: 32 },
  lan: { ipv4: '172.16.0.0/16', prefix: 24 },
  p2p: { ipv4: '10.1.0.0/16', prefix: 30 },
  router_id: { ipv4: '10.0.0.0/24', prefix: 32 },
  mgmt: { ipv4: '192.168.121.0/24', start: 100, mac: 'CA-FE-00-00-00-00' },
  l2only: {},
  vrf_loopback: { ipv4: '10.2.0.0/24', prefix: 32 },
};

/** Longest IPv6 prefix that still has room for /64 links. */
const MAX_IPV6_POOL_LENGTH = 56;

/** The address pools of a topology: netlab's, changed by `defaults.addressing` and `addressing`. */
export function readPools(draft: Draft): AddressPools {
  const pools = emptyMap();
  for (const [name, pool] of Object.entries(DEFAULT_POOLS)) pools[name] = Object.assign(emptyMap(), pool);
  const legacy: readonly [string, string, string][] = [
    ['lan', 'ipv4', 'lan'],
    ['lan', 'prefix', 'lan_subnet'],
    ['p2p', 'prefix', 'p2p_subnet'],
  ];
  for (const [pool, key, name] of legacy) {
    const value = draft.defaults[name];
    if (value !== undefined && key === 'prefix')
      pools[pool] = Object.assign(emptyMap(), DEFAULT_POOLS[pool], { [key]: value });
  }
  const providers = lookUp(draft.defaults, `providers.${textOf(draft.root['provider'])}.addressing`);
  let merged = isMap(providers) ? draft.places.merge(pools, providers) : pools;
  for (const [container, path] of [
    [draft.defaults, 'defaults.addressing'],
    [draft.root, 'addressing'],
  ] as const) {
    const written = container['addressing'] ?? null;
    if (isMap(written)) merged = draft.places.merge(merged, written);
    else if (written !== null)
      reportValue(
        draft,
        container,
        'addressing',
        path,
        `must be a mapping of pools, not ${typeName(written)}`,
      );
  }
  return new AddressPools(new Map(Object.keys(merged).map((name) => [name, readPool(draft, merged, name)])));
}

function readPool(draft: Draft, pools: DataMap, name: string): PoolDefinition {
  const path = `addressing.${name}`;
  const value = pools[name] ?? null;
  const pool = typeof value === 'string' && value !== '' ? stringPool(draft, pools, name, value) : value;
  if (pool === null || pool === '') return {};
  if (!isMap(pool)) {
    reportValue(draft, pools, name, path, `must be a prefix or a mapping, not ${typeName(pool)}`);
    return {};
  }
  for (const key of Object.keys(pool)) {
    if (!POOL_KEYS.has(key) && !key.startsWith('_')) {
      reportKey(draft, pool, key, `${path}.${key}`, `unknown pool attribute${suggestion(key, POOL_KEYS)}`);
    }
  }
  const definition: { -readonly [Key in keyof PoolDefinition]: PoolDefinition[Key] } = {};
  if (pool['unnumbered'] !== undefined) definition.unnumbered = pool['unnumbered'] === true;
  if (typeof pool['allocation'] === 'string') definition.allocation = pool['allocation'];
  if (pool['mac'] !== undefined) definition.mac = pool['mac'];
  for (const family of definition.unnumbered === undefined ? FAMILIES : []) {
    const network = readPoolNetwork(draft, pool, family, path);
    if (network !== undefined) definition[family] = network;
  }
  const number = (key: string, min: number, max: number): number | undefined => {
    const found = pool[key];
    if (found === undefined) return undefined;
    if (typeof found === 'number' && Number.isInteger(found) && found >= min && found <= max) return found;
    reportValue(draft, pool, key, `${path}.${key}`, `must be a whole number from ${min} to ${max}`);
    return undefined;
  };
  const prefix =
    number('prefix', 1, 32) ??
    (definition.ipv4 === undefined ? undefined : name.includes('loopback') ? 32 : 24);
  if (prefix !== undefined) definition.prefix = prefix;
  const prefix6 = number('prefix6', 1, 128);
  if (prefix6 !== undefined) definition.prefix6 = prefix6;
  const start = number('start', 0, 2 ** 31);
  if (start !== undefined) definition.start = start;
  checkSizes(draft, pool, name, definition);
  return definition;
}

function stringPool(draft: Draft, pools: DataMap, name: string, value: string): DataMap {
  const pool = emptyMap();
  pool['ipv4'] = value;
  const place = draft.places.ofValue(pools, name);
  if (place !== undefined) draft.places.placeEntry(pool, 'ipv4', place);
  return pool;
}

function readPoolNetwork(draft: Draft, pool: DataMap, family: 'ipv4' | 'ipv6', path: string) {
  const value: Data = pool[family] ?? null;
  if (value === null || value === '' || value === false) return undefined;
  if (value === true) return true;
  const network = typeof value === 'string' ? parseNetwork(value) : undefined;
  if (network?.family === family) return network;
  reportValue(
    draft,
    pool,
    family,
    `${path}.${family}`,
    `${JSON.stringify(value)} is no ${family === 'ipv4' ? 'IPv4' : 'IPv6'} prefix without host bits`,
  );
  return undefined;
}

function checkSizes(
  draft: Draft,
  pool: DataMap,
  name: string,
  { ipv4, ipv6, prefix, prefix6 }: PoolDefinition,
): void {
  if (typeof ipv4 === 'object' && name !== 'mgmt' && prefix !== undefined && prefix < ipv4.prefixLength) {
    reportValue(
      draft,
      pool,
      'prefix' in pool ? 'prefix' : 'ipv4',
      `addressing.${name}`,
      `the pool is a /${ipv4.prefixLength} and cannot give out /${prefix} prefixes`,
    );
  }
  if (typeof ipv6 !== 'object' || name === 'mgmt') return;
  const length = Math.min(prefix6 ?? 64, addressBits('ipv6'));
  if (ipv6.prefixLength > MAX_IPV6_POOL_LENGTH || length < ipv6.prefixLength) {
    reportValue(
      draft,
      pool,
      'ipv6',
      `addressing.${name}.ipv6`,
      `an IPv6 pool is a /${MAX_IPV6_POOL_LENGTH} or shorter`,
    );
  }
}
