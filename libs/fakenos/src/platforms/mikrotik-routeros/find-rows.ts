import { compileLinePattern } from '../../engine/line-pattern';
import type { ShellSession } from '../../engine/platform';
import type { MenuList } from './menu';
import type { Arguments, Condition } from './read-arguments';
import { readConditions } from './read-arguments';
import type { Row } from './row';
import { valueIn } from './row';

/** The rows for which all conditions hold. */
export function rowsWhere(
  rows: readonly Row[],
  conditions: readonly Condition[],
  { flags }: Pick<MenuList, 'flags'>,
): readonly Row[] {
  return rows.filter((row) => conditions.every((condition) => holds(row, condition, flags)));
}

/** What was printed last in a menu, so that numbers mean the same until the next time. */
export function rememberPrinted(session: ShellSession, path: string, rows: readonly Row[]): void {
  session.variables.set(printedKey(path), JSON.stringify(rows.map(keyOf)));
}

/** A line was replaced: its number goes on with the new one. */
export function followPrinted(session: ShellSession, path: string, from: string, to: string): void {
  const keys = printed(session, path)?.map((key) => (key === from ? to : key));
  if (keys) session.variables.set(printedKey(path), JSON.stringify(keys));
}

/**
 * The rows that `0,2`, `ether2`, `numbers=0` or `[find interface=ether2]` mean; undefined when one of them means nothing.
 */
export function rowsMeant(
  rows: readonly Row[],
  { items, find, values }: Arguments,
  { session, path, list }: { readonly session: ShellSession; readonly path: string; readonly list: MenuList },
): readonly Row[] | undefined {
  if (find !== undefined) return rowsWhere(rows, readConditions(find), list);
  const words = [...items, values.get('numbers') ?? ''].flatMap((word) => word.split(','));
  const meant = words
    .filter((word) => word !== '')
    .map((word) => rowMeant(rows, word, printed(session, path)));
  const known = meant.filter((row) => row !== undefined);
  return known.length === meant.length && known.length > 0 ? known : undefined;
}

function rowMeant(rows: readonly Row[], word: string, keys: readonly string[] | undefined): Row | undefined {
  if (!/^\d+$/.test(word)) return rows.find((row) => valueIn(row, 'name') === word);
  if (!keys) return rows[Number(word)];
  const key = keys[Number(word)];
  return rows.find((row) => keyOf(row) === key);
}

function holds(row: Row, { property, operator, value }: Condition, flags: MenuList['flags']): boolean {
  const own =
    property === 'default' ? yesOrNo(row.source?.line.startsWith('set')) : valueIn(row, property, flags);
  if (operator === '~') return own !== undefined && compileLinePattern(value)(own);
  return (own === value) === (operator === '=');
}

function yesOrNo(is: boolean | undefined): string {
  return is ? 'yes' : 'no';
}

function keyOf({ source, values }: Row): string {
  return source?.line ?? values.map((value) => value.join('=')).join(' ');
}

function printedKey(path: string): string {
  return `printed ${path}`;
}

function printed(session: ShellSession, path: string): readonly string[] | undefined {
  const text = session.variables.get(printedKey(path));
  if (text === undefined) return undefined;
  const keys: unknown = JSON.parse(text);
  return Array.isArray(keys) ? keys.map(String) : undefined;
}
