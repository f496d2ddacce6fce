import { describe, expect, test } from '@jest/globals';
import { queueInMemory } from './test-fixtures/queue-on-store';

describe('queueing up', () => {
  test('makes the first session active and lets the others wait, each behind the one before', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const first = await queue.enqueue({ owner: 'anna', labels: { team: 'core' } });
    const second = await queue.enqueue();
    const third = await queue.enqueue();

    expect(first).toMatchObject({ status: 'active', position: 0, activeSince: clock.date() });
    expect(first.request).toEqual({ owner: 'anna', labels: { team: 'core' } });
    expect(second).toMatchObject({ status: 'waiting', position: 1 });
    expect(second.activeSince).toBeUndefined();
    expect(third).toMatchObject({ status: 'waiting', position: 2 });
    expect([first.ticket, second.ticket, third.ticket]).toEqual([1, 2, 3]);
    expect(queue.active()).toEqual(first);
    expect(queue.waiting()).toEqual([second, third]);
    expect(queue.waiting(1)).toEqual([second]);
    expect(queue.counts()).toEqual({ waiting: 2, active: 1 });
    expect(queue.find(third.id)).toEqual(third);
  });

  test('keeps the order of simultaneous calls', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const sessions = await Promise.all(Array.from({ length: 20 }, () => queue.enqueue()));
    expect(sessions.map((session) => queue.find(session.id)?.position)).toEqual(sessions.map((_, i) => i));
  });

  test('gives every live session a name of its own that says nothing of its id', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const sessions = await Promise.all(Array.from({ length: 50 }, () => queue.enqueue()));
    expect(new Set(sessions.map((session) => session.name)).size).toBe(50);
    for (const { id, name } of sessions) {
      expect(name).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
      expect(name).not.toContain(id);
    }
  });

  test.each([0, -1, Number.NaN, Infinity])('refuses a wait timeout of %d ms', async (waitTimeoutMs) => {
    await using all = await queueInMemory();
    await expect(all.queue.enqueue({ waitTimeoutMs })).rejects.toMatchObject({
      code: 'invalid_timeout',
      message: expect.stringContaining(`${waitTimeoutMs} ms`),
    });
    expect(all.queue.counts()).toEqual({ waiting: 0, active: 0 });
  });
});

describe('ending a session', () => {
  test('that is active promotes the next one and moves the others up', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const [first, second, third] = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    clock.advance(1_000);

    expect(await queue.end(first.id, 'released')).toEqual({
      id: first.id,
      name: first.name,
      ticket: 1,
      reason: 'released',
      wasActive: true,
      createdAt: first.createdAt,
      activeSince: first.activeSince,
      endedAt: clock.date(),
      explanation: 'released by a request with its id',
    });
    expect(queue.find(first.id)).toBeUndefined();
    expect(queue.active()).toMatchObject({ id: second.id, status: 'active', activeSince: clock.date() });
    expect(queue.find(third.id)).toMatchObject({ status: 'waiting', position: 1 });
  });

  test('that waits moves up only those behind it and leaves the active one alone', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const [first, second, third] = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    const ended = await queue.end(second.id, 'crashed');
    expect(ended).toMatchObject({ wasActive: false, explanation: 'reported as crashed by its client' });
    expect(ended).not.toHaveProperty('activeSince');
    expect(queue.active()).toEqual(first);
    expect(queue.find(third.id)).toMatchObject({ position: 1 });
  });

  test('that is the last one leaves an empty queue whose next session is active', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    await queue.end((await queue.enqueue()).id, 'destroyed');
    expect(queue.active()).toBeUndefined();
    expect(await queue.enqueue()).toMatchObject({ status: 'active', position: 0, ticket: 2 });
  });

  test('twice tells only the first who asked, and what became of it stays known', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const { id } = await queue.enqueue();
    const [one, other] = await Promise.all([queue.end(id, 'released'), queue.end(id, 'destroyed')]);
    expect([one?.reason, other]).toEqual(['released', undefined]);
    expect(queue.loss(id)).toEqual(one);
    expect(await queue.end('nobody', 'released')).toBeUndefined();
    expect(queue.loss('nobody')).toBeUndefined();
  });

  test('is remembered for the last so many sessions', async () => {
    await using all = await queueInMemory({ tombstones: 2 });
    const { queue } = all;
    const sessions = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    for (const { id } of sessions) await queue.end(id, 'released');
    expect(sessions.map(({ id }) => queue.loss(id)?.ticket)).toEqual([undefined, 2, 3]);
  });
});

describe('history', () => {
  test('tells who came, was served and left, by public name, with how long it took', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const first = await queue.enqueue({ owner: 'anna', waitTimeoutMs: 9_000 });
    const second = await queue.enqueue();
    clock.advance(2_000);
    await queue.end(first.id, 'released');
    clock.advance(3_000);
    await queue.end(second.id, 'destroyed');

    const lines = (await queue.history()).toReversed();
    expect(lines.map(({ kind, session }) => [kind, session])).toEqual([
      ['session.queued', first.name],
      ['session.active', first.name],
      ['session.queued', second.name],
      ['session.ended', first.name],
      ['session.active', second.name],
      ['session.ended', second.name],
    ]);
    expect(lines[0]?.data).toEqual({ ticket: 1, owner: 'anna', wait_timeout_ms: 9_000 });
    expect(lines[5]).toMatchObject({
      at: clock.date(),
      detail: 'ended by an operator',
      data: { ticket: 2, reason: 'destroyed', was_active: true, waited_ms: 2_000, active_ms: 3_000 },
    });
    expect(JSON.stringify(lines)).not.toContain('secret-');
  });

  test('takes the lines of others and keeps the last so many', async () => {
    await using all = await queueInMemory({ historyLimit: 3 });
    const { queue, clock } = all;
    for (const lab of ['a', 'b', 'c', 'd']) await queue.record({ kind: 'lab.up', lab, detail: 'It is up.' });
    const lines = await queue.history({ kind: 'lab.', limit: 2 });
    expect(lines.map(({ lab, at }) => [lab, at])).toEqual([
      ['d', clock.date()],
      ['c', clock.date()],
    ]);
    expect(await queue.history()).toHaveLength(3);
  });
});

describe('a closed queue', () => {
  test('refuses changes with what to do, still answers looks, and may be closed again', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const session = await queue.enqueue();
    await queue.close();
    await queue.close();
    const closed = { code: 'queue_closed', message: expect.stringContaining('after the restart') };
    await expect(queue.enqueue()).rejects.toMatchObject(closed);
    await expect(queue.end(session.id, 'released')).rejects.toMatchObject(closed);
    expect(queue.find(session.id)).toEqual(session);
  });

  test('finishes the changes that were under way', async () => {
    await using all = await queueInMemory();
    const enqueued = all.queue.enqueue();
    await all.queue.close();
    expect(await enqueued).toMatchObject({ status: 'active' });
  });
});
