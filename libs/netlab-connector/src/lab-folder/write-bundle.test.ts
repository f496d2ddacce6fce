import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { TopologyBundle } from '@remote-lab/topology';
import { writeBundle } from './write-bundle';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'write-bundle-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Not by way of createTopologyBundle, which would refuse the hostile ones. */
function bundle(path: string, extra: Readonly<Record<string, string>> = {}): TopologyBundle {
  const extraFiles = Object.entries(extra).map(([name, text]) => ({
    path: name,
    content: Buffer.from(text),
  }));
  return { identity: 'x', topology: { path, content: Buffer.from('nodes: [r1]') }, extraFiles };
}

test('the topology always has the same name, extra files theirs, and nobody else may read them', async () => {
  const folder = join(root, 'labs', '1');
  expect(await writeBundle(folder, bundle('My Lab.YAML', { 'a/b.j2': 'b', 'c.cfg': 'c' }))).toEqual([]);
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    'a',
    'a/b.j2',
    'c.cfg',
    'topology.yml',
  ]);
  expect(await readFile(join(folder, 'topology.yml'), 'utf8')).toBe('nodes: [r1]');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'a/b.j2'))).mode & 0o777).toBe(0o600);
});

test.each(['../evil', '/evil', 'a/../../evil', 'a\\..\\evil', '..', 'x\0y', '-rf', ''])(
  'the path %j is refused, and nothing is written outside',
  async (path) => {
    await expect(writeBundle(join(root, 'lab'), bundle('lab.yml', { [path]: 'x' }))).rejects.toMatchObject({
      code: 'unsafe_file_name',
    });
    expect(await readdir(root, { recursive: true })).toEqual(['lab']);
  },
);

test('what netlab would take for its own is left out and named, and so is a second topology.yml in any case', async () => {
  const extra = {
    'netlab.lock': 'x',
    'topology.yml': 'evil',
    'Topology.YML': 'evil',
    'topology.yml/x': 'evil',
    'netlab.lock/x': 'evil',
    group_vars: 'evil',
    'ok.j2': 'x',
    'sub/topology.yml': 'x',
  };
  const left = await writeBundle(join(root, 'lab'), bundle('lab.yml', extra));
  expect(left).toEqual([
    'netlab.lock',
    'topology.yml',
    'Topology.YML',
    'topology.yml/x',
    'netlab.lock/x',
    'group_vars',
  ]);
  expect((await readdir(join(root, 'lab'))).sort()).toEqual(['ok.j2', 'sub', 'topology.yml']);
  expect(await readFile(join(root, 'lab', 'topology.yml'), 'utf8')).toBe('nodes: [r1]');
});

test('a folder that is there already is not touched', async () => {
  await mkdir(join(root, 'lab'));
  await expect(writeBundle(join(root, 'lab'), bundle('lab.yml'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readdir(join(root, 'lab'))).toEqual([]);
});
