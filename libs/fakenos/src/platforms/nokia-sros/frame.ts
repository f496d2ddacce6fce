const DOUBLE = '='.repeat(79);
const SINGLE = '-'.repeat(79);

/** What SR OS puts around a table: a title, a header that may have several lines, rows, and what it says at the end. */
export interface Frame {
  readonly title: string;
  readonly header?: readonly string[];
  readonly rows: readonly string[];
  readonly footer?: readonly string[];
}

/** The table in its frame. */
export function framed({ title, header = [], rows, footer = [] }: Frame): string {
  return [
    DOUBLE,
    title,
    DOUBLE,
    ...(header.length > 0 ? [...header, SINGLE] : []),
    ...rows,
    ...(footer.length > 0 ? [SINGLE, ...footer] : []),
    DOUBLE,
  ].join('\n');
}

/** `System Name            : r1` */
export function field(name: string, value: string | number): string {
  return `${name.padEnd(23)}: ${value}`;
}
