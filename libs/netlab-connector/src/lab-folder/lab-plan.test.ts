import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { labFolders, labPlaces } from './lab-places';
import { keepPlan, readPlan } from './lab-plan';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-plan-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('the plan of a lab', () => {
  test('tells the network and how many containers there are to be', async () => {
    const file = join(root, 'clab.yml');
    await writeFile(
      file,
      'mgmt: { network: netlab_mgmt }\ntopology: { nodes: { r1: { kind: linux }, r2: , br: { kind: bridge }, o: { kind: ovs-bridge }, h: { kind: host } } }\n',
    );
    expect(await readPlan(file)).toEqual({ network: 'netlab_mgmt', containers: 2 });
  });

  test.each(['{}', 'mgmt: x\ntopology: y'])('tells nothing in %j', async (text) => {
    await writeFile(join(root, 'clab.yml'), text);
    expect(await readPlan(join(root, 'clab.yml'))).toEqual({ network: undefined, containers: 0 });
  });

  test.each(['', '- a', '{ ['])('is none in %j', async (text) => {
    await writeFile(join(root, 'clab.yml'), text);
    expect(await readPlan(join(root, 'clab.yml'))).toBe(undefined);
  });

  test.each([
    [['netlab.lock', 'clab.yml'], ['7.clab.yml']],
    [['clab.yml'], []],
    [['netlab.lock'], []],
    [[], []],
  ])('with %j in its folder, what is kept is %j', async (files, kept) => {
    const lab = labPlaces(labFolders(root), 7);
    await mkdir(lab.folder, { recursive: true });
    for (const file of files) await writeFile(join(lab.folder, file), '');
    await keepPlan(lab);
    expect(await readdir(join(root, 'copies')).catch(() => [])).toEqual(kept);
  });
});
