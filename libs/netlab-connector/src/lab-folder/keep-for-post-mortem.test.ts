import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepForPostMortem } from './keep-for-post-mortem';
import { labFolders, labPlaces } from './lab-places';

const runner = { tool: () => Promise.reject(new Error('not needed')) };
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'post-mortem-'));
});
afterEach(() => rm(root, { recursive: true }));

test('the newest folders of failed starts are kept, and only those', async () => {
  const folders = labFolders(root);
  for (const generation of [8, 9, 10, 11]) {
    const lab = labPlaces(folders, generation);
    await mkdir(lab.folder, { recursive: true });
    await writeFile(join(lab.folder, 'clab.yml'), String(generation));
    await keepForPostMortem(lab, ['netlab up failed', 'a line'], 2, runner);
  }
  expect(await readdir(join(root, 'failed'), { recursive: true })).toEqual(
    expect.arrayContaining(['10', '11', '10/clab.yml', '11/netlab.log']),
  );
  expect(await readdir(join(root, 'failed'))).toHaveLength(2);
  expect(await readFile(join(root, 'failed', '11', 'netlab.log'), 'utf8')).toBe('netlab up failed\na line\n');
});

test('what tells why it failed is kept; what containers wrote, is big, or is no file is not', async () => {
  const lab = labPlaces(labFolders(root), 7);
  const kept = [
    'topology.yml',
    'tpl/frr.j2',
    'clab.yml',
    'hosts.yml',
    'ansible.cfg',
    'node_files/r1/initial',
  ];
  const notKept = ['clab-lab7/r1/log', 'netlab.snapshot.pickle', 'netlab.lock', 'tpl/x.pickle'];
  for (const path of [...kept, 'host_vars/r1/x.json', 'group_vars/all/x.json', ...notKept]) {
    await mkdir(join(lab.folder, path, '..'), { recursive: true });
    await writeFile(join(lab.folder, path), 'x');
  }
  await writeFile(join(lab.folder, 'dump'), Buffer.alloc(1024 * 1024 + 1));
  await symlink('/etc', join(lab.folder, 'link'));
  await keepForPostMortem(lab, [], 5, runner);
  const entries = await readdir(lab.postMortem, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name));
  expect(files.map((path) => path.slice(lab.postMortem.length + 1)).sort()).toEqual(
    [...kept, 'host_vars/r1/x.json', 'group_vars/all/x.json', 'netlab.log'].sort(),
  );
});

test('a start that failed before it had a folder is no failure, and what an operator laid there stays', async () => {
  await mkdir(join(root, 'failed'));
  await writeFile(join(root, 'failed', 'notes.txt'), '');
  await keepForPostMortem(labPlaces(labFolders(root), 3), [], 0, runner);
  expect(await readdir(join(root, 'failed'))).toEqual(['notes.txt']);
});
