/**
 * Lines of a table with a header, columns padded to their widest cell.
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 * @returns {string[]}
 */
export function textTable(header, rows) {
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}
