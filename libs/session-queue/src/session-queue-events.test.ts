import { describe, expect, test } from '@jest/globals';
import type { QueueEvent } from './queue-event';
import type { SessionQueue } from './session-queue';
import { queueInMemory } from './test-fixtures/queue-on-store';

const never = new AbortController().signal;

function eventsOf(queue: SessionQueue): QueueEvent[] {
  const events: QueueEvent[] = [];
  queue.onEvent((event) => events.push(event));
  return events;
}

describe('events', () => {
  test('tell of arrival, promotion, end and who moved up, in the order of what happened', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    const events = eventsOf(queue);
    const [first, second, third] = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    const at = clock.date();
    expect(events).toEqual([
      { type: 'session.queued', at, session: first },
      { type: 'session.active', at, session: first },
      { type: 'session.queued', at, session: second },
      { type: 'session.queued', at, session: third },
    ]);
    events.length = 0;
    const ended = await queue.end(first.id, 'released');
    expect(events).toEqual([
      { type: 'session.ended', at, session: ended },
      { type: 'session.active', at, session: queue.active() },
      { type: 'session.moved', at, behind: first.ticket, count: 2 },
    ]);
    events.length = 0;
    await queue.end(third.id, 'released');
    expect(events.map(({ type }) => type)).toEqual(['session.ended']);
  });

  test('count those who moved when several end at once', async () => {
    await using all = await queueInMemory();
    const { queue, clock } = all;
    await queue.enqueue();
    const second = await queue.enqueue({ waitTimeoutMs: 10 });
    for (const request of [{}, { waitTimeoutMs: 10 }, {}]) await queue.enqueue(request);
    clock.advance(11);
    const events = eventsOf(queue);
    await queue.expire();
    expect(events.map(({ type }) => type)).toEqual(['session.ended', 'session.ended', 'session.moved']);
    expect(events.at(-1)).toMatchObject({ behind: second.ticket, count: 2 });
  });

  test('come after the change is done, so that a listener sees the queue as it is', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const first = await queue.enqueue();
    await queue.enqueue();
    const seen: unknown[] = [];
    queue.onEvent((event) => seen.push([event.type, queue.find(first.id), queue.counts()]));
    await queue.end(first.id, 'released');
    expect(seen[0]).toEqual(['session.ended', undefined, { waiting: 0, active: 1 }]);
  });

  test('reach nobody who has stopped listening', async () => {
    await using all = await queueInMemory();
    const heard: string[] = [];
    const listener = (event: QueueEvent) => heard.push(event.type);
    const twice = [all.queue.onEvent(listener), all.queue.onEvent(listener)];
    twice[0]?.[Symbol.dispose]();
    await all.queue.enqueue();
    expect(heard).toEqual(['session.queued', 'session.active']);
  });

  test('cannot be broken by a listener that fails at once or later; its errors are told', async () => {
    const errors: unknown[] = [];
    await using all = await queueInMemory({
      onError: (error) => {
        errors.push(error);
        throw new Error('the one who takes errors fails, too');
      },
    });
    const { queue } = all;
    queue.onEvent(() => {
      throw new Error('at once');
    });
    const later: (event: QueueEvent) => unknown = () => Promise.reject(new Error('later'));
    queue.onEvent(later);
    const events = eventsOf(queue);
    expect(await queue.enqueue()).toMatchObject({ status: 'active' });
    await new Promise(setImmediate);
    expect(events).toHaveLength(2);
    expect(errors.map(String).sort()).toEqual(
      ['at once', 'at once', 'later', 'later'].map((message) => `Error: ${message}`),
    );
  });

  test('let a listener change the queue in turn', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const endings: Promise<unknown>[] = [];
    queue.onEvent((event) => {
      if (event.type === 'session.active') endings.push(queue.end(event.session.id, 'destroyed'));
    });
    await Promise.all([queue.enqueue(), queue.enqueue(), queue.enqueue()]);
    for (let i = 0; i < 3; i += 1) await endings[i];
    expect(queue.counts()).toEqual({ waiting: 0, active: 0 });
  });
});

describe('waiting for a change of one session', () => {
  test('ends when it moves up, is promoted, or ends', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const [first, second, third] = [await queue.enqueue(), await queue.enqueue(), await queue.enqueue()];
    const promoted = queue.changed(second.id, never);
    const moved = queue.changed(third.id, never);
    await queue.end(first.id, 'released');
    await Promise.all([promoted, moved]);
    const ended = queue.changed(second.id, never);
    await queue.end(second.id, 'released');
    await ended;
  });

  test('goes on while only those behind it come and go', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    await queue.enqueue();
    const second = await queue.enqueue();
    const controller = new AbortController();
    const changed = queue.changed(second.id, controller.signal);
    await queue.end((await queue.enqueue()).id, 'released');
    queue.renew(second.id);
    controller.abort(new Error('long enough'));
    await expect(changed).rejects.toThrow('long enough');
  });

  test('ends at once for a session that is not there, and for a signal that was aborted before', async () => {
    await using all = await queueInMemory();
    await all.queue.changed('nobody', never);
    const { id } = await all.queue.enqueue();
    await expect(all.queue.changed(id, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });

  test('fails when the queue closes, before or during', async () => {
    await using all = await queueInMemory();
    const { queue } = all;
    const { id } = await queue.enqueue();
    const during = expect(queue.changed(id, never)).rejects.toMatchObject({ code: 'queue_closed' });
    await queue.close();
    await during;
    await expect(queue.changed(id, never)).rejects.toMatchObject({ code: 'queue_closed' });
  });
});
