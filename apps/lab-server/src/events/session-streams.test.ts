import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { FakeClock } from '@remote-lab/lab-manager/testing';
import { openSqliteStore, type Session, SessionQueue } from '@remote-lab/session-queue';
import type { EventSink } from './event-sink';
import { SessionStreams } from './session-streams';

// The order in which many are told, which no client could see; what one is told is in conformance/events.test.ts.

async function open(sessions: number) {
  const clock = new FakeClock();
  const store = await openSqliteStore({ memory: true });
  let ids = 0;
  const queue = await SessionQueue.open({
    store,
    clock,
    newId: () => `session-${ids++}`,
    timeouts: { waitingMs: 1_000_000, activeMs: 1_000_000 },
  });
  const streams = new SessionStreams({
    queue,
    labs: { onEvent: () => ({ [Symbol.dispose]: () => undefined }) },
    describe: ({ status, position }) => ({ status, position }),
  });
  const queued: Session[] = [];
  for (let each = 0; each < sessions; each += 1) queued.push(await queue.enqueue());
  const told: string[] = [];
  const sinkOf = (id: string): EventSink => ({
    send: ({ event, data }) =>
      void told.push(`${id} ${event} ${String((JSON.parse(data) as { position?: number }).position)}`),
    end: () => void told.push(`${id} is over`),
  });
  // Those behind listen first, so that the order is no accident.
  for (const session of queued.toReversed()) streams.open(session, undefined, sinkOf(session.id));
  told.length = 0;
  return {
    queue,
    streams,
    told,
    async [Symbol.asyncDispose]() {
      streams[Symbol.dispose]();
      await queue.close();
      await store.close();
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

test('whoever is promoted is told first, then those who moved up', async () => {
  await using bench = await open(4);
  await bench.queue.end('session-0', 'released');
  expect(bench.told).toEqual([
    'session-0 session.ended undefined',
    'session-0 is over',
    'session-1 session.active 0',
  ]);
  await settle();
  expect(bench.told.slice(3).sort()).toEqual(['session-2 session.moved 1', 'session-3 session.moved 2']);
});

test('a queue of any length is told, a part at a time, and everybody once', async () => {
  await using bench = await open(350);
  await bench.queue.end('session-0', 'released');
  await settle();
  const moved = bench.told.filter((line) => line.includes('session.moved'));
  expect(new Set(moved).size).toBe(348);
  expect(moved).toHaveLength(348);
});

test('nobody is told a place twice, nor one that is no longer true', async () => {
  await using bench = await open(5);
  await Promise.all([
    bench.queue.end('session-0', 'released'),
    bench.queue.end('session-3', 'released'),
    bench.queue.end('session-1', 'released'),
  ]);
  await settle();
  const last = bench.told.filter((line) => line.startsWith('session-4'));
  expect(last.at(-1)).toBe('session-4 session.moved 1');
  expect(new Set(last).size).toBe(last.length);
  expect(bench.told.filter((line) => line.startsWith('session-2'))).toContain('session-2 session.active 0');
});

test('at the end all streams are over, and nobody is told anything any more', async () => {
  await using bench = await open(3);
  bench.streams[Symbol.dispose]();
  expect(bench.told.sort()).toEqual(['session-0 is over', 'session-1 is over', 'session-2 is over']);
  await bench.queue.end('session-0', 'released');
  await settle();
  expect(bench.told).toHaveLength(3);
});
