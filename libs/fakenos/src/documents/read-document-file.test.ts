import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readDocumentFile } from './read-document-file';

const advice = 'Ask the operator.';
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'documents-'));
  await mkdir(join(root, 'labs'));
  await writeFile(join(root, 'labs', 'a.yml'), 'hosts: {}');
  await writeFile(join(root, 'secret.yml'), 'x');
  await writeFile(join(root, 'labs', 'large.yml'), 'x'.repeat(1_048_577));
  await symlink(join(root, 'secret.yml'), join(root, 'labs', 'way-out.yml'));
  await symlink(join(root, 'none.yml'), join(root, 'labs', 'dead-end.yml'));
  await symlink(root, join(root, 'labs', 'out'));
  await symlink('a.yml', join(root, 'labs', 'same.yml'));
  await symlink('none.yml', join(root, 'labs', 'lost.yml'));
});

afterAll(() => rm(root, { recursive: true }));

describe('readDocumentFile', () => {
  const read = (path: string, within?: readonly string[]) =>
    readDocumentFile(path, { folders: [join(root, 'labs')], ...(within && { within }), advice });

  test('reads a file below one of the folders, or anywhere by its whole path', async () => {
    expect(await read('a.yml')).toMatchObject({ text: 'hosts: {}' });
    expect(await read(join(root, 'secret.yml'))).toMatchObject({ text: 'x' });
    expect(await read('../secret.yml')).toMatchObject({ text: 'x' });
  });

  test('within bounds it reads nothing outside, and does not say what is there', async () => {
    const bounds = [join(root, 'labs')];
    expect(await read('a.yml', bounds)).toMatchObject({ text: 'hosts: {}' });
    for (const path of ['../secret.yml', '../nothing.yml', join(root, 'secret.yml'), '/etc/passwd'])
      await expect(read(path, bounds)).rejects.toMatchObject({
        code: 'inventory_not_allowed',
        message: `The file ${path} may not be read. Ask the operator.`,
      });
  });

  test('a link that leads out of the bounds is refused, whatever is at its end', async () => {
    const paths = ['way-out.yml', 'dead-end.yml', 'out/secret.yml', 'out/nothing.yml', 'out/no/thing.yml'];
    for (const path of paths)
      await expect(read(path, [join(root, 'labs')])).rejects.toMatchObject({
        code: 'inventory_not_allowed',
        message: `The file ${path} may not be read. Ask the operator.`,
      });
    expect(await read('way-out.yml')).toMatchObject({ text: 'x' });
  });

  test('within bounds what is missing is, by the name it was given, and a link to another file is followed', async () => {
    const bounds = [join(root, 'labs')];
    expect(await read('same.yml', bounds)).toMatchObject({ text: 'hosts: {}' });
    for (const path of ['nothing.yml', 'no/thing.yml', 'lost.yml', 'a.yml/b.yml'])
      await expect(read(path, bounds)).rejects.toMatchObject({
        code: 'inventory_unreachable',
        message: `There is no file ${path}; check its path.`,
      });
    const path = join(root, 'none', 'a.yml');
    await expect(read(path, [join(root, 'none')])).rejects.toMatchObject({ code: 'inventory_unreachable' });
  });

  test('without bounds what is missing is called by every path that was looked at', async () => {
    await expect(readDocumentFile('x.yml', { folders: ['/one', '/two'], advice })).rejects.toMatchObject({
      message: 'There is no file /one/x.yml nor /two/x.yml; check its path.',
    });
  });

  test('without any folder allowed nothing is', async () => {
    await expect(read('a.yml', [])).rejects.toMatchObject({ code: 'inventory_not_allowed' });
  });

  test.each([
    ['nothing.yml', 'labs/nothing.yml; check its path'],
    ['.', 'it is no file'],
    ['large.yml', 'it is larger than 1048576 bytes'],
  ])('%s cannot be read', async (path, words) => {
    await expect(read(path)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining(words),
    });
  });
});
