import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FakeClock } from './fake-clock';
import { fileGenerations } from './file-generations';
import { acquireHostLock } from './host-lock';
import { LabManager } from './lab-manager';
import { ScriptedBackend } from './scripted-backend';
import { wish } from './test-fixtures/lab-bench';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const lockOfFolder = () => acquireHostLock({ path: join(folder, 'lab.json'), owner: {} });

test('a manager that cannot be opened leaves the lock to its caller, who can release it', async () => {
  await writeFile(join(folder, 'generation'), 'garbage');
  const lock = await lockOfFolder();
  const opened = LabManager.open(optionsWith(lock));
  await expect(opened).rejects.toThrow(`${join(folder, 'generation')} holds no generation number`);
  await lock.update({ still: 'held' });
  await lock.release();
  await using again = await lockOfFolder();
  expect(again.predecessor).toBeUndefined();
});

test('without the file of generations they go on after the lab that a dead server left', async () => {
  const lab = { generation: 41, identity: 'i', topology: 'x.yml', backend: 'scripted', notes: {} };
  const dead = { pid: 2 ** 22 + 1, processStartTime: '1', token: 'dead', data: { lab } };
  await writeFile(join(folder, 'lab.json'), JSON.stringify(dead));
  await using labs = await LabManager.open(optionsWith(await lockOfFolder()));
  await labs.reclaim();
  expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 42 });
});

function optionsWith(hostLock: Awaited<ReturnType<typeof lockOfFolder>>) {
  return {
    backend: new ScriptedBackend(),
    clock: new FakeClock(),
    hostLock,
    idleTtlMs: 0,
    nextGeneration: fileGenerations(join(folder, 'generation')),
  };
}
