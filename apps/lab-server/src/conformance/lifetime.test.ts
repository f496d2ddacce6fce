import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FakeClock, ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { eventually } from '../testing/eventually';
import { ask, type Answer, join, labForm } from '../testing/http';
import { startTestServer, type TestServer, type TestServerOptions } from '../testing/test-server';

// Signs of life, endings, and what they do to the lab; time is told by hand.

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0).reverse()) await server[Symbol.asyncDispose]();
});

async function start(
  options: TestServerOptions = {},
): Promise<{ server: TestServer; clock: FakeClock; backend: ScriptedBackend }> {
  const clock = options.clock ?? new FakeClock();
  const backend = new ScriptedBackend();
  const server = await startTestServer({ ...options, clock, backend });
  servers.push(server);
  return { server, clock, backend };
}

const pair = { name: 'pair.yml', content: 'nodes: [r1, r2]' };
const acquire = (
  server: TestServer,
  session: string,
  reuse = 'true',
  signal?: AbortSignal,
): Promise<Answer> =>
  ask(server.url, 'POST', '/lab', {
    session,
    body: labForm(pair, [], { reuse }),
    ...(signal === undefined ? {} : { signal }),
  });
const status = async (server: TestServer, id: string): Promise<unknown> =>
  (await ask(server.url, 'GET', `/session/${id}`)).body;
const lab = async (server: TestServer, session: string): Promise<unknown> =>
  (await ask(server.url, 'GET', '/lab', { session })).body;
const queueLength = async (server: TestServer): Promise<unknown> =>
  ((await ask(server.url, 'GET', '/debug/health')).body as { queue_length: number }).queue_length;

describe('expiry', () => {
  test('the active session goes after 300 s of silence, its lab with it, and the next one follows', async () => {
    const { server, clock, backend } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    await acquire(server, first.id);
    clock.advance(300_000);
    await ask(server.url, 'POST', '/session/heartbeat', { session: second.id });
    expect(await queueLength(server)).toBe(2);

    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 1);
    expect(await status(server, second.id)).toMatchObject({ status: 'active', position: 0 });
    await eventually(() => backend.running.size === 0);
    const gone = await ask(server.url, 'GET', `/session/${first.id}`);
    expect(gone).toMatchObject({ status: 404, body: { detail: 'Session not found' } });
    expect((gone.body as { reason: string }).reason).toContain('300 s without a sign of life');
  });

  test('a waiting session goes after 600 s of silence', async () => {
    const { server, clock } = await start();
    const first = await join(server.url);
    await join(server.url);
    for (let minute = 0; minute < 10; minute++) {
      clock.advance(60_000);
      await ask(server.url, 'POST', '/session/heartbeat', { session: first.id });
    }
    expect(await queueLength(server)).toBe(2);
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 1);
  });

  test('polling keeps a waiting session alive; reading who is active keeps nobody alive', async () => {
    const { server, clock } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    for (let minute = 0; minute < 5; minute++) {
      clock.advance(60_000);
      await status(server, second.id);
      expect((await ask(server.url, 'GET', '/active-session')).body).toMatchObject({ session_id: first.id });
    }
    clock.advance(1_000);
    await eventually(async () => (await queueLength(server)) === 1);
    expect(await status(server, second.id)).toMatchObject({ status: 'active' });
  });

  test('promotion restarts the clock', async () => {
    const { server, clock } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    clock.advance(299_000);
    await ask(server.url, 'DELETE', `/session/${first.id}`);
    clock.advance(299_000);
    expect(await queueLength(server)).toBe(1);
    expect(await status(server, second.id)).toMatchObject({ status: 'active' });
  });

  test('a start of twenty minutes does not cost the session that asked for it', async () => {
    const { server, clock, backend } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id);
    await up.reached;
    clock.advance(20 * 60_000);
    await ask(server.url, 'GET', '/debug/health');
    up.open();
    expect(await answer).toMatchObject({ status: 200, body: { reused: false } });
    clock.advance(299_000);
    expect(await lab(server, id)).toMatchObject({ running: true, ref_count: 1 });
  });

  test('silence after a long start counts from its end, also when nothing else happens meanwhile', async () => {
    const { server, clock, backend } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id);
    await up.reached;
    clock.advance(20 * 60_000);
    await ask(server.url, 'GET', '/debug/health');
    up.open();
    await answer;
    clock.advance(301_000);
    await eventually(async () => (await queueLength(server)) === 0);
    await eventually(() => backend.running.size === 0);
  });
});

describe('the end of the active session', () => {
  test('a reusable lab is handed to the next session that wants the same', async () => {
    const { server, backend } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    await acquire(server, first.id);
    await ask(server.url, 'DELETE', `/session/${first.id}`);
    expect(await acquire(server, second.id)).toMatchObject({ status: 200, body: { reused: true } });
    expect(backend.calls.filter((call) => call.startsWith('up'))).toEqual(['up 1']);
  });

  test.each([
    ['reuse=false', 'false', ''],
    ['a crash', 'true', '?reason=crashed'],
  ])(
    'after %s the lab is torn down; promotion does not wait for it, the next acquire does',
    async (_name, reuse, query) => {
      const { server, backend } = await start();
      const first = await join(server.url);
      const second = await join(server.url);
      await acquire(server, first.id, reuse);
      const down = backend.hold('down');
      await ask(server.url, 'DELETE', `/session/${first.id}${query}`);
      await down.reached;
      expect(await status(server, second.id)).toMatchObject({ status: 'active', position: 0 });
      const next = acquire(server, second.id);
      down.open();
      expect(await next).toMatchObject({ status: 200, body: { reused: false } });
      expect(backend.overlapped).toBe(false);
      expect([...backend.running]).toEqual([2]);
    },
  );

  test('a failed teardown does not hold up the queue', async () => {
    const { server, backend } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    await acquire(server, first.id, 'false');
    backend.failNext('down', 'stuck', 'stuck', 'stuck');
    expect(await ask(server.url, 'DELETE', `/session/${first.id}`)).toMatchObject({ status: 204 });
    expect(await status(server, second.id)).toMatchObject({ status: 'active', position: 0 });
  });

  test('ends its start that is still under way', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id);
    await up.reached;
    await ask(server.url, 'DELETE', `/session/${id}`);
    expect(await answer).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    await eventually(() => backend.running.size === 0);
  });
});

describe('a client that goes away before it has its answer', () => {
  test('leaves no reference and no lab behind', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const leave = new AbortController();
    const answer = acquire(server, id, 'true', leave.signal);
    await up.reached;
    leave.abort();
    await expect(answer).rejects.toThrow();
    await eventually(() => backend.running.size === 0);
    await eventually(async () => ((await lab(server, id)) as { state: string }).state !== 'stopping');
    expect(await lab(server, id)).toMatchObject({ running: false, ref_count: 0 });
    expect(await acquire(server, id)).toMatchObject({ status: 200, body: { reused: false } });
  });
});

describe('a client that gives up on joining', () => {
  test('is not left standing in the queue', async () => {
    const { server } = await start();
    const leave = new AbortController();
    const joining = ask(server.url, 'POST', '/session', { signal: leave.signal });
    const settled = Promise.allSettled([joining]);
    leave.abort();
    await settled;
    await eventually(async () => (await queueLength(server)) === 0);
  });

  test.each(['end', 'destroy'] as const)(
    'right after it has sent its request (%s) is not left standing in the queue either',
    async (leave) => {
      const { server } = await start();
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      const closed = once(socket, 'close');
      socket.write('POST /session HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n', () => socket[leave]());
      socket.resume();
      await closed;
      // The next one is the only one as soon as the other is gone; before it has come, it makes a second.
      const { id } = await join(server.url);
      await eventually(async () => (await queueLength(server)) === 1);
      expect(await status(server, id)).toMatchObject({ status: 'active', position: 0 });
    },
  );
});

describe('shutdown and restart', () => {
  test('what runs is torn down, the queue is kept, and the active session is told that its lab is gone', async () => {
    const { server, backend } = await start();
    const first = await join(server.url);
    const second = await join(server.url);
    await acquire(server, first.id);
    await server.shutdown();
    expect(backend.running.size).toBe(0);

    const { server: next, backend: nextBackend } = await start({ stateDir: server.stateDir });
    expect(await status(next, first.id)).toMatchObject({ status: 'active', position: 0 });
    expect(await status(next, second.id)).toMatchObject({ status: 'waiting', position: 1 });
    const told = await lab(next, first.id);
    expect(told).toMatchObject({ running: false });
    expect((told as { reason: string }).reason).toContain('restarted');
    expect(await ask(next.url, 'GET', '/lab/devices', { session: first.id })).toMatchObject({
      status: 404,
      body: { detail: 'No lab running' },
    });

    expect(await acquire(next, first.id)).toMatchObject({ status: 200 });
    expect(nextBackend.calls).toContain('up 2');
    expect(await lab(next, first.id)).not.toHaveProperty('reason');
  });

  test('while going down, new work is refused and a late goodbye is welcome', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    await acquire(server, id);
    const down = backend.hold('down');
    const stopped = server.shutdown();
    await down.reached;
    const refused = { status: 503, body: { code: 'shutting_down' } };
    expect(await ask(server.url, 'POST', '/session')).toMatchObject(refused);
    expect(await acquire(server, id)).toMatchObject(refused);
    expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 503, body: { ready: false } });
    expect(await ask(server.url, 'DELETE', '/session/never-heard-of')).toMatchObject({ status: 204 });
    expect(await ask(server.url, 'DELETE', `/session/${id}`)).toMatchObject({ status: 204 });
    down.open();
    await stopped;
    await expect(ask(server.url, 'GET', '/healthz')).rejects.toThrow();
  });

  test('a connection on which nothing is asked does not hold up the end', async () => {
    const { server } = await start({ config: { shutdownTimeoutMs: 3_600_000 } });
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    // The server has taken it in by the time it answers one that came later.
    await ask(server.url, 'GET', '/healthz');
    const closed = once(socket.resume(), 'close');
    await server.shutdown();
    await closed;
  });

  test('a start under way is cancelled, and its client is told why', async () => {
    const { server, backend } = await start();
    const { id } = await join(server.url);
    const up = backend.hold('up');
    const answer = acquire(server, id);
    await up.reached;
    const stopped = server.shutdown();
    expect(await answer).toMatchObject({ status: 503, body: { code: 'shutting_down' } });
    await stopped;
    expect(backend.running.size).toBe(0);
  });

  test('a second server on the same state dir is refused, with the owner named', async () => {
    const { server } = await start();
    await expect(start({ stateDir: server.stateDir })).rejects.toMatchObject({
      code: 'host_locked',
      message: expect.stringContaining(String(process.pid)),
    });
  });
});

test('a session that hears nothing but busy because of its own references is told what to release', async () => {
  const { server, clock } = await start();
  const { id } = await join(server.url);
  await acquire(server, id);
  const other = (): Promise<Answer> =>
    ask(server.url, 'POST', '/lab', { session: id, body: labForm({ name: 'o.yml', content: 'nodes: [x]' }) });
  for (let minute = 0; minute < 10; minute++) {
    expect(await other()).toMatchObject({ status: 423, body: { code: 'lab_busy' } });
    clock.advance(60_000);
  }
  expect(await other()).toMatchObject({ status: 409, body: { code: 'self_deadlock' } });
});
