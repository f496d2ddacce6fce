import { describe, expect, test } from '@jest/globals';
import { type ConnectOptions } from './connect-options';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import {
  active,
  DEVICES,
  gone,
  noContent,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
  waiting,
} from './test-fixtures/scripted-server';

const LOOK = `GET ${SESSION_TARGET}`;
const LEAVE = `DELETE ${SESSION_TARGET}`;
const RELEASE = 'POST /lab/release';
const TOPOLOGY = { name: 'two.yml', content: 'nodes: [r1]\n' };

function adopt(server: ScriptedServer, options: ConnectOptions = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    session: SESSION_ID,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

/** Every acquire gets a reference of its own. */
function numberReferences(server: ScriptedServer): void {
  let count = 0;
  server.on('POST /lab', () => ({
    status: 200,
    body: { reused: false, devices: DEVICES, reference: `7.${++count}` },
  }));
}

describe('an adopted session', () => {
  test('is waited for, used and left alone at the end', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(2), waiting(1), active);
    const positions: number[] = [];
    const client = await adopt(server, { onPosition: (position) => positions.push(position) });
    expect([client.adopted, client.sessionId, client.name]).toEqual([true, SESSION_ID, 'amber-otter']);
    await client.status().catch(() => undefined);
    await client.close();
    await server.allClosed();

    expect(positions).toEqual([2, 1, 0]);
    expect(server.to('POST /session')).toEqual([]);
    expect(server.to('GET /lab')[0]?.headers['x-session-id']).toBe(SESSION_ID);
    expect(server.to(LEAVE)).toEqual([]);
  });

  test('gets back what this client still has of it, and nothing else', async () => {
    await using server = await ScriptedServer.start();
    numberReferences(server);
    const client = await adopt(server);
    const first = await client.acquire(TOPOLOGY, { reuse: true });
    await client.acquire(TOPOLOGY, { reuse: true });
    await client.acquire(TOPOLOGY, { reuse: true });
    await first.release();
    await client.close();
    await client.close();
    expect(server.to(RELEASE).map(({ query }) => query.get('reference'))).toEqual(['7.1', '7.2', '7.3']);
    expect(server.to(LEAVE)).toEqual([]);
  });

  test('close tells when something could not be given back, and can be tried again', async () => {
    await using server = await ScriptedServer.start();
    numberReferences(server);
    server.on(RELEASE, { status: 500, body: { detail: 'Broken', code: 'internal_error' } }, noContent);
    const client = await adopt(server);
    await client.acquire(TOPOLOGY, { reuse: true });
    await expect(client.close()).rejects.toMatchObject({ code: 'internal_error' });
    await client.close();
    expect(server.to(RELEASE)).toHaveLength(2);
  });

  test('that was lost meanwhile leaves nothing to give back', async () => {
    await using server = await ScriptedServer.start();
    server.on(RELEASE, gone('It expired.'));
    const client = await adopt(server);
    await client.acquire(TOPOLOGY, { reuse: true });
    await expect(client.close()).resolves.toBeUndefined();
  });

  test('is not ended when waiting for it takes too long', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(1));
    await expect(adopt(server, { waitTimeout: 3_000 })).rejects.toMatchObject({ code: 'wait_timeout' });
    expect(server.to(LEAVE)).toEqual([]);
  });

  test('that does not exist is a lost one', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, gone('It was released.'));
    await expect(adopt(server)).rejects.toMatchObject({
      code: 'session_lost',
      reason: 'It was released.',
      message: expect.stringContaining('It is the one that REMOTE_LAB_SESSION, or the option session, names'),
    });
  });

  test('can be named by the environment', async () => {
    await using server = await ScriptedServer.start();
    const before = process.env['REMOTE_LAB_SESSION'];
    process.env['REMOTE_LAB_SESSION'] = SESSION_ID;
    try {
      await using client = await adopt(server, { session: undefined });
      expect(client.adopted).toBe(true);
    } finally {
      if (before === undefined) delete process.env['REMOTE_LAB_SESSION'];
      else process.env['REMOTE_LAB_SESSION'] = before;
    }
    expect(server.to('POST /session')).toEqual([]);
  });
});

describe('a token', () => {
  test('goes with every request', async () => {
    await using server = await ScriptedServer.start();
    {
      await using client = await RemoteLabClient.connect({
        baseUrl: server.url,
        token: 'tok-123',
        clock: new FakeClock(),
        watchdog: false,
      });
      await using lab = await client.acquire(TOPOLOGY, { reuse: true });
      expect(lab.devices).toHaveLength(2);
    }
    expect(server.seen.length).toBeGreaterThan(4);
    expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set(['Bearer tok-123']),
    );
  });

  test.each<[ConnectOptions, string]>([
    [{ token: 'a b' }, 'token must be a text without blanks'],
    [{ session: 'a\nb' }, 'session must be a text without blanks'],
    [{ token: 'abc', baseUrl: 'http://ann:pw@lab-host' }, 'A request has one Authorization'],
  ])('that cannot be sent is refused: %j', async (options, message) => {
    const failure: unknown = await RemoteLabClient.connect({ baseUrl: 'http://a', ...options }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'invalid_option', message: expect.stringContaining(message) });
    expect(String(failure)).not.toMatch(/a b|pw/);
  });
});
