import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isKind } from './test-fixtures/block-kinds';
import type { CodeBlock } from './test-fixtures/code-blocks';
import { place } from './test-fixtures/code-blocks';
import { readPages } from './test-fixtures/documentation';
import { startDocumentedServer } from './test-fixtures/documented-server';
import { outputPattern } from './test-fixtures/output-pattern';
import { runShellBlocks } from './test-fixtures/shell-page';
import { isGuide } from './test-fixtures/repository';

const pages = readPages().flatMap(({ file, blocks }) => {
  const shell = blocks.filter((block) => isKind(block, 'shell'));
  return isGuide(file) && shell.length > 0 ? [{ file, blocks, shell }] : [];
});

/** All that is asked of a machine is Node and npm; where CI runs, curl must be there as well. */
const hasCurl = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'curl')));
const runs = existsSync('/bin/sh') && (hasCurl || process.env['CI'] === 'true');

(runs ? describe : describe.skip)('what the guides do with curl works, and prints what they say', () => {
  test.each(pages)('$file', async ({ blocks, shell }) => {
    await using server = await startDocumentedServer();
    const run = await runShellBlocks(shell, server.url);
    const failed = run.code === 0 ? undefined : shell[run.outputs.length - 1];
    expect({
      failed: failed && place(failed),
      stderr: run.stderr,
      printed: failed && run.outputs.at(-1),
    }).toEqual({
      failed: undefined,
      stderr: '',
      printed: undefined,
    });
    for (const [index, block] of shell.entries()) {
      const documented = outputOf(block, blocks);
      if (documented !== undefined) expect(run.outputs[index]).toMatch(outputPattern(documented.text));
    }
    expect(await leftBehind(server.url)).toEqual({ sessions: 0 });
  });
});

function outputOf(block: CodeBlock, blocks: readonly CodeBlock[]): CodeBlock | undefined {
  const next = blocks[blocks.indexOf(block) + 1];
  return next !== undefined && isKind(next, 'output') ? next : undefined;
}

async function leftBehind(url: string): Promise<{ sessions: unknown }> {
  const figures: unknown = await (await fetch(`${url}/debug/health`)).json();
  return {
    sessions:
      typeof figures === 'object' && figures !== null && 'sessions' in figures ? figures.sessions : '?',
  };
}
