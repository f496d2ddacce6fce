import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, codeBlocks } from './code-blocks';
import { markdownFiles, REPOSITORY } from './repository';

/** A Markdown file of the repository. */
export interface Page {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
}

/** Every page there is. Synchronous, because tests are made from it while they are collected. */
export function readPages(): readonly Page[] {
  return markdownFiles().map((file) => {
    const text = readFileSync(join(REPOSITORY, file), 'utf8').replaceAll('\r\n', '\n');
    return { file, text, blocks: codeBlocks(file, text) };
  });
}
