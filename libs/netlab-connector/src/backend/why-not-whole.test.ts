import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { containerIn, NOTHING } from './test-fixtures/remains';
import { whyNotWhole } from './why-not-whole';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why-not-whole-'));
  await writeFile(join(folder, 'clab.yml'), 'topology: { nodes: { r1: {}, r2: {}, br: { kind: bridge } } }');
});
afterAll(() => rm(folder, { recursive: true }));

const containers = [containerIn('/x'), containerIn('/x', { name: 'clab-lab7-r2' })];
const whole = {
  ...NOTHING,
  folder: true,
  snapshot: true,
  lock: true,
  entry: true,
  status: 'started',
  containers,
};

test.each([
  [{}, undefined],
  [{ snapshot: false }, 'its folder or snapshot is gone'],
  [{ folder: false }, 'its folder or snapshot is gone'],
  [
    { status: 'starting provider clab' },
    "its start had not finished (netlab's status: starting provider clab)",
  ],
  [{ status: undefined }, "its start had not finished (netlab's status: none)"],
  [{ entry: false, status: undefined, lock: false }, 'netlab knows of no lab in its folder'],
  [{ lock: false }, "its start had not finished (netlab's status: started)"],
  [{ containers: containers.slice(1) }, 'it has 1 of its 2 containers'],
  [
    { containers: [containers[0], containerIn('/x', { isRunning: false })] },
    'its containers clab-lab7-r1 have stopped',
  ],
  [{ unknown: ['no answer'] }, 'its state is not known: no answer'],
])('of a lab that is whole but for %j: %s', async (but, why) => {
  expect(await whyNotWhole({ folder }, { ...whole, ...but } as typeof whole)).toBe(why);
});

test('a lab without containers is whole without any', async () => {
  expect(await whyNotWhole({ folder: '/no/such' }, { ...whole, containers: [] })).toBe(undefined);
});
