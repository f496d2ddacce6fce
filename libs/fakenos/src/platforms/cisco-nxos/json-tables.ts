/** Anything that NX-OS says in JSON; numbers are mostly text there. */
export type JsonValue = string | number | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A table as NX-OS nests it: of one row the row itself, of several a list, of none nothing. */
export function jsonTable(name: string, rows: readonly JsonValue[]): Readonly<Record<string, JsonValue>> {
  const [only] = rows;
  if (only === undefined) return {};
  return { [`TABLE_${name}`]: { [`ROW_${name}`]: rows.length === 1 ? only : rows } };
}
