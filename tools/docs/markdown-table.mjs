/**
 * A table in Markdown.
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows a `|` in a cell is escaped
 * @returns {string}
 */
export function markdownTable(header, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * Words in code font, separated by commas.
 * @param {readonly string[]} words
 * @returns {string}
 */
export function codeList(words) {
  return words.map((word) => `\`${word}\``).join(', ');
}
