import { describe, expect, test } from '@jest/globals';
import { MemoryLabLock } from './memory-lab-lock';
import { ScriptedBackend } from './scripted-backend';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

/** A server that dies with this lab up, and what its successor finds: the backend's labs and the lock's data. */
async function killedServer(use: (bench: Awaited<ReturnType<typeof openBench>>) => Promise<unknown>) {
  const dead = await openBench();
  await use(dead);
  await ticks();
  const backend = new ScriptedBackend();
  for (const generation of dead.backend.running) backend.running.add(generation);
  // What is stored and read again is JSON.
  const data = JSON.parse(JSON.stringify(dead.lock.data)) as Record<string, unknown>;
  return openBench({ backend, hostLock: new MemoryLabLock({ data }) });
}

describe('the successor of a killed server', () => {
  test('goes on with the lab of the session that is still active, references and all', async () => {
    const { labs, backend, events } = await killedServer(async ({ labs: dead }) => {
      await dead.tryAcquire(wish());
      await dead.tryAcquire(wish());
    });
    expect(await labs.reclaim('a')).toMatchObject({ adopted: { generation: 1 }, reclaimed: [] });
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 2, holder: 'a', generation: 1 });
    expect(events.map(({ type }) => type)).toEqual(['lab.adopted']);
    expect(await labs.tryAcquire(wish())).toMatchObject({ reused: true, generation: 1 });
    expect(backend.calls).not.toContain('up 1');
  });

  test('leaves the adopted lab out when it removes what else was left', async () => {
    const { labs, backend } = await killedServer(({ labs: dead }) => dead.tryAcquire(wish()));
    backend.report = { reclaimed: ['a folder'], foreign: ['somebody'] };
    expect(await labs.reclaim('a')).toMatchObject({ reclaimed: ['a folder'], foreign: ['somebody'] });
    expect(backend.calls).toEqual(['adopt 1', 'reclaim but 1']);
  });

  test('goes on with an idle lab, which then goes when its time is over', async () => {
    const { labs, backend, clock } = await killedServer(async ({ labs: dead }) => {
      (await dead.tryAcquire(wish())).reference.release();
    });
    expect(await labs.reclaim('a')).toMatchObject({ adopted: { generation: 1 } });
    expect(labs.status().state).toBe('idle');
    clock.advance(300_000);
    await labs.settled();
    expect(backend.calls.at(-1)).toBe('down 1');
  });

  test('takes back a reference that was given before, and gives no id twice', async () => {
    const { labs } = await killedServer(({ labs: dead }) => dead.tryAcquire(wish()));
    await labs.reclaim('a');
    const { reference } = await labs.tryAcquire(wish());
    expect(reference.id).toBeGreaterThan(1000);
    expect(labs.release('a', { generation: 1, id: 1 })).toBe('released');
    expect(labs.release('a', { generation: 1, id: 1 })).toBe('nothing_held');
    expect(labs.status().references).toBe(1);
  });

  test('keeps a lab for one use to its use', async () => {
    const { labs, backend } = await killedServer(({ labs: dead }) => dead.tryAcquire(wish({ reuse: false })));
    await labs.reclaim('a');
    expect(labs.release('a')).toBe('released');
    await labs.settled();
    expect(backend.calls.at(-1)).toBe('down 1');
  });

  test('hears when the adopted lab ends by itself', async () => {
    const { labs, backend } = await killedServer(({ labs: dead }) => dead.tryAcquire(wish()));
    await labs.reclaim('a');
    backend.die(1, 'r1 has gone');
    await ticks();
    await labs.settled();
    expect(labs.status()).toMatchObject({ state: 'failed', lastFailure: { message: 'r1 has gone' } });
  });

  test.each([
    ['the session that used it is over', undefined, 'the session that used it has ended'],
    ['another session is active', 'b', 'the session that used it has ended'],
  ])('tears the lab down when %s', async (_, heir, reason) => {
    const { labs, backend } = await killedServer(({ labs: dead }) => dead.tryAcquire(wish()));
    expect(await labs.reclaim(heir)).toMatchObject({ notAdopted: reason });
    expect(backend.calls).toEqual(['reclaim 1']);
    expect(labs.status().state).toBe('none');
  });

  test('tears down what was being built', async () => {
    const { labs, backend } = await killedServer(async ({ labs: dead, backend: deadBackend }) => {
      const gate = deadBackend.hold('up');
      void dead.tryAcquire(wish()).catch(() => undefined);
      await gate.reached;
    });
    expect(await labs.reclaim('a')).toMatchObject({
      notAdopted: 'it was being built or torn down when its server died',
    });
    expect(backend.calls).toEqual(['reclaim 1']);
  });

  test('tears down what was being torn down', async () => {
    const { labs, backend } = await killedServer(async ({ labs: dead, backend: deadBackend }) => {
      await dead.tryAcquire(wish());
      const gate = deadBackend.hold('down');
      void dead.destroy('a', { force: true });
      await gate.reached;
    });
    expect(await labs.reclaim('a')).toMatchObject({ notAdopted: expect.stringContaining('torn down') });
    expect(backend.calls).toEqual(['reclaim 1']);
  });

  test('tears down what the backend does not find whole', async () => {
    const { labs, backend } = await killedServer(async ({ labs: dead, backend: deadBackend }) => {
      await dead.tryAcquire(wish());
      deadBackend.running.clear();
    });
    expect(await labs.reclaim('a')).toMatchObject({ notAdopted: 'nothing of it runs' });
    expect(backend.calls).toEqual(['adopt 1', 'reclaim 1']);
  });
});

test('nobody is told of a reference before a successor would know it', async () => {
  const bench = await openBench();
  await bench.labs.tryAcquire(wish());
  expect(bench.lock.data['use']).toMatchObject({ references: [{ owner: 'a' }] });
  await bench.labs.tryAcquire(wish());
  expect(bench.lock.data['use']).toMatchObject({ references: [{ owner: 'a' }, { owner: 'a' }] });
});

describe('a bad topology that only the backend itself sees through', () => {
  test('costs nobody the idle lab: it is rehearsed first', async () => {
    const { labs, backend } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    await expect(labs.tryAcquire(wish({ topology: 'late' }))).rejects.toMatchObject({
      code: 'invalid_topology',
    });
    expect(backend.calls.at(-1)).toBe('rehearse');
    expect(labs.status()).toMatchObject({ state: 'idle', generation: 1 });
  });

  test('is a refusal, not a failed start, where there was no lab to lose', async () => {
    const { labs, backend } = await openBench();
    await expect(labs.tryAcquire(wish({ topology: 'late' }))).rejects.toMatchObject({
      code: 'invalid_topology',
    });
    expect(backend.calls).not.toContain('rehearse');
    expect(backend.running.size).toBe(0);
  });

  test('is not rehearsed when it is the topology that runs', async () => {
    const { labs, backend } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    await labs.tryAcquire(wish());
    expect(backend.calls).not.toContain('rehearse');
  });

  test('is decided anew when the lab went while it was rehearsed', async () => {
    const { labs, backend, clock } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    const gate = backend.hold('rehearse');
    const next = labs.tryAcquire(wish({ topology: 'y' }));
    await gate.reached;
    clock.advance(300_000);
    gate.open();
    expect(await next).toMatchObject({ reused: false, generation: 2 });
    expect(backend.calls.filter((call) => call === 'rehearse')).toHaveLength(1);
    expect(backend.overlapped).toBe(false);
  });
});

describe('an idle lab that is not whole any more', () => {
  test('is not handed out, but removed, and a new one is started', async () => {
    const { labs, backend, events } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    backend.ailment = 'its container r1 has stopped';
    expect(await labs.tryAcquire(wish())).toMatchObject({ reused: false, generation: 2 });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'lab.failed',
        failure: expect.objectContaining({ message: expect.stringContaining('r1 has stopped') }),
      }),
    );
    expect(backend.overlapped).toBe(false);
  });

  test('is looked at before it is handed out, not for each further reference', async () => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    backend.ailment = 'its container r1 has stopped';
    expect(await labs.tryAcquire(wish())).toMatchObject({ reused: true, generation: 1 });
  });
});

test('a release that was confirmed is known to a successor', async () => {
  const { labs, lock } = await openBench();
  await labs.tryAcquire(wish());
  labs.release('a');
  await labs.noted();
  expect(lock.data['use']).toMatchObject({ references: [] });
});
