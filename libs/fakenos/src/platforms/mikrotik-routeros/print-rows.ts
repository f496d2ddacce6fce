import type { FlagColumns, Row } from './row';
import { valueIn } from './row';

/** How a menu is laid out. */
export interface RowLayout {
  readonly generation: 6 | 7;
  readonly flags: FlagColumns;
  /** The properties that the table has columns for. */
  readonly columns: readonly string[];
  /** Characters of a line, for `detail`. */
  readonly width: number;
  /** Further properties whose values stand in quotes in `detail`. */
  readonly quoted?: readonly string[];
}

/** Properties whose values stand in quotes in `detail`. */
const QUOTED: readonly string[] = [
  ...['name', 'default-name', 'type', 'identity', 'platform', 'version', 'software-id', 'board'],
  ...['interface-name', 'system-description', 'from-pool', 'in-filter', 'out-filter', 'tcp-md5-key'],
];

/** `print`, `print brief`: a table. */
export function printTable(rows: readonly Row[], layout: RowLayout): string {
  const { columns, generation, flags } = layout;
  const starts = startsOf(rows, layout);
  const titles = columns.map((name) => name.toUpperCase());
  const cells = rows.map((row) => columns.map((name) => valueIn(row, name) ?? ''));
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const gap = generation === 7 ? '  ' : ' ';
  const line = (values: readonly string[]) =>
    values.map((value, at) => value.padEnd(widths[at] ?? 0)).join(gap);
  const start = `${generation === 7 ? '#' : ' #'} ${' '.repeat(flags.length)}${flags.length > 0 ? ' ' : ''}`;
  const body = rows.flatMap(({ comment }, at) =>
    aside(starts[at] ?? '', [...(comment === undefined ? [] : [`;;; ${comment}`]), line(cells[at] ?? [])]),
  );
  const columnsLine = generation === 7 ? [`Columns: ${titles.join(', ')}`] : [];
  return [...legend(rows, layout), ...columnsLine, `${start}${line(titles)}`, ...body]
    .map((text) => text.trimEnd())
    .join('\n');
}

/** `print detail`: everything, over several lines where it has to be. */
export function printDetail(rows: readonly Row[], layout: RowLayout): string {
  const quoted = [...QUOTED, ...(layout.quoted ?? [])];
  const starts = startsOf(rows, layout);
  const body = rows.flatMap(({ comment, values }, at) => {
    const start = starts[at] ?? '';
    const words = values.map(([name, value]) =>
      quoted.includes(name) || value === '' ? `${name}="${value}"` : `${name}=${value}`,
    );
    const lines = wrapped(words, layout.width - start.length - 1);
    return [...aside(start, [...(comment === undefined ? [] : [`;;; ${comment}`]), ...lines]), ''];
  });
  return [...legend(rows, layout), ...body].join('\n');
}

/** `print terse`: everything on one line each, without legend. */
export function printTerse(rows: readonly Row[], layout: RowLayout): string {
  const starts = startsOf(rows, layout);
  return rows
    .map(({ comment, values }, at) => {
      const all = [...(comment === undefined ? [] : [['comment', comment] as const]), ...values];
      const words = all.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
      return `${starts[at] ?? ''}${words.join(' ')} \n`;
    })
    .join('');
}

/** What the letters mean; RouterOS 7 explains only those that are shown. */
function legend(rows: readonly Row[], { flags, generation }: RowLayout): readonly string[] {
  const words = flags.map((column) => Object.entries(column));
  if (generation === 6) {
    const all = words.flat().map(([letter, word]) => `${letter} - ${word}`);
    return all.length === 0 ? [] : [`Flags: ${all.join(', ')}`];
  }
  const shown = words
    .map((column) =>
      column
        .filter(([letter]) => rows.some((row) => row.flags?.includes(letter)))
        .map(([letter, word]) => `${letter} - ${word.toUpperCase()}`)
        .join(', '),
    )
    .filter((text) => text !== '');
  return shown.length === 0 ? [] : [`Flags: ${shown.join('; ')}`];
}

/** The number and the flags of each row, and the blank after them. */
function startsOf(rows: readonly Row[], { generation, flags }: RowLayout): readonly string[] {
  const width = generation === 6 ? 2 : String(Math.max(0, rows.length - 1)).length;
  return rows.map((row, at) => {
    const letters = flags
      .map((column) => Object.keys(column).find((letter) => row.flags?.includes(letter)) ?? ' ')
      .join('');
    return `${String(at).padStart(width)} ${letters}${letters === '' ? '' : ' '}`;
  });
}

/** The lines of an item, the first behind its number, the others below it. */
function aside(start: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${start}${first}`, ...others.map((text) => `${' '.repeat(start.length)}${text}`)];
}

function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
