import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';

const page = path.join(__dirname, '..', '..', 'docs', 'ci.md');

test('the recipes for CI can be read', async () => {
  const blocks = [...(await readFile(page, 'utf8')).matchAll(/^```yaml\n([^]*?)^```$/gm)];
  const recipes = blocks.map(([, text]) => load(text));
  expect(recipes).toEqual([
    expect.objectContaining({ jobs: expect.objectContaining({ 'lab-host': expect.anything() }) }),
    expect.objectContaining({ 'lab-host': expect.objectContaining({ script: 'npm test' }) }),
    { steps: expect.arrayContaining([expect.objectContaining({ if: 'always()' })]) },
  ]);
});
