/** A table in a frame, its header centred; columns are as wide as their widest cell. */
export function boxedTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const rule = (stroke: string) => `+${widths.map((width) => stroke.repeat(width + 2)).join('+')}+`;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const titles = header.map((title, column) => centred(title, widths[column] ?? 0));
  const body = rows.map((cells) => line(widths.map((width, column) => (cells[column] ?? '').padEnd(width))));
  return [rule('-'), line(titles), rule('='), ...body, rule('-')];
}

function centred(text: string, width: number): string {
  return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
}
