/** What `<!-- block: word rest -->` on the line before a block says about it. */
export interface BlockNote {
  /** `not-run`, `output`, `schema`, … */
  readonly word: string;
  /** What follows the word; may be empty. */
  readonly rest: string;
}

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly file: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** The word after the fence; empty when there is none. */
  readonly language: string;
  readonly note: BlockNote | undefined;
  /** Without the fences and without their indentation. */
  readonly text: string;
}

const NOTE = /^\s*<!--\s*block:\s*(\S+)\s*(.*?)\s*-->\s*$/;

/** Every fenced block of a Markdown text, in order. Throws when a fence is not closed. */
export function codeBlocks(file: string, markdown: string): readonly CodeBlock[] {
  const lines = markdown.split('\n');
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const open = /^(\s*)(`{3,}|~{3,})\s*(\S*)/.exec(lines[at] ?? '');
    if (open === null) continue;
    const [, indent = '', fence = '', language = ''] = open;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    if (end < 0) throw new Error(`${file}:${at + 1}: the block is not closed`);
    const text = lines
      .slice(at + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n');
    blocks.push({ file, line: at + 1, language, note: noteBefore(lines, at), text });
    at = end;
  }
  return blocks;
}

/** The text with its blocks and comments blanked out, so that line numbers stay. */
export function withoutBlocks(file: string, markdown: string): string {
  const lines = markdown.split('\n');
  for (const { line, text } of codeBlocks(file, markdown)) {
    lines.fill('', line - 1, line + text.split('\n').length + 1);
  }
  return lines.join('\n').replace(/<!--[^]*?-->/g, '');
}

/** Where a block is, as an editor wants it. */
export function place({ file, line }: CodeBlock): string {
  return `${file}:${line}`;
}

function noteBefore(lines: readonly string[], at: number): BlockNote | undefined {
  const before = lines.slice(0, at).findLast((line) => line.trim() !== '');
  const [, word, rest = ''] = NOTE.exec(before ?? '') ?? [];
  return word === undefined ? undefined : { word, rest };
}
