import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadNosFile } from './load-nos-file';
import { loadPlatformFolder } from './load-platform-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const put = (name: string, text: string) => writeFile(join(folder, name), text);

describe('a folder of platform files', () => {
  test('is read in the order of their names; other files and folders within are not', async () => {
    await put('b.yml', 'name: two\ncommands: {}');
    await put('a.yaml', 'name: one\ncommands: {}');
    await put('C.YAML', 'name: three\ncommands: {}');
    await put('README.md', 'no platform');
    await put('d.py', 'NAME = "four"');
    await mkdir(join(folder, 'old.yaml'));
    const { documents, broken } = await loadPlatformFolder(folder);
    expect(documents.map(({ name }) => name)).toEqual(['three', 'one', 'two']);
    expect(broken).toEqual([]);
  });

  test('a file that cannot be used is told of by its name, and the others are there', async () => {
    await put('bad.yaml', 'name: bad\ncommands: {show: {output: 7}}');
    await put('good.yaml', 'name: good\ncommands: {}');
    await put('worse.yaml', ': : :');
    const { documents, broken } = await loadPlatformFolder(folder);
    expect(documents.map(({ name }) => name)).toEqual(['good']);
    expect(broken.map(({ code }) => code)).toEqual(['invalid_platform_file', 'invalid_platform_file']);
    expect(broken.map(({ message }) => message)).toEqual([
      expect.stringContaining(join(folder, 'bad.yaml')),
      expect.stringContaining(join(folder, 'worse.yaml')),
    ]);
  });

  test('that is not there is refused', async () => {
    await expect(loadPlatformFolder(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining('nowhere') as unknown,
    });
  });
});

describe('one platform file', () => {
  test('that cannot be read is refused by its path', async () => {
    await expect(loadNosFile(join(folder, 'nowhere.yaml'))).rejects.toMatchObject({
      code: 'invalid_platform_file',
      message: expect.stringContaining('nowhere.yaml') as unknown,
    });
  });

  test('in Python is refused without being read', async () => {
    await expect(loadNosFile(join(folder, 'nowhere.py'))).rejects.toMatchObject({
      code: 'unsupported_platform_file',
    });
  });

  test('is not read once nobody wants it any more', async () => {
    await put('a.yaml', 'commands: {}');
    const signal = AbortSignal.abort(new Error('never mind'));
    await expect(loadNosFile(join(folder, 'a.yaml'), signal)).rejects.toThrow('never mind');
  });
});
