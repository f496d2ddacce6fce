import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';

const SOURCES = join(__dirname, '..');
/** What of this package the engine is built on. */
const FOUNDATIONS = /^(?:engine|device|configuration)\/|^logger$/;

test('the engine knows no platform: it imports nothing of them, nor of anything else that is built on it', async () => {
  const entries = await readdir(__dirname, { recursive: true });
  const files = entries.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const imported = await Promise.all(files.map((name) => importsOf(join(__dirname, name))));

  expect(imported.flat()).toContain('device/fake-device');
  expect(imported.flat().filter((path) => !FOUNDATIONS.test(path))).toEqual([]);
});

async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  const found = [...text.matchAll(/(?:from|import|require)[ (]'(\.[^']*)'/g)];
  return found.map(([, path = '']) => relative(SOURCES, join(dirname(file), path)));
}
