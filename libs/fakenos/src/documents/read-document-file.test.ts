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

  test('a link that leads out of the bounds leads nowhere', async () => {
    await expect(read('way-out.yml', [join(root, 'labs')])).rejects.toMatchObject({
      code: 'inventory_unreachable',
    });
    expect(await read('way-out.yml')).toMatchObject({ text: 'x' });
  });

  test('without any folder allowed nothing is', async () => {
    await expect(read('a.yml', [])).rejects.toMatchObject({ code: 'inventory_not_allowed' });
  });

  test.each([
    ['nothing.yml', 'There is no file nothing.yml'],
    ['.', 'it is no file'],
    ['large.yml', 'it is larger than 1048576 bytes'],
  ])('%s cannot be read', async (path, words) => {
    await expect(read(path)).rejects.toMatchObject({
      code: 'inventory_unreachable',
      message: expect.stringContaining(words),
    });
  });
});
