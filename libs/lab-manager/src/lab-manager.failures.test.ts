import { describe, expect, test } from '@jest/globals';
import { MemoryLabLock } from './memory-lab-lock';
import { ScriptedBackend } from './scripted-backend';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

describe('a start that fails', () => {
  test('is rolled back and answered with the last words of the backend', async () => {
    const { labs, backend, lock, clock, events } = await openBench({ outputLines: 2 });
    backend.output = ['one', 'two', 'three'];
    backend.failNext('up', 'no image for r1');
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({
      code: 'lab_start_failed',
      message: expect.stringContaining('no image for r1'),
      output: ['two', 'three'],
      cause: { message: 'no image for r1' },
    });
    expect(backend.calls).toEqual(['check', 'up 1', 'down 1']);
    const lastFailure = {
      message: 'no image for r1',
      output: ['two', 'three'],
      generation: 1,
      at: clock.date(),
    };
    expect(labs.status()).toMatchObject({ state: 'failed', generation: 1, references: 0, lastFailure });
    expect(lock.data['lab']).toBeNull();
    expect(events.slice(-3)).toMatchObject([
      { type: 'lab.stopping', reason: 'start_failed' },
      { type: 'lab.down', reason: 'start_failed', session: 'a' },
      { type: 'lab.failed', failure: { message: 'no image for r1', output: ['two', 'three'] } },
    ]);
  });

  test('fails for everybody who joined it', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const both = Promise.allSettled([labs.tryAcquire(wish()), labs.tryAcquire(wish())]);
    await up.reached;
    await ticks();
    up.fail(new Error('no'));
    const failed = { status: 'rejected', reason: { code: 'lab_start_failed' } };
    expect(await both).toMatchObject([failed, failed]);
  });

  test('is forgotten when the next one succeeds', async () => {
    const { labs, backend } = await openBench();
    backend.failNext('up', 'no');
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'lab_start_failed' });
    expect(await labs.destroy('a', { force: true })).toBe('nothing');
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 2 });
    expect(labs.status()).toMatchObject({ state: 'in_use', lastFailure: undefined });
  });

  test('because it takes too long is stopped and says so', async () => {
    const { labs, backend, clock } = await openBench({ startTimeoutMs: 60_000 });
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    const failed = expect(start).rejects.toMatchObject({
      code: 'lab_start_failed',
      message: expect.stringContaining('60 s'),
    });
    await up.reached;
    clock.advance(60_000);
    await failed;
    expect(labs.status().state).toBe('failed');
    expect(clock.pending).toBe(0);
  });

  test('because its record cannot be stored never reaches the backend', async () => {
    const { labs, backend, lock } = await openBench();
    lock.failNextUpdate = 'disk full';
    await expect(labs.tryAcquire(wish())).rejects.toThrow('disk full');
    expect(backend.calls).not.toContain('up 1');
    expect(labs.status().state).toBe('failed');
  });

  test('because there is no generation leaves the slot as it was, and the next one asks again', async () => {
    let numbers = [1];
    const { labs } = await openBench({
      nextGeneration: () => {
        const [next] = numbers;
        numbers = [];
        return next === undefined ? Promise.reject(new Error('disk full')) : Promise.resolve(next);
      },
    });
    await labs.tryAcquire(wish());
    await labs.destroy('a', { force: true });
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'lab_start_failed' });
    expect(labs.status().state).toBe('none');
    numbers = [7];
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 7 });
  });
});

describe('a teardown that fails', () => {
  test('is tried a second time', async () => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    backend.failNext('down', 'still there');
    expect(await labs.destroy('a', { force: true })).toBe('destroyed');
    expect(backend.calls).toEqual(['check', 'up 1', 'down 1', 'down 1 again']);
    expect(labs.status().state).toBe('none');
  });

  test('twice quarantines the slot until an operator clears it', async () => {
    const { labs, backend, lock, events } = await openBench();
    await labs.tryAcquire(wish());
    backend.failNext('down', 'still there', 'r1 still there');
    const stuck = { code: 'slot_quarantined', message: expect.stringContaining('r1 still there') };
    await expect(labs.destroy('a', { force: true })).rejects.toMatchObject(stuck);
    expect(labs.status()).toMatchObject({
      state: 'quarantined',
      generation: 1,
      quarantine: 'r1 still there',
    });
    expect(events.at(-1)).toMatchObject({ type: 'lab.quarantined', reason: 'r1 still there' });
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject(stuck);
    await expect(labs.destroy('a', { force: true })).rejects.toMatchObject(stuck);
    expect(() => labs.release('a')).toThrow(expect.objectContaining({ code: 'no_lab' }));

    backend.failNext('down', 'no', 'still no');
    await expect(labs.clearQuarantine()).rejects.toMatchObject({ code: 'slot_quarantined' });
    expect(lock.data['lab']).toMatchObject({ generation: 1 });
    expect(await labs.clearQuarantine()).toBe('cleared');
    expect(await labs.clearQuarantine()).toBe('nothing');
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 2 });
  });

  test('after a failed start quarantines the slot as well', async () => {
    const { labs, backend, events } = await openBench();
    backend.failNext('up', 'no');
    backend.failNext('down', 'half a lab', 'half a lab');
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'lab_start_failed' });
    expect(labs.status()).toMatchObject({ state: 'quarantined', lastFailure: { message: 'no' } });
    const heard = events.map((event) => event.type);
    expect(heard).toEqual(['lab.starting', 'lab.stopping', 'lab.failed', 'lab.quarantined']);
  });

  test('is reported by close, which then leaves the lock with the record behind', async () => {
    const { labs, backend, lock } = await openBench();
    await labs.tryAcquire(wish());
    backend.failNext('down', 'no', 'r1 is stuck');
    expect((await labs.close()).left).toEqual([expect.stringContaining('r1 is stuck')]);
    expect(lock.releases).toBe(0);
  });

  test('only in its book-keeping is a problem of the event, not of the slot', async () => {
    const { labs, lock, events } = await openBench();
    await labs.tryAcquire(wish());
    lock.failNextUpdate = 'disk full';
    await labs.destroy('a', { force: true });
    expect(labs.status().state).toBe('none');
    expect(events.at(-1)).toMatchObject({
      type: 'lab.down',
      problem: expect.stringContaining('disk full'),
    });
  });
});

describe('reclaiming', () => {
  const record = {
    generation: 41,
    identity: 'i',
    topology: 'old.yml',
    backend: 'scripted',
    notes: { pid: 7 },
  };
  const after = (lab: unknown) => new MemoryLabLock({ data: { lab } });

  test('removes what the record of a dead predecessor names, and counts generations on', async () => {
    const { labs, backend, lock } = await openBench({ hostLock: after(record) });
    backend.report = { reclaimed: ['lab old.yml'], foreign: [] };
    expect(await labs.reclaim()).toMatchObject({ reclaimed: ['lab old.yml'], foreign: [] });
    expect(backend.calls).toEqual(['reclaim 41']);
    expect(lock.data['lab']).toBeNull();
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 42 });
  });

  test.each([[undefined], [null], ['x'], [{ ...record, generation: 'x' }], [{ ...record, identity: 1 }]])(
    'asks the backend without a record when there is none: %p',
    async (stored) => {
      const { labs, backend } = await openBench({ hostLock: after(stored) });
      expect(await labs.reclaim()).toEqual({ reclaimed: [], foreign: [] });
      expect(backend.calls).toEqual(['reclaim']);
    },
  );

  test('does not touch the lab of another backend, but reports it', async () => {
    const { labs, backend } = await openBench({ hostLock: after({ ...record, backend: 'netlab' }) });
    expect((await labs.reclaim()).foreign).toEqual([expect.stringContaining('backend netlab')]);
    expect(backend.calls).toEqual(['reclaim']);
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 42 });
  });

  test('makes acquires wait', async () => {
    const { labs, backend } = await openBench();
    const gate = backend.hold('reclaim');
    const reclaimed = labs.reclaim();
    await gate.reached;
    const lab = labs.tryAcquire(wish());
    await ticks();
    expect(labs.status().state).toBe('stopping');
    gate.open();
    await reclaimed;
    expect(await lab).toMatchObject({ reused: false });
    expect(backend.overlapped).toBe(false);
  });

  test('that fails quarantines the slot, and clearing tries it again', async () => {
    const { labs, backend } = await openBench({ hostLock: after(record) });
    backend.failNext('reclaim', 'no', 'no permission');
    await expect(labs.reclaim()).rejects.toMatchObject({ code: 'slot_quarantined' });
    expect(labs.status()).toMatchObject({ state: 'quarantined', generation: 41 });
    expect(await labs.clearQuarantine()).toBe('cleared');
    expect(backend.calls.at(-1)).toBe('reclaim 41');
  });

  test('comes before the first lab, not after', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    await expect(labs.reclaim()).rejects.toMatchObject({ code: 'lab_in_use' });
    expect(labs.status().state).toBe('in_use');
  });
});

describe('generations', () => {
  test('a late end of an earlier lab does not touch a later one', async () => {
    const { labs, clock } = await openBench({ idleTtlMs: 5_000 });
    const old = await labs.tryAcquire(wish());
    old.reference.release();
    await labs.destroy('a', { force: true });
    await labs.tryAcquire(wish({ session: 'b' }));
    clock.advance(5_000);
    old.reference.release();
    labs.endSession('a', 'lost');
    await labs.settled();
    expect(labs.status()).toMatchObject({ state: 'in_use', generation: 2, references: 1 });
  });

  test('grow with every start, whatever became of the one before', async () => {
    const { labs, backend } = await openBench();
    backend.failNext('up', 'no');
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'lab_start_failed' });
    const abort = new AbortController();
    const up = backend.hold('up');
    const cancelled = labs.tryAcquire(wish({ signal: abort.signal }));
    await up.reached;
    abort.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'start_cancelled' });
    expect(await labs.tryAcquire(wish())).toMatchObject({ generation: 3 });
  });
});

describe('events', () => {
  test('tell the life of a lab in order, with what each was caused by', async () => {
    const { labs, backend, events, clock } = await openBench({ idleTtlMs: 5_000 });
    backend.output = ['building'];
    (await labs.tryAcquire(wish())).reference.release();
    clock.advance(5_000);
    await labs.settled();
    expect(events).toMatchObject([
      { type: 'lab.starting', generation: 1, session: 'a', topology: 'x.yml' },
      { type: 'lab.output', line: 'building', session: 'a' },
      { type: 'lab.up', devices: 2, session: 'a' },
      { type: 'lab.idle', session: 'a' },
      { type: 'lab.stopping', reason: 'idle_ttl', session: undefined },
      { type: 'lab.down', reason: 'idle_ttl', session: undefined, problem: undefined },
    ]);
  });

  test('reach every listener although others throw, reject or have gone', async () => {
    const errors: unknown[] = [];
    const { labs } = await openBench({ onListenerError: (error) => errors.push(error) });
    const heard: string[] = [];
    labs.onEvent(() => {
      throw new Error('thrown');
    });
    const rejecting: () => unknown = () => Promise.reject(new Error('rejected'));
    labs.onEvent(rejecting);
    const gone = labs.onEvent((event) => heard.push(`gone ${event.type}`));
    gone[Symbol.dispose]();
    labs.onEvent((event) => heard.push(event.type));
    await labs.tryAcquire(wish());
    expect(heard).toEqual(['lab.starting', 'lab.up']);
    await ticks();
    expect(errors).toHaveLength(4);
  });

  test('a listener may command the manager; others still hear everything in order', async () => {
    const { labs, backend } = await openBench();
    const destroyed: Promise<unknown>[] = [];
    labs.onEvent((event) => {
      if (event.type === 'lab.up') destroyed.push(labs.destroy('a', { force: true }));
    });
    const heard: string[] = [];
    labs.onEvent((event) => heard.push(event.type));
    await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'start_cancelled' });
    expect(await Promise.all(destroyed)).toEqual(['destroyed']);
    expect(heard).toEqual(['lab.starting', 'lab.up', 'lab.stopping', 'lab.down']);
    expect(backend.overlapped).toBe(false);
    expect(backend.calls).toEqual(['check', 'up 1', 'down 1']);
  });
});

test('the devices can be asked for again while the lab is up', async () => {
  const { labs, backend } = await openBench();
  const { signal } = new AbortController();
  await expect(labs.inspect(signal)).rejects.toMatchObject({ code: 'no_lab' });
  await labs.tryAcquire(wish());
  backend.devices = [{ name: 'r9', raw: {} }];
  expect(await labs.inspect(signal)).toEqual([{ name: 'r9', raw: {} }]);
});

describe('a lab that ends by itself', () => {
  test('is cleaned up, told, and not handed out any more', async () => {
    const { labs, backend, lock, events } = await openBench();
    await labs.tryAcquire(wish());
    backend.die(1, 'its process was killed');
    await ticks();
    await labs.settled();
    expect(labs.status()).toMatchObject({
      state: 'failed',
      references: 0,
      devices: [],
      lastFailure: { message: 'its process was killed', generation: 1 },
    });
    expect(lock.data['lab']).toBeNull();
    expect(events.slice(-3)).toMatchObject([
      { type: 'lab.stopping', reason: 'lab_died' },
      { type: 'lab.down', reason: 'lab_died' },
      { type: 'lab.failed', failure: { message: 'its process was killed' } },
    ]);
    expect(await labs.tryAcquire(wish())).toMatchObject({ reused: false, generation: 2 });
  });

  describe('counts as gone when the backend can watch over it no longer', () => {
    class Unwatchable extends ScriptedBackend {
      breakWatch: (error: Error) => void = () => undefined;
      override async up(...call: Parameters<ScriptedBackend['up']>) {
        const lab = await super.up(...call);
        return { ...lab, gone: new Promise<string>((_, reject) => (this.breakWatch = reject)) };
      }
    }
    const failure = { state: 'failed', lastFailure: { message: 'its watcher broke', generation: 1 } };

    test('while it is up', async () => {
      const { labs, backend } = await openBench({ backend: new Unwatchable() });
      await labs.tryAcquire(wish());
      if (backend instanceof Unwatchable) backend.breakWatch(new Error('its watcher broke'));
      await ticks();
      await labs.settled();
      expect(backend.calls).toEqual(['check', 'up 1', 'down 1']);
      expect(labs.status()).toMatchObject(failure);
    });

    test('before its record is stored', async () => {
      const backend = new Unwatchable();
      const lock = new MemoryLabLock();
      const update = lock.update.bind(lock);
      lock.update = async (data) => {
        backend.breakWatch(new Error('its watcher broke'));
        // Long enough for a rejection that nobody hears to end the process.
        await ticks();
        await update(data);
      };
      const { labs } = await openBench({ backend, hostLock: lock });
      await expect(labs.tryAcquire(wish())).rejects.toMatchObject({ code: 'start_cancelled' });
      await labs.settled();
      expect(backend.calls).toEqual(['check', 'up 1', 'down 1']);
      expect(labs.status()).toMatchObject(failure);
    });
  });

  test('is no news once somebody else had it torn down', async () => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    await labs.destroy('a', { force: true });
    await labs.tryAcquire(wish());
    backend.die(1, 'late');
    await ticks();
    expect(labs.status()).toMatchObject({ state: 'in_use', generation: 2, lastFailure: undefined });
  });
});
