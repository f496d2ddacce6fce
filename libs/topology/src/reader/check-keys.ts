import type { DataMap } from '../yaml/data';
import { isMap, lookUp } from '../yaml/data';
import { reportKey, type Draft } from './draft';
import { suggestion } from './identifiers';
import { TOPOLOGY_KEYS } from './known-keys';

/** Notes every key that is not known; keys with a leading `_` and those for Ansible pass, as netlab lets them. */
export function checkKeys(
  draft: Draft,
  map: DataMap,
  known: ReadonlySet<string>,
  kind: 'global' | 'node' | 'link' | 'interface',
  what: string,
  path: string,
): void {
  const extra = extraKeys(draft, kind);
  for (const key of Object.keys(map)) {
    if (known.has(key) || extra.has(key) || /^(?:_|netlab_|ansible_)/.test(key)) continue;
    const full = path === '' ? key : `${path}.${key}`;
    reportKey(draft, map, key, full, `unknown ${what}${suggestion(key, [...known, ...extra])}`);
  }
}

/** Refuses unknown keys at the top of the topology. */
export function checkTopologyKeys(draft: Draft): void {
  checkKeys(draft, draft.root, TOPOLOGY_KEYS, 'global', 'topology attribute', '');
  if (draft.root['includes'] !== undefined) {
    reportKey(draft, draft.root, 'includes', 'includes', 'cannot be used; use "_include"');
  }
}

const extraKeysOf = new WeakMap<Draft, Map<string, ReadonlySet<string>>>();

/** Attributes that the topology's own plugins and `defaults.attributes` add; collected once, asked for every link. */
function extraKeys(draft: Draft, kind: string): ReadonlySet<string> {
  let kinds = extraKeysOf.get(draft);
  if (kinds === undefined) extraKeysOf.set(draft, (kinds = new Map<string, ReadonlySet<string>>()));
  let keys = kinds.get(kind);
  if (keys === undefined) kinds.set(kind, (keys = collectExtraKeys(draft, kind)));
  return keys;
}

function collectExtraKeys(draft: Draft, kind: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const plugins = draft.root['plugin'] ?? null;
  for (const plugin of Array.isArray(plugins) ? plugins : [plugins]) {
    if (typeof plugin === 'string') for (const part of [plugin, ...plugin.split(/[._-]/)]) keys.add(part);
  }
  for (const path of [`attributes.${kind}`, ...(kind === 'interface' ? ['attributes.link'] : [])]) {
    const added = lookUp(draft.defaults, path) ?? null;
    if (isMap(added)) Object.keys(added).forEach((key) => keys.add(key));
    if (Array.isArray(added)) added.forEach((key) => typeof key === 'string' && keys.add(key));
  }
  for (const group of ['providers', 'outputs', 'tools', 'devices']) {
    const added = draft.defaults[group];
    if (isMap(added)) Object.keys(added).forEach((key) => keys.add(key));
  }
  if (kind === 'global') {
    const tools = draft.root['tools'];
    if (isMap(tools)) Object.keys(tools).forEach((key) => keys.add(key));
  }
  return keys;
}
