import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fileGenerations } from './file-generations';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generations-'));
  path = join(folder, 'state', 'generation');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('generations go on after a restart', async () => {
  expect(await fileGenerations(path)(0)).toBe(1);
  const next = fileGenerations(path);
  expect([await next(0), await next(0)]).toEqual([2, 3]);
  expect(await readdir(join(folder, 'state'))).toEqual(['generation']);
});

test('none is given twice when several are asked for at once', async () => {
  const next = fileGenerations(path);
  expect(await Promise.all([next(0), next(0), next(0)])).toEqual([1, 2, 3]);
});

test('they continue after one that somebody else has used', async () => {
  const next = fileGenerations(path);
  expect(await next(41)).toBe(42);
  expect(await next(7)).toBe(43);
});

test('a file with anything else in it is not written over', async () => {
  await fileGenerations(path)(0);
  await writeFile(path, 'garbage');
  const next = fileGenerations(path);
  await expect(next(0)).rejects.toThrow(
    `${path} holds no generation number. If no lab of this server runs, delete the file; else write the highest`,
  );
  await writeFile(path, '9');
  expect(await next(0)).toBe(10);
});
