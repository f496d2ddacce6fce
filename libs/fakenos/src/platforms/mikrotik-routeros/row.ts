/** What `print` shows as one item. */
export interface Row {
  /** Properties in the order in which `print detail` shows them. */
  readonly values: readonly (readonly [string, string])[];
  /** Letters: `X` disabled, `D` dynamic, `R` running, … */
  readonly flags?: string;
  readonly comment?: string | undefined;
  /** What of the configuration it is; absent for what came about by itself. */
  readonly source?: RowSource;
}

/** The line of the configuration that an item is: where it stands, and what it says. */
export interface RowSource {
  /** The menu it is exported under: `/interface ethernet`. */
  readonly section: string;
  readonly line: string;
}

/** The flags of a menu, column by column from the left, each with the letters that may stand in it. */
export type FlagColumns = readonly Readonly<Record<string, string>>[];

/** A property of a row, or a flag by its name (`disabled`, `dynamic`); undefined when it has none. */
export function valueIn(row: Row, property: string, flags: FlagColumns = []): string | undefined {
  if (property === 'comment') return row.comment;
  const own = row.values.find(([name]) => name === property);
  if (own) return own[1];
  for (const [letter, word] of flags.flatMap((column) => Object.entries(column))) {
    if (word === property) return row.flags?.includes(letter) ? 'yes' : 'no';
  }
  return undefined;
}
