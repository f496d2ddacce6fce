import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FakeClock } from './fake-clock';
import { fileGenerations } from './file-generations';
import { acquireHostLock } from './host-lock';
import { LabManager } from './lab-manager';
import { ScriptedBackend } from './scripted-backend';
import { wish } from './test-fixtures/lab-bench';

test('the successor of a killed server reclaims its lab, and counts on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-crash-'));
  const path = join(folder, 'lab.json');
  const server = fork(join(__dirname, '..', 'test-fixtures', 'server-with-lab.cjs'), [folder]);
  try {
    expect(await once(server, 'message')).toEqual([1, undefined]);
    await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({
      code: 'host_locked',
      owner: { pid: server.pid, port: 8000, data: { lab: { generation: 1, topology: 'x.yml' } } },
    });
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;

    const backend = new ScriptedBackend();
    const labs = await LabManager.open({
      backend,
      clock: new FakeClock(),
      hostLock: await acquireHostLock({ path, owner: {} }),
      nextGeneration: fileGenerations(join(folder, 'generation')),
      idleTtlMs: 300_000,
    });
    await labs.reclaim();
    expect(backend.calls).toEqual(['reclaim 1']);
    const { generation } = await labs.tryAcquire(wish());
    expect(generation).toBeGreaterThan(1);
    expect(await labs.close()).toEqual({ left: [] });
    expect(await readdir(folder)).toEqual(['generation']);
  } finally {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
