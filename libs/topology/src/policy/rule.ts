import type { ScalarKind } from './scalar-kind';

/** What a place of a topology may hold. Nothing at all (`r1:`) may be everywhere. Sets refer to each other, so they are functions. */
export interface Rule {
  /** Kinds of single values. */
  readonly scalars: readonly ScalarKind[];
  /** A list, and what its items are. */
  readonly items?: () => Rule;
  /** A mapping, and the keys it may have. */
  readonly keys?: () => Table;
  /** Keys of a mapping that the author chooses. */
  readonly names?: NameRule;
  /** Why other keys are refused here. */
  readonly why?: string;
}

/** Keys and what they hold. */
export type Table = Readonly<Record<string, Rule>>;

/** Keys that are names, and what they hold. */
export interface NameRule {
  readonly kind: ScalarKind;
  readonly rule: () => Rule;
  /** Only names of nodes that the topology declares. */
  readonly declared?: true;
}

/** A single value of one of these kinds. */
export const scalar = (...scalars: readonly ScalarKind[]): Rule => ({ scalars });

/** A list of single values, or one of them. */
export const listOf = (...scalars: readonly ScalarKind[]): Rule => ({ scalars, items: () => ({ scalars }) });

/** A mapping with these keys, or a single value of one of the kinds. */
export const mapOf = (keys: Table, ...scalars: readonly ScalarKind[]): Rule => ({
  scalars,
  keys: () => keys,
});

/** A mapping with keys of the author's choice. */
export const namesOf = (kind: ScalarKind, rule: () => Rule): Rule => ({ scalars: [], names: { kind, rule } });
