import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readUpload } from './topology-source';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'upload-'));
  await mkdir(path.join(folder, 'configs'));
  await writeFile(path.join(folder, 'Two.YAML'), 'nodes: [r1]\n');
  await writeFile(path.join(folder, 'configs', 'r1.cfg'), 'hostname r1\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('what is uploaded', () => {
  test('is read from files, extra files by their path beside the topology', async () => {
    const upload = await readUpload(path.join(folder, 'Two.YAML'), [
      'configs/r1.cfg',
      path.join(folder, 'Two.YAML'),
    ]);
    expect(
      [upload.topology, ...upload.extraFiles].map(({ name, content }) => [name, String(content)]),
    ).toEqual([
      ['Two.YAML', 'nodes: [r1]\n'],
      ['configs/r1.cfg', 'hostname r1\n'],
      ['Two.YAML', 'nodes: [r1]\n'],
    ]);
  });

  test('is taken as given', async () => {
    const upload = await readUpload({ name: 'a.yml', content: 'ü' }, [
      { path: 'b/c', content: new Uint8Array([1, 2]) },
    ]);
    expect(upload.topology).toEqual({ name: 'a.yml', content: Buffer.from('ü') });
    expect(upload.extraFiles).toEqual([{ name: 'b/c', content: new Uint8Array([1, 2]) }]);
  });

  test('must be YAML by its name', async () => {
    await expect(readUpload({ name: 'a.json', content: '' }, [])).rejects.toMatchObject({
      code: 'topology_extension',
      message: 'A topology file must end in .yml or .yaml, not "a.json".',
    });
  });

  test('must be there', async () => {
    const missing = path.join(folder, 'none.yml');
    await expect(readUpload(missing, [])).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining(`${missing} cannot be uploaded: ENOENT`),
    });
  });

  test.each(['../secret', '/etc/hostname', '.'])('must lie beside the topology: not %s', async (file) => {
    await expect(readUpload(path.join(folder, 'Two.YAML'), [file])).rejects.toMatchObject({
      code: 'unsafe_file_name',
    });
  });
});
