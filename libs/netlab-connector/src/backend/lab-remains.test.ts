import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NetlabError } from '../errors';
import { labFolders, type LabPlaces, labPlaces } from '../lab-folder/lab-places';
import type { LabContainer } from './container-engine';
import { describeRemains, isGone, isOnlyFiles, isOnlyNoted, lookAtLab } from './lab-remains';
import { containerIn, NOTHING } from './test-fixtures/remains';

let root = '';
let lab: LabPlaces;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-remains-'));
  lab = labPlaces(labFolders(root), 7);
});
afterEach(() => rm(root, { recursive: true }));

async function place(path: string, text = ''): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}
const sources = (containers: readonly LabContainer[] | Error = []) => ({
  engine: {
    list: () => (containers instanceof Error ? Promise.reject(containers) : Promise.resolve(containers)),
  },
  statusFile: join(root, 'status.yaml'),
  interfaces: join(root, 'interfaces'),
});
const missing = new NetlabError('netlab_missing', 'no docker');
const silent = new NetlabError('netlab_failed', 'Docker does not answer');

describe('what is left of a lab', () => {
  test('is nothing where nothing was', async () => {
    expect(await lookAtLab(lab, sources())).toEqual(NOTHING);
  });

  test('is all that lies in its places, what netlab has noted, and what runs', async () => {
    for (const name of ['netlab.lock', 'netlab.snapshot.pickle', 'clab.yml'])
      await place(join(lab.folder, name));
    await place(join(lab.copy, 'topology.yml'));
    await place(
      join(root, 'status.yaml'),
      `default: { dir: ${lab.folder}, status: started }\nother: { dir: /x }\n`,
    );
    for (const name of ['lab7_1', 'lab7_12', 'lab7_x', 'lab77_1', 'lab7', 'eth0'])
      await place(join(root, 'interfaces', name));
    const containers = [containerIn(lab.folder)];
    expect(await lookAtLab(lab, sources(containers))).toMatchObject({
      folder: true,
      copy: true,
      snapshot: true,
      lock: true,
      entry: true,
      status: 'started',
      containers,
      bridges: ['lab7_1', 'lab7_12'],
      unknown: [],
      unseen: undefined,
    });
  });

  test('is a snapshot also in the manner of older releases', async () => {
    await place(join(lab.folder, 'netlab.snapshot.yml'));
    expect(await lookAtLab(lab, sources())).toMatchObject({ snapshot: true });
  });

  test('are not the containers of another lab of that name, nor bridges before it was begun', async () => {
    await place(join(root, 'interfaces', 'lab7_1'));
    expect(await lookAtLab(lab, sources([containerIn('/elsewhere/7')]))).toEqual(NOTHING);
    // Those of a lab that was made without saying where are nobody's to remove.
    const unlabelled = containerIn('', { topologyFile: '' });
    expect(await lookAtLab(lab, sources([unlabelled]))).toEqual(NOTHING);
  });

  test('is not known when the notes of netlab are damaged', async () => {
    await place(join(root, 'status.yaml'), '- x');
    await place(join(lab.copy, 'topology.yml'));
    expect(await lookAtLab(lab, sources())).toMatchObject({
      entry: false,
      unknown: [expect.stringContaining('damaged')],
    });
  });
});

test('damaged notes of netlab say nothing of a lab that was never laid', async () => {
  await place(join(root, 'status.yaml'), '- x');
  expect(await lookAtLab(lab, sources())).toEqual(NOTHING);
  expect(await lookAtLab(lab, sources([containerIn(lab.folder)]))).toMatchObject({
    unknown: [expect.stringContaining('damaged')],
  });
});

describe('without an engine that answers', () => {
  const cases: readonly (readonly [string[], Error, object])[] = [
    [[], silent, { unknown: [], unseen: undefined }],
    [['clab.yml'], silent, { unknown: [], unseen: undefined }],
    [['clab.yml', 'netlab.lock'], silent, { unknown: ['Docker does not answer'], unseen: 'containers' }],
    [['clab.yml', 'netlab.lock'], missing, { unknown: [], unseen: 'containers' }],
    [['../../copies/7.clab.yml'], silent, { unknown: ['Docker does not answer'], unseen: 'containers' }],
    [['../../copies/7.clab.yml'], missing, { unknown: [], unseen: 'containers' }],
    [['Vagrantfile', 'netlab.lock'], silent, { unknown: [], unseen: 'virtual machines' }],
    [['Vagrantfile'], missing, { unknown: [], unseen: undefined }],
  ];

  test.each(cases)('and with %j: %s', async (files, error, expected) => {
    for (const file of files) await place(join(lab.folder, file));
    expect(await lookAtLab(lab, sources(error))).toMatchObject({ containers: [], ...expected });
  });
});

describe('in words', () => {
  test('folders and a lone snapshot are nothing that is left', () => {
    const remains = { ...NOTHING, folder: true, copy: true, snapshot: true, unseen: 'containers' };
    expect(describeRemains(remains)).toEqual([]);
    expect(isGone(remains)).toBe(true);
  });

  test('everything else has a phrase', () => {
    const remains = {
      ...NOTHING,
      snapshot: true,
      lock: true,
      entry: true,
      containers: [containerIn('/x'), containerIn('/x', { name: 'clab-lab7-r2' })],
      bridges: ['lab7_1'],
      unknown: ['Docker does not answer'],
    };
    expect(describeRemains(remains)).toEqual([
      'containers clab-lab7-r1, clab-lab7-r2',
      'bridges lab7_1',
      "an entry in netlab's status file",
      'the lock netlab.lock',
      'Docker does not answer',
      "netlab's snapshot",
    ]);
    expect(isGone(remains)).toBe(false);
  });

  test.each([
    [{ entry: true, snapshot: true }, true],
    [{ lock: true }, false],
    [{ containers: [containerIn('/x')] }, false],
    [{ bridges: ['lab7_1'] }, false],
    [{ unknown: ['x'] }, false],
    [{ unseen: 'containers' }, false],
  ])('%j is only noted: %s', (remains, expected) => {
    expect(isOnlyNoted({ ...NOTHING, ...remains })).toBe(expected);
  });

  test.each([
    [{ lock: true, snapshot: true }, true],
    [{ entry: true }, false],
    [{ containers: [containerIn('/x')] }, false],
    [{ bridges: ['lab7_1'] }, false],
    [{ unknown: ['x'] }, false],
    [{ unseen: 'containers' }, false],
  ])('%j is only files: %s', (remains, expected) => {
    expect(isOnlyFiles({ ...NOTHING, ...remains })).toBe(expected);
  });
});
