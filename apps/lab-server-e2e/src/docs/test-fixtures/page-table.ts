import { withoutBlocks } from './code-blocks';
import { readPages } from './documentation';

/** The rows of the first table below a heading, as cells without the white space around them. */
export function pageTable(file: string, heading: string): readonly (readonly string[])[] {
  const page = readPages().find((each) => each.file === file);
  if (page === undefined) throw new Error(`There is no page ${file}.`);
  const lines = withoutBlocks(file, page.text).split('\n');
  const begin = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
  const first = lines.findIndex((line, index) => begin >= 0 && index > begin && line.startsWith('|'));
  if (first < 0) throw new Error(`${file} has no table below "${heading}".`);
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
