import type { ConfigNode } from '../../configuration/config-tree';
import { readArguments } from './read-arguments';

/** A line of an export: `add address=10.1.0.1/30 interface=ether2`, `set [ find default-name=ether2 ] mtu=9000`. */
export interface Entry {
  readonly verb: 'add' | 'set';
  /** What is set: `[ find default-name=ether2 ]`; absent for `add` and for menus that hold one thing. */
  readonly selector?: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Reads a line of the configuration; undefined for what is none of the two. */
export function readEntry({ text }: Pick<ConfigNode, 'text'>): Entry | undefined {
  const [, verb, rest = ''] = /^(add|set)(?:\s+(.*))?$/s.exec(text) ?? [];
  if (verb !== 'add' && verb !== 'set') return undefined;
  const { items, find, values } = readArguments(rest);
  const selector = find === undefined ? items[0] : `[ find ${find} ]`;
  return { verb, ...(selector !== undefined && { selector }), values };
}

/** Writes it as an export does: properties in alphabetical order. */
export function writeEntry({ verb, selector, values }: Entry): string {
  const properties = [...values]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${quoted(value)}`);
  return [verb, ...(selector === undefined ? [] : [selector]), ...properties].join(' ');
}

/** A value in quotes where it needs them. */
export function quoted(value: string): string {
  return /^[\w.:/,@*!%+-]+$/.test(value) ? value : `"${value.replace(/["\\$]/g, '\\$&')}"`;
}

/** What `[ find default-name=ether2 ]` finds by this property. */
export function selected({ selector }: Entry, property: string): string | undefined {
  return readArguments(/^\[ find (.*) \]$/.exec(selector ?? '')?.[1] ?? '').values.get(property);
}
