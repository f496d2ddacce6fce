import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { removeTree } from './remove-tree';

const asked: string[] = [];
const runner = {
  tool: (program: string, args: readonly string[]) => {
    asked.push(`${program} ${args.join(' ')}`);
    return Promise.resolve({ exitCode: 0, stdout: '', tail: [], durationMs: 1 });
  },
};
const refusing = (code: string, times: number) => () => {
  times -= 1;
  return times < 0 ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
};

let root = '';
beforeEach(async () => {
  asked.length = 0;
  root = await mkdtemp(join(tmpdir(), 'remove-tree-'));
});
afterEach(() => rm(root, { recursive: true }));

test('a folder goes with all that is in it, and one that is not there is fine', async () => {
  await mkdir(join(root, 'lab', 'deep'), { recursive: true });
  await writeFile(join(root, 'lab', 'deep', 'file'), '');
  await removeTree(join(root, 'lab'), runner);
  await removeTree(join(root, 'lab'), runner);
  expect(await readdir(root)).toEqual([]);
  expect(asked).toEqual([]);
});

test.each(['EACCES', 'EPERM'])('what root owns (%s) goes by sudo, which asks nobody', async (code) => {
  await removeTree('/labs/7', runner, refusing(code, 1));
  expect(asked).toEqual(['sudo -n rm -rf --one-file-system -- /labs/7']);
});

test('what even sudo cannot remove is named, with what to do', async () => {
  await expect(removeTree('/labs/7', runner, refusing('EACCES', 2))).rejects.toMatchObject({
    code: 'lab_left_over',
    message: 'The folder /labs/7 cannot be removed (EACCES). Remove it by hand: sudo rm -rf /labs/7',
  });
});

test('other troubles are told as they are', async () => {
  await expect(removeTree('/labs/7', runner, refusing('EIO', 1))).rejects.toMatchObject({ code: 'EIO' });
  expect(asked).toEqual([]);
});
