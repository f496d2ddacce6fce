import { describe, expect, test } from '@jest/globals';
import type { BackendCall, LabOrder } from './lab-backend';
import { ScriptedBackend } from './scripted-backend';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

const CANCELLED = { code: 'start_cancelled' };

describe('a session that ends', () => {
  test('cleanly leaves a reusable lab idle for the next one', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    await labs.tryAcquire(wish());
    labs.endSession('a', 'clean');
    expect(labs.status()).toMatchObject({ state: 'idle', references: 0 });
    expect(await labs.tryAcquire(wish({ session: 'b' }))).toMatchObject({ reused: true, generation: 1 });
  });

  test('cleanly takes a lab without reuse with it, and waits for nothing', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    await labs.tryAcquire(wish({ reuse: false }));
    labs.endSession('a', 'clean');
    expect(labs.status().state).toBe('stopping');
    down.open();
    await labs.settled();
    expect(labs.status().state).toBe('none');
  });

  test.each([
    ['while it holds references', false],
    ['after it has released them', true],
  ])('lost takes its lab with it: %s', async (_, releases) => {
    const { labs, events } = await openBench();
    await labs.tryAcquire(wish());
    if (releases) labs.release('a');
    labs.endSession('a', 'lost');
    await labs.settled();
    expect(labs.status().state).toBe('none');
    expect(events.at(-1)).toMatchObject({ type: 'lab.down', reason: 'session_lost', session: 'a' });
  });

  test('lost does no harm to an idle lab that it never used', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    labs.endSession('a', 'clean');
    labs.endSession('b', 'lost');
    labs.endSession('a', 'lost');
    expect(labs.status().state).toBe('idle');
  });

  test.each(['clean', 'lost'] as const)('%s cancels the start made for it', async (manner) => {
    const { labs, backend, events } = await openBench();
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    await up.reached;
    labs.endSession('a', manner);
    await expect(start).rejects.toMatchObject(CANCELLED);
    await labs.settled();
    expect(labs.status()).toMatchObject({ state: 'none', lastFailure: undefined });
    expect(backend.calls).toEqual(['check', 'up 1', 'down 1']);
    expect(backend.running.size).toBe(0);
    expect(events.map((event) => event.type)).toEqual(['lab.starting', 'lab.stopping', 'lab.down']);
  });

  test('loses its lab also when the backend did not hear the cancellation', async () => {
    class DeafBackend extends ScriptedBackend {
      override up(order: LabOrder, call: BackendCall) {
        return super.up(order, { ...call, signal: new AbortController().signal });
      }
    }
    const backend = new DeafBackend();
    const { labs } = await openBench({ backend });
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    await up.reached;
    labs.endSession('a', 'clean');
    await expect(start).rejects.toMatchObject(CANCELLED);
    const next = labs.tryAcquire(wish({ session: 'b' }));
    await ticks();
    up.open();
    expect(await next).toMatchObject({ reused: false, generation: 2 });
    expect(backend.running).toEqual(new Set([2]));
    expect(backend.overlapped).toBe(false);
  });

  test('gets no lab any more when its topology was still being checked', async () => {
    const { labs, backend } = await openBench();
    const check = backend.hold('check');
    const start = labs.tryAcquire(wish());
    await check.reached;
    labs.endSession('a', 'clean');
    await expect(start).rejects.toMatchObject(CANCELLED);
    check.open();
    await ticks();
    expect(backend.calls).toEqual(['check']);
  });

  test('gets no lab any more when it still waited for a teardown', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    (await labs.tryAcquire(wish({ reuse: false }))).reference.release();
    const next = labs.tryAcquire(wish({ session: 'b' }));
    await down.reached;
    labs.endSession('b', 'lost');
    await expect(next).rejects.toMatchObject(CANCELLED);
    down.open();
    await labs.settled();
    expect(labs.status().state).toBe('none');
  });
});

describe('a client that goes away before the answer', () => {
  test('cancels the start when nobody else has joined it', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const abort = new AbortController();
    const start = labs.tryAcquire(wish({ signal: abort.signal }));
    await up.reached;
    abort.abort();
    await expect(start).rejects.toMatchObject(CANCELLED);
    await labs.settled();
    expect(labs.status()).toMatchObject({ state: 'none', references: 0 });
  });

  test('leaves the start, and no reference, when another acquire has joined it', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const abort = new AbortController();
    const first = labs.tryAcquire(wish({ signal: abort.signal }));
    await up.reached;
    const second = labs.tryAcquire(wish());
    await ticks();
    abort.abort();
    await expect(first).rejects.toMatchObject(CANCELLED);
    up.open();
    await second;
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1 });
  });

  test('leaves no reference on a lab that was up already', async () => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    const check = backend.hold('check');
    const abort = new AbortController();
    const second = labs.tryAcquire(wish({ signal: abort.signal }));
    await check.reached;
    abort.abort();
    check.open();
    await expect(second).rejects.toMatchObject(CANCELLED);
    await ticks();
    expect(labs.status().references).toBe(1);
  });

  test('costs the next acquire nothing but the wait for the clean-up', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const down = backend.hold('down');
    const abort = new AbortController();
    const start = labs.tryAcquire(wish({ signal: abort.signal }));
    await up.reached;
    abort.abort();
    await expect(start).rejects.toMatchObject(CANCELLED);
    const next = labs.tryAcquire(wish());
    await down.reached;
    down.open();
    expect(await next).toMatchObject({ generation: 2, reused: false });
    expect(backend.overlapped).toBe(false);
  });
});

test('an acquire whose reference is released before its answer does not get the lab', async () => {
  const { labs, backend } = await openBench();
  const up = backend.hold('up');
  const first = labs.tryAcquire(wish());
  const refused = expect(first).rejects.toMatchObject(CANCELLED);
  await up.reached;
  const second = labs.tryAcquire(wish());
  await ticks();
  labs.onEvent((event) => {
    if (event.type === 'lab.up') labs.release('a');
  });
  up.open();
  await refused;
  await second;
  expect(labs.status()).toMatchObject({ state: 'in_use', references: 1 });
});

describe('destroying', () => {
  test('resolves when the teardown has finished, and again finds nothing', async () => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    expect(await labs.destroy('a', { force: true })).toBe('destroyed');
    expect(backend.running.size).toBe(0);
    expect(labs.status()).toMatchObject({ state: 'none', topology: undefined });
    expect(await labs.destroy('a', { force: true })).toBe('nothing');
  });

  test('without force refuses while references are held, not when the lab is idle', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    await expect(labs.destroy('a', { force: false })).rejects.toMatchObject({ code: 'lab_in_use' });
    labs.release('a');
    expect(await labs.destroy('a', { force: false })).toBe('destroyed');
  });

  test('ends a start under way', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    const refused = expect(start).rejects.toMatchObject(CANCELLED);
    await up.reached;
    await expect(labs.destroy('a', { force: false })).rejects.toMatchObject({ code: 'lab_in_use' });
    expect(await labs.destroy('a', { force: true })).toBe('destroyed');
    await refused;
    expect(backend.running.size).toBe(0);
  });

  test('joins a teardown under way, and does not wait for the next start', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    const up = backend.hold('up');
    up.open();
    (await labs.tryAcquire(wish({ reuse: false }))).reference.release();
    const secondUp = backend.hold('up');
    const destroyed = labs.destroy('a', { force: true });
    const next = labs.tryAcquire(wish());
    await down.reached;
    down.open();
    expect(await destroyed).toBe('destroyed');
    secondUp.open();
    expect(await next).toMatchObject({ generation: 2 });
  });
});

describe('closing', () => {
  test('tears the lab down, releases the lock and refuses what comes after', async () => {
    const { labs, backend, lock } = await openBench();
    await labs.tryAcquire(wish());
    expect(await labs.close()).toEqual({ left: [] });
    expect([backend.running.size, lock.releases]).toEqual([0, 1]);
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'shutting_down' });
    expect(await labs.close()).toEqual({ left: [] });
    expect(lock.releases).toBe(1);
  });

  test('ends starts and waiting acquires', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const start = expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'shutting_down' });
    await up.reached;
    const patient = labs.acquire({ ...wish({ session: 'b' }), deadlineMs: 1_000 });
    const refused = expect(patient).rejects.toMatchObject({ code: 'shutting_down' });
    await ticks();
    await labs[Symbol.asyncDispose]();
    await Promise.all([start, refused]);
    expect(backend.running.size).toBe(0);
  });

  test('reports what is left at the deadline, and leaves the lock with the record behind', async () => {
    const { labs, backend, clock, lock } = await openBench();
    const down = backend.hold('down');
    await labs.tryAcquire(wish());
    const closed = labs.close({ deadlineMs: 30_000 });
    await down.reached;
    clock.advance(30_000);
    expect((await closed).left).toEqual([
      expect.stringContaining('Lab x.yml (generation 1) was still stopping'),
    ]);
    labs.exitHook();
    expect([lock.releases, backend.abandoned]).toEqual([0, true]);
    expect(lock.data['lab']).toMatchObject({ generation: 1 });
    down.open();
    await labs.settled();
  });

  test('is cut short by its signal', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    await labs.tryAcquire(wish());
    const abort = new AbortController();
    const closed = labs.close({ signal: abort.signal });
    await down.reached;
    abort.abort();
    expect((await closed).left).toHaveLength(1);
    down.open();
    await labs.settled();
  });

  test('the exit hook abandons the lab and gives up the lock only when nothing is left', async () => {
    const { labs, backend, lock } = await openBench();
    labs.exitHook();
    expect([backend.abandoned, lock.releases]).toEqual([true, 1]);
    backend.abandon = () => {
      throw new Error('not even that');
    };
    expect(() => labs.exitHook()).not.toThrow();
  });
});
