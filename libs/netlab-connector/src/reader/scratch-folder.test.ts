import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeScratchFolder, type ScratchRemoval } from './scratch-folder';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'scratch-folder-'));
});
afterEach(() => rm(root, { recursive: true }));

async function workIn(removal: ScratchRemoval, work: () => Promise<string>): Promise<string> {
  await using scratch = await makeScratchFolder(join(root, 'scratch'), removal);
  await writeFile(join(scratch.path, 'file'), 'x');
  return await work();
}
const answer = (): Promise<string> => Promise.resolve('the answer');
const refusing = (): Promise<void> => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }));

test('it is gone afterwards with all in it', async () => {
  expect(await workIn({}, answer)).toBe('the answer');
  expect(await readdir(join(root, 'scratch'))).toEqual([]);
});

test('what root wrote there goes by sudo', async () => {
  const asked: string[] = [];
  const runner = {
    tool: async (program: string, args: readonly string[]) => {
      asked.push(program);
      await rm(args.at(-1) ?? '', { recursive: true });
      return { exitCode: 0, stdout: '', tail: [], durationMs: 1 };
    },
  };
  const removeFolder = (): Promise<void> => (asked.length === 0 ? refusing() : Promise.resolve());
  expect(await workIn({ runner, removeFolder }, answer)).toBe('the answer');
  expect(asked).toEqual(['sudo']);
  expect(await readdir(join(root, 'scratch'))).toEqual([]);
});

test('one that resists is told, and hides neither an answer nor a failure', async () => {
  const left: string[] = [];
  const removal = { removeFolder: refusing, onLeft: (words: string) => void left.push(words) };
  expect(await workIn(removal, answer)).toBe('the answer');
  const failure = new Error('the failure');
  await expect(workIn(removal, () => Promise.reject(failure))).rejects.toBe(failure);
  await expect(workIn({ removeFolder: refusing }, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(left).toEqual([expect.stringContaining('sudo rm -rf'), expect.stringContaining('it takes root')]);
});
