import type { Place } from '../yaml/data';

/** A single value: its text as YAML decodes it, before anything is made of it. */
export interface WrittenScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly text: string;
  /** Without quotes: only then can it be nothing, a number or a yes. */
  readonly plain: boolean;
}

/** A list. */
export interface WrittenList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Written[];
}

/** A mapping. `a.b: 1` is the entry `a` with a mapping `b: 1`; the same key may come several times. */
export interface WrittenMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: readonly WrittenEntry[];
}

/** A key, or one part of a dotted key, and what it holds. */
export interface WrittenEntry {
  readonly key: string;
  readonly place: Place;
  readonly value: Written;
}

/**
 * A topology as it is written: nothing is merged, so nothing is lost. What one reader of YAML lets a later
 * entry replace, another may keep; a judge has to see all of it.
 */
export type Written = WrittenScalar | WrittenList | WrittenMap;

/** Whether there is nothing: `r1:`, `~`. */
export function isNothing(value: Written): boolean {
  return value.kind === 'scalar' && value.plain && /^(?:~|null|Null|NULL|)$/.test(value.text);
}

/** The values under a key, of every mapping that is among the given ones. */
export function valuesOf(values: readonly Written[], key: string): Written[] {
  return values.flatMap((value) =>
    value.kind === 'map'
      ? value.entries.filter((entry) => entry.key === key).map((entry) => entry.value)
      : [],
  );
}
