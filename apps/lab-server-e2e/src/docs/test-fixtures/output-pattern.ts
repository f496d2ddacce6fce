/**
 * Matches what a documented output stands for: `…` is any text within a line, a line that is only `…` any number of
 * lines; white space at the ends of lines does not count.
 */
export function outputPattern(documented: string): RegExp {
  const lines = documented.trim().split('\n');
  const source = lines.map((line) =>
    line.trim() === '…' ? '(?:.*\\n)*?' : `${escaped(line.trimEnd()).replaceAll('…', '.*')}[ \\t]*(?:\\n|$)`,
  );
  return new RegExp(`^\\s*${source.join('')}\\s*$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
