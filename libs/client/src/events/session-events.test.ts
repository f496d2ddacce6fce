import { describe, expect, test } from '@jest/globals';
import type { ConnectOptions } from '../connect-options';
import type { QueuePlace } from '../queue-place';
import { RemoteLabClient } from '../remote-lab-client';
import { FakeClock } from '../test-fixtures/fake-clock';
import { eventually, ScriptProcess } from '../test-fixtures/script-process';
import {
  active,
  EventFeed,
  gone,
  type Reply,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
  waiting,
} from '../test-fixtures/scripted-server';

const LOOK = `GET ${SESSION_TARGET}`;
const EVENTS = `GET ${SESSION_TARGET}/events`;
const LEAVE = `DELETE ${SESSION_TARGET}`;
const NAME = 'amber-otter';
const HOLDER = { name: 'calm-fox', owner: 'ann', purpose: 'nightly', url: 'https://ci/7', active_for: 90 };

const ACTIVE = { status: 'active', position: 0, name: NAME };
const inQueue = (position: number, more: object = {}) => ({
  status: 'waiting',
  position,
  name: NAME,
  ...more,
});

/** In a queue of three, with a stream to speak through. */
async function queue(feed: Reply): Promise<ScriptedServer> {
  const server = await ScriptedServer.start();
  const created = { session_id: SESSION_ID, position: 2, name: NAME };
  return server.on('POST /session', { status: 201, body: created }).on(LOOK, waiting(2)).on(EVENTS, feed);
}

function connect(server: ScriptedServer, options: ConnectOptions = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

describe('waiting by events', () => {
  test('tells each place, who has the lab host and for how long still, without asking', async () => {
    const feed = new EventFeed().send('snapshot', inQueue(2, { holder: HOLDER, estimated_wait: 1.5 }));
    await using server = await queue({ stream: feed });
    const places: (readonly [number, QueuePlace])[] = [];
    const connecting = connect(server, { onPosition: (...place) => places.push(place) });
    await eventually(() => places.length === 1);
    feed.send('session.moved', inQueue(2, { holder: { ...HOLDER, active_for: 91 } }));
    feed.send('session.moved', inQueue(2, { holder: { name: 'shy-elk', active_for: 0 } }));
    feed.send('session.moved', inQueue(1, { holder: { name: 'shy-elk', active_for: 1 } }));
    feed.write(': still there\n\n').send('session.active', ACTIVE);
    const client = await connecting;
    await client.close();
    await server.allClosed();

    const holder = {
      name: 'calm-fox',
      owner: 'ann',
      purpose: 'nightly',
      url: 'https://ci/7',
      activeFor: 90_000,
    };
    expect(places).toEqual([
      [2, { position: 2, holder, estimatedWait: 1_500 }],
      [2, { position: 2, holder: { name: 'shy-elk', activeFor: 0 } }],
      [1, { position: 1, holder: { name: 'shy-elk', activeFor: 1_000 } }],
      [0, { position: 0 }],
    ]);
    expect(server.to(LOOK)).toEqual([]);
    expect(server.to(EVENTS)).toHaveLength(1);
    expect(server.to(EVENTS)[0]?.headers).toMatchObject({ accept: 'text/event-stream' });
  });

  test('tells at least the position that the session began with when nothing more is heard', async () => {
    const feed = new EventFeed();
    await using server = await queue({ stream: feed });
    const places: QueuePlace[] = [];
    const connecting = connect(server, { onPosition: (_, place) => places.push(place) });
    await eventually(() => places.length === 1);
    expect(places).toEqual([{ position: 2 }]);
    feed.send('snapshot', ACTIVE);
    await (await connecting).close();
  });

  test('takes the events of another version for what they say', async () => {
    const feed = new EventFeed()
      .send('snapshot', { status: 'napping', position: 3 })
      .send('session.renamed', { name: 'x' })
      .write('event: session.moved\ndata: {oops\n\n')
      .send('session.active', ACTIVE);
    await using server = await queue({ stream: feed });
    await (await connect(server)).close();
    expect(server.to(LOOK)).toEqual([]);
  });

  test('ends when the caller throws, and leaves the queue', async () => {
    const feed = new EventFeed().send('snapshot', inQueue(2)).send('session.moved', inQueue(1));
    await using server = await queue({ stream: feed });
    const onPosition = (position: number): void => {
      if (position === 1) throw new Error('not today');
    };
    await expect(connect(server, { onPosition })).rejects.toThrow('not today');
    expect(server.targets.at(-1)).toBe(LEAVE);
    await server.allClosed();
  });

  test('ends when time is up, and tells who had the lab host', async () => {
    const feed = new EventFeed().send('snapshot', inQueue(1, { holder: HOLDER }));
    await using server = await queue({ stream: feed });
    await expect(connect(server, { waitTimeout: 100 })).rejects.toMatchObject({
      code: 'wait_timeout',
      holder: 'calm-fox',
      message: expect.stringContaining(
        'with 1 ahead in the queue; calm-fox (ann, nightly) has had the lab host for 90 s. ' +
          'Wait longer with waitTimeout (REMOTE_LAB_SESSION_TIMEOUT), or ask ann for it: https://ci/7',
      ),
    });
    expect(server.targets.at(-1)).toBe(LEAVE);
    await server.allClosed();
  });

  test('ends at once when the session is lost, with the reason', async () => {
    const feed = new EventFeed()
      .send('snapshot', inQueue(1))
      .send('session.ended', { reason: 'destroyed', explanation: 'ended by an operator', name: NAME });
    await using server = await queue({ stream: feed });
    const losses: unknown[] = [];
    await expect(connect(server, { onLost: (error) => losses.push(error) })).rejects.toMatchObject({
      code: 'session_lost',
      message: 'Session amber-otter is gone: ended by an operator.',
    });
    expect(losses).toEqual([]);
    expect(server.to(LEAVE)).toEqual([]);
  });

  test('ends with the loss when the session is active and lost in one breath', async () => {
    const ended = { reason: 'destroyed', explanation: 'ended by an operator', name: NAME };
    const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    const feed = new EventFeed().write(event('snapshot', ACTIVE) + event('session.ended', ended));
    await using server = await queue({ stream: feed });
    await expect(connect(server)).rejects.toMatchObject({
      code: 'session_lost',
      reason: 'ended by an operator',
    });
    expect(server.to(LEAVE)).toEqual([]);
    await server.allClosed();
  });

  test('ends as a wait that took too long when it is the server that gives up', async () => {
    const explanation = 'gave up after 60 s of waiting, the limit it had asked for';
    const feed = new EventFeed()
      .send('snapshot', inQueue(1, { holder: HOLDER }))
      .send('session.ended', { reason: 'wait_timeout', explanation, name: NAME });
    await using server = await queue({ stream: feed });
    const late = { name: 'WaitTimeoutError', code: 'wait_timeout' };
    await expect(connect(server)).rejects.toMatchObject({
      ...late,
      holder: 'calm-fox',
      message: expect.stringContaining(`The session ${explanation}, with 1 ahead in the queue; calm-fox`),
    });
    server.on(EVENTS, gone(explanation));
    await expect(connect(server)).rejects.toMatchObject(late);
    expect(server.to(LEAVE)).toEqual([]);
  });

  test('shows a holder in one line, without what a terminal would obey', async () => {
    const holder = { ...HOLDER, owner: 'ann\u001b[2J\u0007', purpose: ' a\r\nb\u0000c ' };
    const feed = new EventFeed().send('snapshot', inQueue(1, { holder })).send('session.active', ACTIVE);
    await using server = await queue({ stream: feed });
    const places: QueuePlace[] = [];
    await (await connect(server, { onPosition: (_, place) => places.push(place) })).close();
    expect(places[0]?.holder).toMatchObject({ owner: 'ann', purpose: 'a b c' });
  });

  test('of a session that is gone already ends, too', async () => {
    await using server = await queue(gone('It expired.'));
    server.on(LOOK, 'hang');
    await expect(connect(server)).rejects.toMatchObject({ code: 'session_lost', reason: 'It expired.' });
  });
});

describe('where no events come through', () => {
  test.each<[string, Reply]>([
    ['the server knows no such path', { status: 404, body: { detail: 'Not Found' } }],
    ['a proxy refuses them', { status: 403, body: '<h1>No</h1>' }],
    ['something else answers', { status: 200, body: { hello: 'world' } }],
    ['the connection breaks', 'cut'],
    ['a proxy holds them back', { stream: new EventFeed() }],
  ])(
    'because %s, it asks, and says what it knows so that the server can hold its answer',
    async (_, reply) => {
      await using server = await queue(reply);
      server.on(LOOK, waiting(2), waiting(1), active);
      const positions: number[] = [];
      const client = await connect(server, { onPosition: (position) => positions.push(position) });
      await client.close();
      await server.allClosed();
      expect(positions).toEqual([2, 1, 0]);
      const asked = server.to(LOOK).map(({ query }) => [query.get('wait'), query.get('position')]);
      expect(asked).toEqual([
        [null, null],
        ['20', '2'],
        ['20', '1'],
      ]);
    },
  );

  test('a session that is active already, new or adopted, is known at once, and not by waiting for a change', async () => {
    await using server = await ScriptedServer.start();
    server.on(EVENTS, 'hang').on(LOOK, ({ query }) => (query.has('wait') ? 'hang' : active));
    await (await connect(server)).close();
    await (await connect(server, { session: SESSION_ID })).close();
    expect(server.to(LOOK)).toHaveLength(2);
  });

  test('the first look tells who has the lab host', async () => {
    await using server = await queue({ status: 502 });
    const body = inQueue(2, { holder: HOLDER });
    server.on(LOOK, ({ query }) => (query.has('wait') ? active : { status: 200, body }));
    const places: QueuePlace[] = [];
    await (await connect(server, { onPosition: (_, place) => places.push(place) })).close();
    expect(places.map(({ holder }) => holder?.name)).toEqual(['calm-fox', undefined]);
  });

  test.each([[504], [524], [408]])(
    'a proxy that does not want to wait so long (%d) is no outage: it is asked for less, and for a long time',
    async (status) => {
      await using server = await queue({ status: 502 });
      const clock = new FakeClock();
      const waits: (string | null)[] = [];
      server.on(LOOK, ({ query }) => {
        if (!query.has('wait')) return waits.length === 8 ? active : waiting(2);
        waits.push(query.get('wait'));
        clock.advance(30_000);
        return { status, body: '<h1>Timeout</h1>' };
      });
      await (await connect(server, { clock })).close();
      expect(waits).toEqual(['20', '10', '5', '5', '5', '5', '5', '5']);
    },
  );

  test('it does not ask any more once events do come', async () => {
    const feed = new EventFeed();
    await using server = await queue({ stream: feed });
    let looks = 0;
    server.on(LOOK, () => {
      if (++looks === 2) feed.send('snapshot', inQueue(1));
      return looks === 2 ? 'hang' : waiting(2);
    });
    const positions: number[] = [];
    const connecting = connect(server, { onPosition: (position) => positions.push(position) });
    await eventually(() => positions.includes(1));
    feed.send('session.active', ACTIVE);
    await (await connecting).close();
    expect(looks).toBe(2);
  });

  test('it outlasts a restart of the server, and listens again', async () => {
    const [before, after] = [new EventFeed().send('snapshot', inQueue(2), 'a-7'), new EventFeed()];
    await using server = await queue({ stream: before });
    server.on(EVENTS, { stream: before }, 'cut', { stream: after });
    server.on(LOOK, 'cut', 'cut', 'cut', waiting(2));
    const positions: number[] = [];
    const connecting = connect(server, { onPosition: (position) => positions.push(position) });
    await eventually(() => positions.length === 1);
    before.end();
    await eventually(() => after.open);
    after.send('snapshot', ACTIVE);
    await (await connecting).close();
    expect(positions).toEqual([2, 0]);
    expect(server.to(EVENTS).map(({ headers }) => headers['last-event-id'])).toEqual([
      undefined,
      'a-7',
      'a-7',
    ]);
  });
});

describe('listening while connected', () => {
  test.each([
    ['is told of its end', 'ends' as const],
    ['finds out after a break', 'breaks' as const],
  ])(
    'a lost session is known at once when the client %s: to a call, the next one, and onLost',
    async (_, how) => {
      const feed = new EventFeed().send('snapshot', ACTIVE);
      await using server = await queue({ stream: feed });
      server.on(EVENTS, { stream: feed }, gone('ended by an operator')).on('POST /lab', 'hang');
      const losses: string[] = [];
      const clock = new FakeClock();
      await using client = await connect(server, { clock, onLost: ({ message }) => losses.push(message) });
      const acquiring = client.acquire({ name: 'a.yml', content: '' }, { reuse: true });
      await eventually(() => server.to('POST /lab').length === 1);

      if (how === 'ends')
        feed.send('session.ended', { reason: 'destroyed', explanation: 'ended by an operator', name: NAME });
      else {
        const sleepers = clock.waiting;
        feed.end('breaks');
        await eventually(() => clock.waiting > sleepers);
        clock.advance(2_000);
      }

      const message = 'Session amber-otter is gone: ended by an operator.';
      await expect(acquiring).rejects.toMatchObject({ code: 'session_lost', message });
      await expect(client.status()).rejects.toMatchObject({ code: 'session_lost', message });
      expect(losses).toEqual([message]);
      await client.close();
      expect(server.to(LEAVE)).toEqual([]);
      await server.allClosed();
    },
  );

  test('a broken stream is opened again after ever longer pauses, until the client is closed', async () => {
    const feed = new EventFeed().send('snapshot', ACTIVE, 'b-1');
    await using server = await queue({ stream: feed });
    const clock = new FakeClock();
    const client = await connect(server, { clock, heartbeatInterval: 1e9 });
    server.on(EVENTS, { status: 503, body: { detail: 'Going down', code: 'shutting_down' } });
    feed.end();
    for (const [attempt, pause] of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000].entries()) {
      await eventually(() => clock.waiting === 2);
      clock.advance(pause - 1);
      expect(server.to(EVENTS)).toHaveLength(attempt + 1);
      clock.advance(1);
      await eventually(() => server.to(EVENTS).length === attempt + 2);
    }
    await client.close();
    expect(clock.waiting).toBe(0);
    await server.allClosed();
  });

  test('an open stream does not keep the process alive', async () => {
    await using server = await queue({ stream: new EventFeed().send('snapshot', ACTIVE) });
    await using user = ScriptProcess.start(
      `await RemoteLabClient.connect({ baseUrl: '${server.url}', watchdog: false }); say('connected');`,
    );
    expect(await user.ended()).toBe(0);
    expect(user.lines).toEqual(['connected']);
  }, 30_000);

  test('nor does one that is opened again', async () => {
    const feed = new EventFeed().send('snapshot', ACTIVE);
    await using server = await queue({ stream: feed });
    const again = new EventFeed();
    server.on(EVENTS, { stream: feed }, { stream: again });
    await using user = ScriptProcess.start(`
      await RemoteLabClient.connect({ baseUrl: '${server.url}', watchdog: false });
      say('connected');
      await new Promise((resolve) => process.stdin.once('data', resolve));
      process.stdin.destroy();`);
    await user.said('connected');
    feed.end();
    await eventually(() => again.open);
    again.send('snapshot', ACTIVE);
    user.type('go on');
    expect(await user.ended()).toBe(0);
  }, 30_000);
});
