import { describe, expect, test } from '@jest/globals';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

const EXCLUSIVE = wish({ reuse: false });

const CHECKS = ['check', 'rehearse'];

describe('acquiring a lab', () => {
  test('starts it when there is none, with one reference for the session', async () => {
    const { labs, lock } = await openBench();
    const lab = await labs.tryAcquire(wish());
    expect(lab).toMatchObject({ reused: false, generation: 1, devices: [{ name: 'r1' }, { name: 'r2' }] });
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1, holder: 'a', topology: 'x.yml' });
    expect(lock.data['lab']).toMatchObject({ generation: 1, backend: 'scripted', notes: { scripted: 1 } });
  });

  test('finds an idle lab of the same identity at once, and says so', async () => {
    const { labs, backend } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    expect(labs.status().state).toBe('idle');
    expect(await labs.tryAcquire(wish({ session: 'b' }))).toMatchObject({ reused: true, generation: 1 });
    expect(backend.calls).toEqual(['check', 'up 1', 'check']);
  });

  test('adds a reference while the session holds the same lab', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    expect(await labs.tryAcquire(wish())).toMatchObject({ reused: true });
    expect(labs.status().references).toBe(2);
  });

  test.each([
    ['another topology', wish({ topology: 'y' }), 'own_session'],
    ['the same without reuse', EXCLUSIVE, 'own_session'],
    ['another topology for another session', wish({ topology: 'y', session: 'b' }), 'other_session'],
  ])('is refused while references are held: %s', async (_, request, holder) => {
    const { labs, backend } = await openBench();
    await labs.tryAcquire(wish());
    await expect(labs.tryAcquire(request)).rejects.toMatchObject({ code: 'lab_busy', holder });
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1 });
    expect(backend.calls).not.toContain('down 1');
  });

  test.each([
    ['another topology', wish({ topology: 'y' }), 'topology_switch'],
    ['the same without reuse', EXCLUSIVE, 'exclusive_request'],
  ])('replaces an idle lab for %s', async (_, request, reason) => {
    const { labs, backend, events } = await openBench();
    (await labs.tryAcquire(wish())).reference.release();
    expect(await labs.tryAcquire(request)).toMatchObject({ reused: false, generation: 2 });
    expect(backend.calls.filter((call) => !CHECKS.includes(call))).toEqual(['up 1', 'down 1', 'up 2']);
    expect(events).toContainEqual(expect.objectContaining({ type: 'lab.down', generation: 1, reason }));
    expect(backend.overlapped).toBe(false);
  });

  test('checks the topology before it touches or even looks at what runs', async () => {
    const { labs, backend } = await openBench();
    const { reference } = await labs.tryAcquire(wish());
    const bad = wish({ topology: 'refuse' });
    await expect(labs.tryAcquire(bad)).rejects.toMatchObject({ code: 'invalid_topology' });
    reference.release();
    await expect(labs.tryAcquire(bad)).rejects.toMatchObject({ code: 'invalid_topology' });
    expect(labs.status()).toMatchObject({ state: 'idle', generation: 1 });
    expect(backend.running).toEqual(new Set([1]));
  });

  test('decides on the state as it is after the check', async () => {
    const { labs, backend } = await openBench();
    const gate = backend.hold('check');
    const slow = labs.tryAcquire(wish({ session: 'a', topology: 'y' }));
    await gate.reached;
    await labs.tryAcquire(wish({ session: 'b' }));
    gate.open();
    await expect(slow).rejects.toMatchObject({ code: 'lab_busy', holder: 'other_session' });
  });

  test('waits for a teardown under way, then starts', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    (await labs.tryAcquire(EXCLUSIVE)).reference.release();
    const next = labs.tryAcquire(wish());
    await down.reached;
    expect(labs.status()).toMatchObject({ state: 'stopping', generation: 1 });
    down.open();
    expect(await next).toMatchObject({ reused: false, generation: 2 });
    expect(backend.overlapped).toBe(false);
  });

  test('waits for a teardown no longer than its signal says', async () => {
    const { labs, backend } = await openBench();
    const down = backend.hold('down');
    (await labs.tryAcquire(EXCLUSIVE)).reference.release();
    const abort = new AbortController();
    const next = labs.tryAcquire(wish({ signal: abort.signal }));
    await down.reached;
    abort.abort();
    await expect(next).rejects.toMatchObject({ code: 'start_cancelled' });
    down.open();
    await labs.settled();
    expect(labs.status().state).toBe('none');
  });

  test('joins the start that the same session has under way for the same topology', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const first = labs.tryAcquire(wish());
    await up.reached;
    const second = labs.tryAcquire(wish());
    await ticks();
    expect(labs.status()).toMatchObject({ state: 'starting', references: 2 });
    up.open();
    expect([(await first).reused, (await second).reused]).toEqual([false, true]);
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 2 });
  });

  test('is busy for any other wish while a start is under way', async () => {
    const { labs, backend } = await openBench();
    const up = backend.hold('up');
    const first = labs.tryAcquire(wish());
    await up.reached;
    for (const request of [EXCLUSIVE, wish({ topology: 'y' }), wish({ session: 'b' })]) {
      await expect(labs.tryAcquire(request)).rejects.toMatchObject({ code: 'lab_busy' });
    }
    up.open();
    await first;
  });
});

describe('acquiring with patience', () => {
  test('gets the lab when the holder lets go', async () => {
    const { labs } = await openBench();
    const { reference } = await labs.tryAcquire(wish());
    const patient = labs.acquire({ ...wish({ session: 'b', topology: 'y' }), deadlineMs: 1_000 });
    await ticks();
    reference.release();
    expect(await patient).toMatchObject({ reused: false, generation: 2 });
  });

  test('is busy when the deadline passes', async () => {
    const { labs, clock } = await openBench();
    await labs.tryAcquire(wish());
    const patient = labs.acquire({ ...wish({ session: 'b', topology: 'y' }), deadlineMs: 1_000 });
    await ticks();
    clock.advance(1_000);
    await expect(patient).rejects.toMatchObject({ code: 'lab_busy' });
    expect(clock.pending).toBe(0);
  });

  test('ends with its signal', async () => {
    const { labs } = await openBench();
    await labs.tryAcquire(wish());
    const abort = new AbortController();
    const request = wish({ session: 'b', topology: 'y', signal: abort.signal });
    const patient = labs.acquire({ ...request, deadlineMs: 1_000 });
    await ticks();
    abort.abort();
    await expect(patient).rejects.toMatchObject({ code: 'start_cancelled' });
  });
});

describe('releasing', () => {
  test('the last reference of a reusable lab leaves it idle for the idle time, then it goes', async () => {
    const { labs, clock, backend } = await openBench({ idleTtlMs: 5_000 });
    await labs.tryAcquire(wish());
    expect(labs.release('a')).toBe('released');
    expect(labs.status()).toMatchObject({ state: 'idle', references: 0, idleSince: clock.date() });
    clock.advance(4_999);
    expect(labs.status().state).toBe('idle');
    clock.advance(1);
    await labs.settled();
    expect(labs.status().state).toBe('none');
    expect(backend.running.size).toBe(0);
  });

  test('an acquire in time stops the idle clock', async () => {
    const { labs, clock } = await openBench({ idleTtlMs: 5_000 });
    (await labs.tryAcquire(wish())).reference.release();
    clock.advance(4_999);
    await labs.tryAcquire(wish());
    clock.advance(10_000);
    expect(labs.status().state).toBe('in_use');
    expect(clock.pending).toBe(0);
  });

  test.each([
    ['with an idle time of 0', { idleTtlMs: 0 }, true],
    ['acquired without reuse', {}, false],
  ])('the last reference tears the lab down at once: %s', async (_, options, reuse) => {
    const { labs, lock } = await openBench(options);
    (await labs.tryAcquire(wish({ reuse }))).reference.release();
    expect(labs.status().state).toBe('stopping');
    await labs.settled();
    expect(labs.status().state).toBe('none');
    expect(lock.data['lab']).toBeNull();
  });

  test('a handle counts once, however often and late it is released', async () => {
    const { labs } = await openBench();
    const first = await labs.tryAcquire(wish());
    await labs.tryAcquire(wish());
    first.reference.release();
    first.reference.release();
    expect(labs.status().references).toBe(1);
    await labs.destroy('a', { force: true });
    await labs.tryAcquire(wish());
    first.reference.release();
    expect(labs.status()).toMatchObject({ generation: 2, references: 1 });
  });

  test('says when the session holds nothing, and refuses when no lab is up', async () => {
    const { labs, backend } = await openBench();
    const noLab = expect.objectContaining({ code: 'no_lab' });
    expect(() => labs.release('a')).toThrow(noLab);
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    await up.reached;
    expect(() => labs.release('a')).toThrow(noLab);
    up.open();
    await start;
    expect(labs.release('b')).toBe('nothing_held');
    expect(labs.release('a')).toBe('released');
    expect(labs.release('a')).toBe('nothing_held');
    expect(labs.status().state).toBe('idle');
  });
});

describe('a session that hears nothing but busy because of its own references', () => {
  test('is told of its deadlock after 600 s, until it gets on', async () => {
    const { labs, clock } = await openBench();
    await labs.tryAcquire(wish());
    const refusal = async () => labs.tryAcquire(wish({ topology: 'y' }));
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    for (let minute = 1; minute < 10; minute += 1) {
      clock.advance(60_000);
      await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    }
    clock.advance(59_999);
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    clock.advance(1);
    await expect(refusal()).rejects.toMatchObject({ code: 'self_deadlock', holder: 'own_session' });
    await labs.tryAcquire(wish());
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    clock.advance(600_000);
    labs.release('a');
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
  });

  test('is not told so when it asks for the second time after a long silence', async () => {
    const { labs, clock } = await openBench();
    await labs.tryAcquire(wish());
    const refusal = async () => labs.tryAcquire(wish({ topology: 'y' }));
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    clock.advance(650_000);
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
  });

  test('is told so when one patient acquire has waited all the while', async () => {
    const { labs, clock } = await openBench();
    await labs.tryAcquire(wish());
    const patient = labs.acquire({ ...wish({ topology: 'y' }), deadlineMs: 650_000 });
    const refused = expect(patient).rejects.toMatchObject({ code: 'self_deadlock' });
    await ticks();
    clock.advance(650_000);
    await refused;
  });

  test('does not count a start under way, for which waiting is right', async () => {
    const { labs, clock, backend } = await openBench();
    const up = backend.hold('up');
    const start = labs.tryAcquire(wish());
    await up.reached;
    await expect(labs.tryAcquire(EXCLUSIVE)).rejects.toMatchObject({ code: 'lab_busy' });
    clock.advance(600_000);
    await expect(labs.tryAcquire(EXCLUSIVE)).rejects.toMatchObject({ code: 'lab_busy' });
    up.open();
    await start;
  });

  test('is another matter than one that waits for somebody else', async () => {
    const { labs, clock } = await openBench();
    await labs.tryAcquire(wish());
    const refusal = async () => labs.tryAcquire(wish({ session: 'b', topology: 'y' }));
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
    clock.advance(700_000);
    await expect(refusal()).rejects.toMatchObject({ code: 'lab_busy' });
  });
});

describe('a reference that is named', () => {
  test('is given back once; saying it again takes nothing from anybody else', async () => {
    const { labs } = await openBench();
    const { reference: first } = await labs.tryAcquire(wish());
    await labs.tryAcquire(wish());
    expect(labs.release('a', first)).toBe('released');
    expect(labs.release('a', first)).toBe('nothing_held');
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1 });
  });

  test('is nothing to another session, and nothing of another lab', async () => {
    const { labs } = await openBench();
    const { reference } = await labs.tryAcquire(wish());
    expect(labs.release('b', reference)).toBe('nothing_held');
    expect(labs.release('a', { generation: 9, id: reference.id })).toBe('nothing_held');
    expect(labs.status()).toMatchObject({ state: 'in_use', references: 1 });
  });
});
