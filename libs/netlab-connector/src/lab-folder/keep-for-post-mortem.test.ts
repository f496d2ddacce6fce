import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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
    await writeFile(join(lab.folder, 'netlab.log'), String(generation));
    await keepForPostMortem(lab, 2, runner);
  }
  expect(await readdir(join(root, 'failed'), { recursive: true })).toEqual(
    expect.arrayContaining(['10', '11', '10/netlab.log', '11/netlab.log']),
  );
  expect(await readdir(join(root, 'failed'))).toHaveLength(2);
  expect(await readdir(join(root, 'labs'))).toEqual([]);
});

test('a start that failed before it had a folder is no failure, and what an operator laid there stays', async () => {
  await mkdir(join(root, 'failed'));
  await writeFile(join(root, 'failed', 'notes.txt'), '');
  await keepForPostMortem(labPlaces(labFolders(root), 3), 0, runner);
  expect(await readdir(join(root, 'failed'))).toEqual(['notes.txt']);
});
