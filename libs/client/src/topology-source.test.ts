import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { topologyInput } from './topology/topology-input';
import { type ExtraFiles, readUpload, type LabUpload, type TopologySource } from './topology-source';

let folder = '';

const upload = async (topology: TopologySource, extraFiles: ExtraFiles): Promise<LabUpload> =>
  readUpload(topologyInput(topology), extraFiles);

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
    const read = await upload(path.join(folder, 'Two.YAML'), [
      'configs/r1.cfg',
      path.join(folder, 'Two.YAML'),
    ]);
    expect([read.topology, ...read.extraFiles].map(({ name, content }) => [name, String(content)])).toEqual([
      ['Two.YAML', 'nodes: [r1]\n'],
      ['configs/r1.cfg', 'hostname r1\n'],
      ['Two.YAML', 'nodes: [r1]\n'],
    ]);
  });

  test('is taken as given', async () => {
    const read = await upload({ name: 'a.yml', content: 'ü' }, [
      { path: 'b/c', content: new Uint8Array([1, 2]) },
    ]);
    expect(read.topology).toEqual({ name: 'a.yml', content: Buffer.from('ü') });
    expect(read.extraFiles).toEqual([{ name: 'b/c', content: new Uint8Array([1, 2]) }]);
  });

  test('must be YAML by its name', async () => {
    await expect(upload({ name: 'a.json', content: '' }, [])).rejects.toMatchObject({
      code: 'topology_extension',
      message: 'A topology file must end in .yml or .yaml, not "a.json".',
    });
  });

  test('must be there', async () => {
    const missing = path.join(folder, 'none.yml');
    await expect(upload(missing, [])).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringContaining(`${missing} cannot be uploaded: there is no such file`),
    });
  });

  test.each(['../secret', '/etc/hostname', '..', '../'])(
    'must lie beside the topology: not %s',
    async (file) => {
      await expect(upload(path.join(folder, 'Two.YAML'), [file])).rejects.toMatchObject({
        code: 'unsafe_file_name',
      });
    },
  );
});
