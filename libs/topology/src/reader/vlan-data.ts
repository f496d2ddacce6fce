import { emptyMap, isMap, type Data, type DataMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import type { Draft } from './draft';
import type { VlanPlan } from './vlan-plan';

/** Attributes of a VLAN that say nothing about its links. */
export const NOT_FOR_LINKS: readonly string[] = [
  'id',
  'vni',
  'mode',
  'prefix',
  'evpn',
  'stp',
  'lag',
  'links',
];

/** What a link or an end says of VLANs. */
export function vlanOf(data: DataMap): DataMap | undefined {
  const vlan = data['vlan'];
  return isMap(vlan) ? vlan : undefined;
}

/** `trunk: [ red, blue ]` is `trunk: { red: {}, blue: {} }`. */
export function normalizedVlan(draft: Draft, data: DataMap): DataMap | undefined {
  const vlan = vlanOf(data);
  if (vlan === undefined) return undefined;
  const copy = draft.places.copy(vlan);
  const trunk: Data = copy['trunk'] ?? null;
  if (!Array.isArray(trunk)) return copy;
  const map = emptyMap();
  for (const name of trunk) if (typeof name === 'string') map[name] = null;
  copy['trunk'] = map;
  return copy;
}

/** Gives a link what its VLAN says and it does not say itself. */
export function copyVlanAttributes(draft: Draft, plan: VlanPlan, data: DataMap, name: string): void {
  const vlan = plan.global.get(name)?.data ?? emptyMap();
  for (const [key, value] of Object.entries(vlan)) {
    if (NOT_FOR_LINKS.includes(key)) continue;
    const known = data[key];
    if (known === undefined) data[key] = draft.places.copy(value);
    else if (isMap(known) && isMap(value)) data[key] = draft.places.merge(value, known);
  }
}

/** Addresses are written with the VLAN of the node, since its ports have none. */
export function nodeAddresses(plan: VlanPlan, name: string, node: BuiltNode): DataMap {
  const settings = plan.settings(name, node);
  const data = emptyMap();
  for (const family of ['ipv4', 'ipv6']) if (settings[family] !== undefined) data[family] = settings[family];
  return data;
}

/** An end that only bridges has no addresses. */
export function bridged(data: DataMap, mode: string): DataMap {
  if (mode !== 'bridge') return data;
  const result: DataMap = Object.assign(emptyMap(), data);
  result['ipv4'] = false;
  result['ipv6'] = false;
  return result;
}
