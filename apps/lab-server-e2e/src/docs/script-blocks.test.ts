import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isKind } from './test-fixtures/block-kinds';
import { readPages } from './test-fixtures/documentation';
import { type DocumentedServer, startDocumentedServer } from './test-fixtures/documented-server';
import { outputPattern } from './test-fixtures/output-pattern';
import { isGuide } from './test-fixtures/repository';
import { runScriptBlock } from './test-fixtures/script-block';

/** Pages of packages whose examples take nothing for granted. */
const COMPLETE = new Set(['libs/fakenos/README.md']);

const scripts = readPages().flatMap(({ file, blocks }) =>
  blocks.flatMap((block, index) => {
    if (!(isGuide(file) || COMPLETE.has(file)) || !isKind(block, 'script')) return [];
    const next = blocks[index + 1];
    return [
      {
        where: `${file}:${block.line}`,
        block,
        output: next && isKind(next, 'output') ? next.text : undefined,
      },
    ];
  }),
);

describe('scripts run, and print what they say', () => {
  let server: DocumentedServer;
  beforeAll(async () => {
    server = await startDocumentedServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test.each(scripts)('$where', async ({ block, output }) => {
    const ended = await runScriptBlock(block, server.url);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    if (output !== undefined) expect(ended.stdout).toMatch(outputPattern(output));
  });
});
