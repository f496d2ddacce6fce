import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FakeClock, ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { labEventDto, sessionEndedEventDto, sessionStatusResponseDto } from '@remote-lab/protocol';
import { eventually } from '../testing/eventually';
import { ask, type Answer, join, labForm } from '../testing/http';
import { type EventReader, type HeardEvent, openEvents } from '../testing/open-events';
import { silentLogger } from '../testing/silent-logger';
import { startTestServer, type TestServer, type TestServerOptions } from '../testing/test-server';

// Event streams of sessions, over real connections; time is told by hand.

const parts: AsyncDisposable[] = [];
afterEach(async () => {
  for (const part of parts.splice(0).reverse()) await part[Symbol.asyncDispose]();
});

async function start(
  options: TestServerOptions = {},
): Promise<{ server: TestServer; clock: FakeClock; backend: ScriptedBackend; log: readonly string[] }> {
  const clock = options.clock ?? new FakeClock();
  const backend = new ScriptedBackend();
  const log: string[] = [];
  const debug = (line: string): void => void log.push(line);
  const server = await startTestServer({ ...options, clock, backend, logger: { ...silentLogger, debug } });
  parts.push(server);
  return { server, clock, backend, log };
}

const gone = (log: readonly string[]) => (): boolean =>
  log.includes('GET /session/…/events client went away');

async function listen(server: TestServer, id: string, lastEventId?: string): Promise<EventReader> {
  const reader = await openEvents(server.url, `/session/${id}/events`, lastEventId);
  parts.push(reader);
  return reader;
}

const acquire = (server: TestServer, session: string, name = 'pair.yml', reuse = 'true'): Promise<Answer> =>
  ask(server.url, 'POST', '/lab', {
    session,
    body: labForm({ name, content: `nodes: [r1, r2] # ${name}` }, [], { reuse }),
  });
const leave = (server: TestServer, id: string): Promise<Answer> =>
  ask(server.url, 'DELETE', `/session/${id}`);
const queueLength = async (server: TestServer): Promise<unknown> =>
  ((await ask(server.url, 'GET', '/debug/health')).body as { queue_length: number }).queue_length;
const names = (events: readonly HeardEvent[]): string[] => events.map(({ event }) => event);

describe('a stream', () => {
  test('says at once that it is there, how things stand, and how to come back', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    const stream = await listen(server, id);
    expect(stream.status).toBe(200);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    const snapshot = await stream.next('snapshot');
    expect(sessionStatusResponseDto.problems(snapshot.data)).toEqual([]);
    expect(snapshot.data).toMatchObject({ status: 'active', position: 0, lab: { state: 'none' } });
    expect(snapshot.id).toMatch(/^[0-9a-f]{8}-0$/);
    expect(stream.text()).toMatch(/^:.*\nretry: 1000\n\nid: /);
  });

  test('keeps proxies awake with a comment every 15 s', async () => {
    const { server, clock } = await start();
    const stream = await listen(server, (await join(server.url)).id);
    await stream.next('snapshot');
    const comments = (): number => stream.text().match(/^:/gm)?.length ?? 0;
    for (const times of [2, 3, 4]) {
      clock.advance(15_000);
      await eventually(() => comments() === times);
    }
  });

  test('of an unknown session is a 404, of one that ended with how', async () => {
    const { server } = await start();
    expect(await ask(server.url, 'GET', '/session/nobody/events')).toMatchObject({
      status: 404,
      body: { code: 'session_not_found' },
    });
    const { id } = await join(server.url);
    await leave(server, id);
    const { status, body } = await ask(server.url, 'GET', `/session/${id}/events`);
    expect(status).toBe(404);
    expect((body as { reason: string }).reason).toContain('released by a request with its id');
  });

  test('does not say anybody’s id', async () => {
    const { server } = await start();
    const [first, second] = [await join(server.url), await join(server.url)];
    const streams = [await listen(server, first.id), await listen(server, second.id)] as const;
    await acquire(server, first.id);
    await leave(server, first.id);
    await streams[0].ended;
    await streams[1].next('session.active');
    for (const stream of streams) {
      expect(stream.text()).not.toContain(first.id);
      expect(stream.text()).not.toContain(second.id);
    }
  });
});

describe('those who wait', () => {
  test('hear who has the lab host, every step forward, and their turn', async () => {
    const { server, clock } = await start();
    const about = { owner: 'ann', purpose: 'nightly', url: 'https://ci.example/7' };
    const { body } = await ask(server.url, 'POST', '/session', {
      body: JSON.stringify(about),
      headers: { 'content-type': 'application/json' },
    });
    const holder = body as { session_id: string; name: string };
    const [second, third] = [await join(server.url), await join(server.url)];
    clock.advance(7_000);
    const stream = await listen(server, third.id);
    expect((await stream.next('snapshot')).data).toEqual({
      status: 'waiting',
      position: 2,
      name: expect.any(String),
      holder: { name: holder.name, ...about, active_for: 7 },
    });
    await leave(server, holder.session_id);
    const moved = await stream.next('session.moved');
    expect(sessionStatusResponseDto.problems(moved.data)).toEqual([]);
    // The one hold so far took 7 s, and the new holder has just begun.
    expect(moved.data).toMatchObject({ status: 'waiting', position: 1, estimated_wait: 7 });
    await leave(server, second.id);
    const active = await stream.next('session.active');
    expect(active.data).toMatchObject({ status: 'active', position: 0, lab: { state: 'none' } });
    expect(names(stream.heard)).toEqual(['snapshot', 'session.moved', 'session.active']);
  });

  test('hear nothing of the lab', async () => {
    const { server, backend } = await start();
    backend.output = ['a secret of the first'];
    const [first, second] = [await join(server.url), await join(server.url)];
    const stream = await listen(server, second.id);
    await acquire(server, first.id);
    await leave(server, first.id);
    await stream.next('session.active');
    expect(stream.text()).not.toContain('secret');
    expect(names(stream.heard).filter((name) => name === 'lab.output')).toEqual([]);
  });

  test('do not hear of those behind them', async () => {
    const { server } = await start();
    const [, second, third] = [await join(server.url), await join(server.url), await join(server.url)];
    const stream = await listen(server, second.id);
    const last = await listen(server, third.id);
    await leave(server, third.id);
    await last.ended;
    expect(names(stream.heard)).toEqual(['snapshot']);
  });
});

describe('the active session', () => {
  test('hears what happens to the lab, line by line', async () => {
    const { server, backend } = await start();
    backend.output = ['pulling', 'wiring'];
    const { id } = await join(server.url);
    const stream = await listen(server, id);
    await acquire(server, id, 'pair.yml', 'false');
    await ask(server.url, 'POST', '/lab/release', { session: id });
    await stream.next('lab.down');
    expect(names(stream.heard)).toEqual([
      'snapshot',
      'lab.starting',
      'lab.output',
      'lab.output',
      'lab.up',
      'lab.stopping',
      'lab.down',
    ]);
    const events = stream.heard.slice(1);
    for (const { data } of events) expect(labEventDto.problems(data)).toEqual([]);
    expect(events.map(({ data }) => data['line']).filter(Boolean)).toEqual(['pulling', 'wiring']);
    expect(events.find(({ event }) => event === 'lab.up')?.data).toMatchObject({
      topology: 'pair.yml',
      generation: 1,
      devices: 2,
    });
  });

  test('hears why a start failed, with the last words', async () => {
    const { server, backend } = await start();
    backend.output = ['no more memory'];
    backend.failNext('up', 'exit code 1');
    const { id } = await join(server.url);
    const stream = await listen(server, id);
    await acquire(server, id);
    expect((await stream.next('lab.failed')).data).toMatchObject({
      reason: 'exit code 1',
      output: ['no more memory'],
    });
  });

  test('hears that the lab of its predecessor goes, and nothing that it prints', async () => {
    const { server, backend } = await start();
    const [first, second] = [await join(server.url), await join(server.url)];
    const stream = await listen(server, second.id);
    backend.output = ['a secret of the first'];
    const up = backend.hold('up');
    const answer = acquire(server, first.id, 'first.yml');
    await up.reached;
    await ask(server.url, 'DELETE', `/session/${first.id}?reason=crashed`);
    await answer;
    await stream.next('lab.down');
    expect(names(stream.heard)).toEqual(['snapshot', 'session.active', 'lab.stopping', 'lab.down']);
    expect(stream.text()).not.toContain('secret');
  });

  test('hears how it ended, and then nothing more', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    const stream = await listen(server, id);
    await ask(server.url, 'DELETE', `/session/${id}?reason=crashed`);
    const { data } = await stream.next('session.ended');
    expect(sessionEndedEventDto.problems(data)).toEqual([]);
    expect(data).toMatchObject({ reason: 'crashed', explanation: 'reported as crashed by its client' });
    await stream.ended;
  });

  test('is told after a restart that its lab is gone', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    await acquire(server, id);
    await server.shutdown();
    const { server: next } = await start({ stateDir: server.stateDir });
    const { data } = await (await listen(next, id)).next('snapshot');
    expect(data['notice']).toContain('restarted');
  });
});

describe('a client that comes back with the last event it saw', () => {
  test('hears what it missed, nothing twice, and then what happens', async () => {
    const { server, backend } = await start();
    backend.output = ['one', 'two', 'three'];
    const { id } = await join(server.url);
    const first = await listen(server, id);
    await acquire(server, id);
    await first.next('lab.up');
    first.leave();
    await first.ended;
    const seen = first.heard.findIndex(({ data }) => data['line'] === 'two');
    const second = await listen(server, id, first.heard[seen]?.id);
    await ask(server.url, 'POST', '/lab/release', { session: id });
    await second.next('lab.idle');
    expect(names(second.heard)).toEqual(['snapshot', 'lab.output', 'lab.up', 'lab.idle']);
    expect(second.heard[1]).toEqual(first.heard[seen + 1]);
    expect(second.heard[2]).toEqual(first.heard[seen + 2]);
  });

  test('can be cut off again before it has caught up', async () => {
    const { server, backend } = await start();
    backend.output = ['one', 'two'];
    const { id } = await join(server.url);
    const first = await listen(server, id);
    const { id: begin } = await first.next('snapshot');
    await acquire(server, id);
    const second = await listen(server, id, begin);
    const { id: resumed } = await second.next('snapshot');
    const third = await listen(server, id, resumed);
    await third.next('lab.up');
    expect(names(third.heard)).toEqual(['snapshot', 'lab.starting', 'lab.output', 'lab.output', 'lab.up']);
  });

  test('may say so in the query', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    const first = await listen(server, id);
    const { id: begin } = await first.next('snapshot');
    await acquire(server, id);
    const second = await openEvents(server.url, `/session/${id}/events?last_event_id=${begin}`);
    parts.push(second);
    await second.next('lab.up');
  });

  test.each(['00000000-0', 'nonsense', ''])(
    'hears how things stand when the id is %j',
    async (lastEventId) => {
      const { server } = await start();
      const { id } = await join(server.url);
      await acquire(server, id);
      const stream = await listen(server, id, lastEventId);
      await stream.next('snapshot');
      await ask(server.url, 'POST', '/lab/release', { session: id });
      await stream.next('lab.idle');
      expect(names(stream.heard)).toEqual(['snapshot', 'lab.idle']);
    },
  );

  test('hears nothing that happened to the session before it', async () => {
    const { server, backend } = await start();
    backend.output = ['a secret of the first'];
    const [first, second] = [await join(server.url), await join(server.url)];
    const before = await listen(server, second.id);
    const { id: begin } = await before.next('snapshot');
    await acquire(server, first.id);
    await leave(server, first.id);
    await before.next('session.active');
    const stream = await listen(server, second.id, begin);
    await stream.next('lab.idle');
    expect(stream.text()).not.toContain('secret');
  });
});

describe('signs of life', () => {
  test('an open stream keeps the active session; when it closes the clock starts', async () => {
    const { server, clock, log } = await start({ config: { activeTimeoutMs: 100_000 } });
    const { id } = await join(server.url);
    clock.advance(90_000);
    const stream = await listen(server, id);
    await stream.next('snapshot');
    clock.advance(90_000);
    expect(await queueLength(server)).toBe(1);
    stream.leave();
    await eventually(gone(log));
    clock.advance(100_000);
    expect(await queueLength(server)).toBe(1);
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 0);
  });

  test('an open stream keeps a waiting session, across its promotion, too', async () => {
    const { server, clock } = await start({
      config: { waitingTimeoutMs: 100_000, activeTimeoutMs: 100_000 },
    });
    const [first, second] = [await join(server.url), await join(server.url)];
    clock.advance(60_000);
    const stream = await listen(server, second.id);
    await stream.next('snapshot');
    await ask(server.url, 'POST', '/session/heartbeat', { session: first.id });
    clock.advance(50_000);
    await leave(server, first.id);
    await stream.next('session.active');
    clock.advance(49_000);
    expect(await queueLength(server)).toBe(1);
  });

  test('a client that comes back whenever its stream has ended keeps its session, and misses nothing', async () => {
    const { server, clock, backend } = await start();
    backend.output = ['one', 'two'];
    const { id } = await join(server.url);
    let stream = await listen(server, id);
    const heard: HeardEvent[] = [];
    for (let times = 0; times < 5; times += 1) {
      await stream.next('snapshot');
      clock.advance(120_000);
      await stream.ended;
      heard.push(...stream.heard.slice(1));
      // While nobody listens.
      if (times === 1) await acquire(server, id);
      if (times === 2) await ask(server.url, 'POST', '/lab/release', { session: id });
      stream = await listen(server, id, stream.heard.at(-1)?.id);
    }
    expect(names(heard)).toEqual(['lab.starting', 'lab.output', 'lab.output', 'lab.up', 'lab.idle']);
    expect(await queueLength(server)).toBe(1);
  });

  test('a client that vanishes without a word is gone after a stream’s age and a lease, though its connection stays', async () => {
    const { server, clock } = await start({ config: { waitingTimeoutMs: 80_000, activeTimeoutMs: 90_000 } });
    const { id } = await join(server.url);
    const deaf = connect(server.port, '127.0.0.1');
    deaf.on('error', () => undefined);
    deaf.write(`GET /session/${id}/events HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(deaf, 'readable');
    clock.advance(80_000 + 90_000);
    expect(await queueLength(server)).toBe(1);
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 0);
    expect(deaf.closed).toBe(false);
    deaf.destroy();
  });

  test('one that vanishes while it waits is not kept by its promotion either', async () => {
    const { server, clock } = await start({ config: { waitingTimeoutMs: 90_000, activeTimeoutMs: 90_000 } });
    const [first, second] = [await join(server.url), await join(server.url)];
    await (await listen(server, second.id)).next('snapshot');
    clock.advance(60_000);
    await leave(server, first.id);
    clock.advance(30_000 + 90_000);
    expect(await queueLength(server)).toBe(1);
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 0);
  });

  test('no stream outlasts the limit that the session set for its wait', async () => {
    const { server, clock } = await start();
    const holder = await listen(server, (await join(server.url)).id);
    await holder.next('snapshot');
    const { body } = await ask(server.url, 'POST', '/session', {
      body: JSON.stringify({ wait_timeout: 60 }),
      headers: { 'content-type': 'application/json' },
    });
    const stream = await listen(server, (body as { session_id: string }).session_id);
    clock.advance(60_002);
    expect((await stream.next('session.ended')).data).toMatchObject({
      reason: 'wait_timeout',
      explanation: expect.stringContaining('60 s'),
    });
    await stream.ended;
  });

  test('of two streams the second keeps the session when the first goes', async () => {
    const { server, clock, log } = await start({ config: { activeTimeoutMs: 100_000 } });
    const { id } = await join(server.url);
    clock.advance(60_000);
    const [one, other] = [await listen(server, id), await listen(server, id)];
    await other.next('snapshot');
    one.leave();
    await eventually(gone(log));
    clock.advance(99_000);
    expect(await queueLength(server)).toBe(1);
  });
});

describe('the server', () => {
  test('ends all streams when it goes down, and takes on no new ones', async () => {
    const { server, backend } = await start();
    const [first, second] = [await join(server.url), await join(server.url)];
    const streams = [await listen(server, first.id), await listen(server, second.id)];
    await acquire(server, first.id);
    const down = backend.hold('down');
    const stopped = server.shutdown();
    await down.reached;
    for (const stream of streams) await stream.ended;
    expect(await ask(server.url, 'GET', `/session/${first.id}/events`)).toMatchObject({
      status: 503,
      body: { code: 'shutting_down' },
    });
    down.open();
    await stopped;
    for (const stream of streams) expect(names(stream.heard)).not.toContain('session.ended');
  });

  test('cuts a client off that does not read, and goes on for the others', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const deaf = connect(server.port, '127.0.0.1');
    deaf.on('error', () => undefined);
    await once(deaf, 'connect');
    deaf.write(`GET /session/${id}/events HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(deaf, 'readable');
    const closed = once(deaf, 'close');
    // More than the system keeps for a connection.
    backend.output = Array.from({ length: 300 }, () => 'x'.repeat(100_000));
    expect(await acquire(server, id)).toMatchObject({ status: 200 });
    const stream = await listen(server, id);
    await ask(server.url, 'POST', '/lab/release', { session: id });
    await stream.next('lab.idle');
    deaf.resume();
    await closed;
  });
});

describe('a client that reads', () => {
  test('is not cut off for one event of any size', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const stream = await listen(server, id);
    await stream.next('snapshot');
    backend.output = ['x'.repeat(8 * 1024 * 1024)];
    await acquire(server, id);
    expect((await stream.next('lab.output')).data['line']).toHaveLength(8 * 1024 * 1024);
    await stream.next('lab.up');
  });
});

describe('a client behind a proxy that buffers', () => {
  const poll = (server: TestServer, id: string, query: string): Promise<Answer> =>
    ask(server.url, 'GET', `/session/${id}?${query}`);

  test('hears of the next change as soon as it happens', async () => {
    const { server, clock } = await start();
    const [first, , third] = [await join(server.url), await join(server.url), await join(server.url)];
    const answer = poll(server, third.id, 'wait=60&position=2');
    const any = poll(server, third.id, 'wait=60');
    // The end of both patiences and the next deadline of a session.
    await eventually(() => clock.pending === 3);
    await leave(server, first.id);
    expect(await answer).toMatchObject({ status: 200, body: { status: 'waiting', position: 1 } });
    expect(await any).toMatchObject({ status: 200, body: { position: 1 } });
  });

  test('hears at once of what it does not know yet', async () => {
    const { server } = await start();
    await join(server.url);
    const { id } = await join(server.url);
    expect(await poll(server, id, 'wait=60&position=5')).toMatchObject({ body: { position: 1 } });
  });

  test('hears after its time that nothing has happened; meanwhile it cannot expire', async () => {
    const { server, clock } = await start({ config: { activeTimeoutMs: 30_000 } });
    const { id } = await join(server.url);
    clock.advance(29_000);
    const answer = poll(server, id, 'wait=60&position=0');
    // The end of the patience and the deadline that the session had.
    await eventually(() => clock.pending === 2);
    clock.advance(59_999);
    expect(await queueLength(server)).toBe(1);
    clock.advance(1);
    expect(await answer).toMatchObject({ status: 200, body: { status: 'active' } });
  });

  test('hears at once of the end of its session', async () => {
    const { server, clock } = await start();
    const { id } = await join(server.url);
    const answer = poll(server, id, 'wait=60&position=0');
    await eventually(() => clock.pending === 2);
    await leave(server, id);
    expect(await answer).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
  });

  test('does not hold up a server that goes down', async () => {
    const { server, clock } = await start();
    const { id } = await join(server.url);
    const answer = poll(server, id, 'wait=60&position=0');
    await eventually(() => clock.pending === 2);
    await server.shutdown();
    expect(await answer).toMatchObject({ status: 200, body: { position: 0 } });
  });

  test.each(['wait=61', 'wait=-1', 'wait=', 'wait=soon', 'wait=1e1', 'wait=1&wait=2', 'position=x'])(
    'is refused when it asks for %s',
    async (query) => {
      const { server } = await start();
      const { id } = await join(server.url);
      expect(await poll(server, id, query)).toMatchObject({
        status: 422,
        body: { code: 'validation_error', detail: [{ loc: ['query', query.split('=')[0]] }] },
      });
    },
  );

  test('is shown what it asked for when it asked twice', async () => {
    const { server } = await start();
    const { id } = await join(server.url);
    expect(await poll(server, id, 'wait=1&wait=2')).toMatchObject({
      body: { detail: [{ loc: ['query', 'wait'], input: '1, 2' }] },
    });
  });
});
