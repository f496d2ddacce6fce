import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { labFolder } from './test-fixtures/lab-folder';
import { extraNames, readFiles } from './test-fixtures/read-files';

const PAIR = 'nodes: [r1, r2]\n';
const TREE = {
  'pair.yml': PAIR,
  'configs/r1.cfg': '1',
  'configs/deep/r2.cfg': '2',
  'configs/.secret': 'no',
  'configs/node_modules/x.js': 'no',
  'configs/__pycache__/x.pyc': 'no',
  '.git/config': 'no',
  'z.j2': 'z',
};

describe('a topology on this machine', () => {
  test('is read by its path or URL, relative paths from the base folder', async () => {
    await using folder = await labFolder(TREE);
    const expected = [['pair.yml', PAIR]];
    const file = folder.at('pair.yml');
    for (const topology of [file, pathToFileURL(file), pathToFileURL(file).href, path.relative('.', file)])
      expect(await readFiles(topology)).toEqual(expected);
    expect(await readFiles('pair.yml', [], { baseFolder: folder.path })).toEqual(expected);
    expect(
      await readFiles(`../${path.basename(folder.path)}/pair.yml`, [], { baseFolder: folder.path }),
    ).toEqual(expected);
  });

  test.each([
    ['none.yml', 'there is no such file (ENOENT).'],
    ['folder.yml', 'it is a folder.'],
    ['empty.yml', 'empty.yml is empty.'],
    ['pair.yml/x.yml', 'ENOTDIR'],
  ])('is told when it cannot be: %s', async (name, message) => {
    await using folder = await labFolder({ ...TREE, 'empty.yml': '', 'folder.yml/x': '' });
    await expect(readFiles(folder.at(name))).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining(message),
    });
    await expect(readFiles(folder.at(name))).rejects.toThrow(folder.at(name));
  });

  test('given as text or object, finds its extra files in the base folder', async () => {
    await using folder = await labFolder(TREE);
    const options = { baseFolder: folder.path };
    expect(await readFiles(PAIR, ['z.j2'], options)).toEqual([
      ['topology.yml', PAIR],
      ['z.j2', 'z'],
    ]);
    expect(await extraNames({ nodes: ['r1'] }, 'configs/', options)).toEqual([
      'configs/deep/r2.cfg',
      'configs/r1.cfg',
    ]);
  });

  test('is not read any more once the signal aborts', async () => {
    await using folder = await labFolder(TREE);
    const signal = AbortSignal.abort(new Error('enough'));
    for (const extraFiles of [[], ['z.j2'], 'configs/', 'follow'])
      await expect(readFiles(folder.at('pair.yml'), extraFiles, { signal })).rejects.toThrow('enough');
  });
});

describe('a folder of extra files', () => {
  test.each(['configs/', 'configs', './configs', ['configs/'], ['configs/deep/r2.cfg', 'configs/r1.cfg']])(
    'is all that is below it, by its names beside the topology: %j',
    async (extraFiles) => {
      await using folder = await labFolder(TREE);
      expect(await readFiles(folder.at('pair.yml'), extraFiles)).toEqual([
        ['pair.yml', PAIR],
        ['configs/deep/r2.cfg', '2'],
        ['configs/r1.cfg', '1'],
      ]);
    },
  );

  test('may be the one of the topology, which does not come twice', async () => {
    await using folder = await labFolder(TREE);
    const expected = ['configs/deep/r2.cfg', 'configs/r1.cfg', 'z.j2'];
    for (const extraFiles of ['.', './', folder.path, `${folder.path}/`])
      expect(await extraNames(folder.at('pair.yml'), extraFiles)).toEqual(expected);
  });

  test('may stand beside files and contents in a list, whose order is kept', async () => {
    await using folder = await labFolder(TREE);
    const extraFiles = [{ path: 'a', content: 'given' }, 'z.j2', 'configs/deep'];
    expect(await readFiles(folder.at('pair.yml'), extraFiles)).toEqual([
      ['pair.yml', PAIR],
      ['a', 'given'],
      ['z.j2', 'z'],
      ['configs/deep/r2.cfg', '2'],
    ]);
  });

  test.each([
    ['none/', 'topology_unreadable', 'is not there, or has no files'],
    ['empty', 'topology_unreadable', 'is not there, or has no files'],
    ['none', 'topology_unreadable', 'there is no such file'],
    ['z.j2/', 'topology_unreadable', 'is not there, or has no files'],
    ['../', 'unsafe_file_name', '../ is not in'],
    ['/', 'unsafe_file_name', '/ is not in'],
  ])('is told when it cannot be: %s', async (extraFiles, code, message) => {
    await using folder = await labFolder(TREE);
    await mkdir(folder.at('empty'));
    await expect(readFiles(folder.at('pair.yml'), extraFiles)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test('has a limit for its files, with the topology', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `many/${index}`);
    await using folder = await labFolder({ ...TREE, ...Object.fromEntries(names.map((name) => [name, ''])) });
    const read = (): Promise<readonly string[]> => extraNames(folder.at('pair.yml'), 'many/');
    const refused = (message: string): object => ({
      code: 'too_many_files',
      message: expect.stringContaining(message),
    });
    await expect(read()).rejects.toMatchObject(refused('at most 1000 files'));
    await writeFile(folder.at('many/one more'), '');
    await expect(read()).rejects.toMatchObject(refused('has more than 1000 files'));
    await Promise.all(['one more', '0'].map((name) => rm(folder.at(`many/${name}`))));
    expect(await read()).toHaveLength(999);
  });

  test('has limits for their sizes', async () => {
    const large = Object.fromEntries(['1', '2', '3', '4', '5'].map((name) => [`large/${name}`, '']));
    await using folder = await labFolder({ ...TREE, ...large });
    const mebibyte = 1024 * 1024;
    for (const name of Object.keys(large).slice(0, 4))
      await truncate(folder.at(name), 8 * mebibyte - PAIR.length);
    expect(await extraNames(folder.at('pair.yml'), 'large/')).toHaveLength(5);
    await truncate(folder.at('large/5'), 4 * PAIR.length);
    await expect(extraNames(folder.at('pair.yml'), 'large/')).rejects.toMatchObject({
      code: 'upload_too_large',
    });
    await truncate(folder.at('large/5'), 8 * mebibyte + 1);
    await expect(extraNames(folder.at('pair.yml'), 'large/')).rejects.toMatchObject({
      code: 'upload_too_large',
      message: expect.stringContaining('has 8388609 bytes; at most 8388608'),
    });
  });
});

(process.platform === 'win32' ? describe.skip : describe)('a link', () => {
  test('to what is no regular file is not opened: it might never end', async () => {
    await using folder = await labFolder({});
    await symlink('/dev/null', folder.at('device.yml'));
    await expect(readFiles(folder.at('device.yml'))).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining('it is no regular file'),
    });
  });

  test('to a file in the topology’s folder is that file', async () => {
    await using folder = await labFolder(TREE);
    await symlink('../../z.j2', folder.at('configs/deep/link'));
    expect(await extraNames(folder.at('pair.yml'), 'configs/')).toContain('configs/deep/link');
  });

  test.each(['/etc/hostname', '../outside'])('out of it is refused in a folder: %s', async (target) => {
    await using outer = await labFolder({ outside: 'secret', 'lab/pair.yml': PAIR, 'lab/configs/a': 'a' });
    await symlink(path.resolve(outer.at('lab'), target), outer.at('lab/configs/link'));
    await expect(extraNames(outer.at('lab/pair.yml'), 'configs/')).rejects.toMatchObject({
      code: 'unsafe_file_name',
      message: expect.stringContaining(`${outer.at('lab/configs/link')} leads to`),
    });
  });

  test('out of it is refused as the folder itself', async () => {
    await using outer = await labFolder({ 'outside/.secret': 'x', 'lab/pair.yml': PAIR });
    await symlink('../outside', outer.at('lab/configs'));
    await expect(extraNames(outer.at('lab/pair.yml'), 'configs/')).rejects.toMatchObject({
      code: 'unsafe_file_name',
    });
  });

  test.each(['..', 'deep'])('to a folder is refused, so that no circle is walked: %s', async (target) => {
    await using folder = await labFolder(TREE);
    await symlink(target, folder.at('configs/link'));
    await expect(extraNames(folder.at('pair.yml'), 'configs/')).rejects.toMatchObject({
      code: 'unsafe_file_name',
      message: expect.stringContaining('is a link to a folder'),
    });
  });

  test('that leads nowhere is told', async () => {
    await using folder = await labFolder(TREE);
    await symlink('nowhere', folder.at('configs/link'));
    await expect(extraNames(folder.at('pair.yml'), 'configs/')).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining('ENOENT'),
    });
  });
});
