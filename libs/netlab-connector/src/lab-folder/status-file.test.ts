import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forgetFolders, readStatusFile, statusFileOf } from './status-file';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'status-file-'));
  file = join(folder, 'status.yaml');
});
afterEach(() => rm(folder, { recursive: true }));

const two = `default: { dir: /a, name: one, status: started, log: ['2026-01-02 03:04:05: x'] }\nexternal_two: { dir: /b, status: }\n`;

test('it lies where netlab puts it', () => {
  expect(statusFileOf('/home/me')).toBe('/home/me/.netlab/status.yaml');
});

describe('the labs that netlab has noted', () => {
  test('are those in the file', async () => {
    await writeFile(file, two);
    expect(await readStatusFile(file)).toEqual([
      { instance: 'default', dir: '/a', name: 'one', status: 'started' },
      { instance: 'external_two', dir: '/b', name: undefined, status: undefined },
    ]);
  });

  test.each([undefined, '', '  \n', '# nothing\n', '{}'])('are none in %j', async (text) => {
    if (text !== undefined) await writeFile(file, text);
    expect(await readStatusFile(file)).toEqual([]);
  });

  test('may be of no known folder', async () => {
    await writeFile(file, 'default: started\n');
    expect(await readStatusFile(file)).toMatchObject([{ instance: 'default', dir: '' }]);
  });

  test.each(['- a', 'text', '{ [', 'a: 1\na: 2'])(
    'are not known from %j: it says which file, and what to do',
    async (text) => {
      await writeFile(file, text);
      await expect(readStatusFile(file)).rejects.toMatchObject({
        code: 'netlab_unusable',
        message: expect.stringContaining(`${file} are damaged`),
      });
    },
  );

  test('are not known from what cannot be read', async () => {
    await expect(readStatusFile(folder)).rejects.toThrow('EISDIR');
  });
});

describe('forgetting a folder', () => {
  test('keeps the other labs as they were', async () => {
    await writeFile(file, two);
    await forgetFolders(file, (dir) => dir === '/b');
    expect(await readFile(file, 'utf8')).toContain('2026-01-02 03:04:05: x');
    expect(await readStatusFile(file)).toMatchObject([{ instance: 'default', dir: '/a', status: 'started' }]);
    expect(await readdir(folder)).toEqual(['status.yaml']);
  });

  test('that is not there does not touch the file, nor make one', async () => {
    await forgetFolders(file, () => true);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(file, two);
    await forgetFolders(file, (dir) => dir === '/c');
    expect(await readFile(file, 'utf8')).toBe(two);
  });
});
