/** A place in a text. */
export interface TextPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Whether the whole path is written there, not only the beginning of it. */
  readonly isWhole: boolean;
}

/** Lines of the text, from the first to before the last, in which an element is; `column` is 0-based, on the first. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

/**
 * The place of an element such as `nodes.r1.device` or `links[3]` in a topology, as near as plain text tells: where a
 * part of the path is not written out, that of the part before it. Undefined when not even the first part is there.
 */
export function findElement(text: string, path: string): TextPlace | undefined {
  const lines = text.split(/\r?\n/);
  const [first = '', ...parts] = path.split(/[.[\]]+/).filter((part) => part !== '');
  const line = lines.findIndex((one) => keyAt(one, first, 0) === indentOf(one) && indentOf(one) === 0);
  if (line < 0) return undefined;
  let range = blockAt(lines, line, 0, first);
  let place: TextPlace = { line: line + 1, column: 1, isWhole: parts.length === 0 };
  for (const [index, part] of parts.entries()) {
    const found = /^\d+$/.test(part) ? findItem(lines, range, Number(part)) : findKey(lines, range, part);
    if (!found) break;
    range = found;
    place = { line: found.from + 1, column: found.column + 1, isWhole: index === parts.length - 1 };
  }
  return place;
}

function findKey(lines: readonly string[], range: Range, key: string): Range | undefined {
  for (let line = range.from; line < range.to; line += 1) {
    const text = lines[line] ?? '';
    const column = keyAt(text, key, line === range.from ? range.column : 0);
    if (column < 0) continue;
    const written = text.slice(0, column).trim();
    const isBlock = written === '' || written === '-';
    return isBlock ? { ...blockAt(lines, line, column, key), column } : { from: line, to: line + 1, column };
  }
  return undefined;
}

/** The item of a list in block style, 1-based as netlab counts. */
function findItem(lines: readonly string[], range: Range, position: number): Range | undefined {
  const items: number[] = [];
  let indent: number | undefined;
  for (let line = range.from + 1; line < range.to; line += 1) {
    const text = lines[line] ?? '';
    if (!/^\s*-(\s|$)/.test(text)) continue;
    indent ??= indentOf(text);
    if (indentOf(text) === indent) items.push(line);
  }
  const from = items[position - 1];
  if (from === undefined) return undefined;
  return { from, to: items[position] ?? range.to, column: indent ?? 0 };
}

/** What is written below a key: all lines further to the right; a list may begin right below it. */
function blockAt(lines: readonly string[], line: number, column: number, key: string): Range {
  const isOutside = (text: string): boolean =>
    text.trim() !== '' &&
    !/^\s*#/.test(text) &&
    indentOf(text) <= column &&
    !(indentOf(text) === column && /^\s*-(\s|$)/.test(text));
  const rest = lines.slice(line + 1).findIndex(isOutside);
  return { from: line, to: rest < 0 ? lines.length : line + 1 + rest, column: column + key.length };
}

/** Where the key begins, written as `key:`, `"key":` or as a part of `a.key.b:`. */
function keyAt(text: string, key: string, from: number): number {
  for (let at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
    const before = text.slice(0, at);
    const isWhole = /(^|[\s{,.["'-])$/.test(before) && /^["']?\s*(:|\.\w)/.test(text.slice(at + key.length));
    if (isWhole && !before.includes('#')) return /["']$/.test(before) ? at - 1 : at;
  }
  return -1;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
