/** Output cut where the screen is full. */
export interface Screen {
  readonly shown: string;
  readonly rest: string;
}

/** Cuts off as many whole lines of `text` as fit into `rows` rows of `columns` characters (0: lines never wrap). */
export function takeScreen(text: string, rows: number, columns: number): Screen {
  let at = 0;
  for (let used = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end + 1;
    const length = (end === -1 ? text.length : end) - at;
    used += columns > 0 ? Math.max(1, Math.ceil(length / columns)) : 1;
    if (used > rows && at > 0) break;
    at = next;
  }
  return { shown: text.slice(0, at), rest: text.slice(at) };
}
