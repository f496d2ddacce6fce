import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import {
  active,
  gone,
  noContent,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
  waiting,
} from './test-fixtures/scripted-server';

const TOPOLOGY = { name: 'two.yml', content: 'nodes: [r1, r2]\n' };

describe('a whole visit', () => {
  test('queues, acquires, uses, releases and leaves', async () => {
    await using server = await ScriptedServer.start();
    const clock = new FakeClock();
    server
      .on('POST /session', {
        status: 201,
        body: { session_id: SESSION_ID, position: 2, name: 'amber-otter' },
      })
      .on(`GET ${SESSION_TARGET}`, waiting(2), waiting(1), waiting(1), active);
    const positions: number[] = [];

    const client = await RemoteLabClient.connect({
      baseUrl: `${server.url}/`,
      owner: 'ann',
      labels: { team: 'core' },
      onPosition: (position) => positions.push(position),
      clock,
      watchdog: false,
    });
    const lab = await client.acquire(TOPOLOGY, { reuse: true });
    await lab.release();
    await client.close();

    expect(client.sessionId).toBe(SESSION_ID);
    expect(client.name).toBe('amber-otter');
    expect(positions).toEqual([2, 1, 0]);
    expect(clock.slept).toEqual([1_000, 1_000, 1_000]);
    expect(lab.devices.map((device) => device.name)).toEqual(['r1', 'r2']);
    expect([lab.reused, lab.identity, lab.generation]).toEqual([false, 'ab'.repeat(32), 7]);
    expect(server.targets.filter((target) => !target.startsWith('GET'))).toEqual([
      'POST /session',
      'POST /lab',
      'POST /lab/release',
      `DELETE ${SESSION_TARGET}`,
    ]);
    expect(JSON.parse(String(server.to('POST /session')[0]?.body))).toEqual({
      owner: 'ann',
      labels: { team: 'core' },
      wait_timeout: 610,
    });
    expect(server.to('POST /lab')[0]?.headers['x-session-id']).toBe(SESSION_ID);
  });

  test('leaves by itself at the end of an `await using` block', async () => {
    await using server = await ScriptedServer.start();
    {
      await using client = await RemoteLabClient.connect({
        baseUrl: server.url,
        clock: new FakeClock(),
        watchdog: false,
      });
      await using lab = await client.acquire(TOPOLOGY, { reuse: false });
      expect(lab.device('r1').platform).toBe('arista_eos');
    }
    expect(server.targets.slice(-2)).toEqual(['POST /lab/release', `DELETE ${SESSION_TARGET}`]);
  });
});

test('the server is found by REMOTE_LAB_URL when the caller gives no address', async () => {
  await using server = await ScriptedServer.start();
  const before = process.env['REMOTE_LAB_URL'];
  process.env['REMOTE_LAB_URL'] = server.url;
  try {
    const client = await RemoteLabClient.connect({ clock: new FakeClock(), watchdog: false });
    await client.close();
  } finally {
    if (before === undefined) delete process.env['REMOTE_LAB_URL'];
    else process.env['REMOTE_LAB_URL'] = before;
  }
  expect(server.to('POST /session')).toHaveLength(1);
});

describe('close', () => {
  test('ends the session once, however often it is called, and leaves nothing open', async () => {
    await using server = await ScriptedServer.start();
    const clock = new FakeClock();
    const client = await RemoteLabClient.connect({ baseUrl: server.url, clock, watchdog: false });
    expect(clock.waiting).toBe(1);

    await Promise.all([client.close(), client.close()]);
    await client.close();
    await server.allClosed();

    expect(server.to(`DELETE ${SESSION_TARGET}`)).toHaveLength(1);
    expect(clock.waiting).toBe(0);
    expect(server.sockets.size).toBe(0);
  });

  test('is content when the session is already gone', async () => {
    await using server = await ScriptedServer.start();
    server.on(`DELETE ${SESSION_TARGET}`, gone());
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    await expect(client.close()).resolves.toBeUndefined();
  });

  test('tells when the server refuses, and can be tried again', async () => {
    await using server = await ScriptedServer.start();
    server.on(
      `DELETE ${SESSION_TARGET}`,
      { status: 500, body: { detail: 'Broken', code: 'internal_error' } },
      noContent,
    );
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    await expect(client.close()).rejects.toMatchObject({
      code: 'internal_error',
      message: 'Broken',
      status: 500,
    });
    await expect(client.close()).resolves.toBeUndefined();
  });

  test('rejects what is pending, and what comes later', async () => {
    await using server = await ScriptedServer.start();
    let closed: Promise<void> | undefined;
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    server.on('POST /lab', () => {
      closed = client.close();
      return 'hang';
    });
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({ code: 'client_closed' });
    await expect(closed).resolves.toBeUndefined();
    await expect(client.status()).rejects.toMatchObject({ code: 'client_closed' });
  });

  test('does not hang on a server that does not answer', async () => {
    await using server = await ScriptedServer.start();
    server.on(`DELETE ${SESSION_TARGET}`, 'hang');
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
      teardownTimeout: 20,
    });
    await expect(client.close()).rejects.toMatchObject({
      code: 'request_timeout',
      message: expect.stringContaining('DELETE /session/{session_id} got no answer'),
    });
  });
});

describe('a connected client', () => {
  test('tells what runs', async () => {
    await using server = await ScriptedServer.start();
    server.on('GET /lab', {
      status: 200,
      body: {
        running: true,
        topology: 'two.yml',
        ref_count: 1,
        devices: [{ name: 'r1', raw: {} }],
        netlab_status: null,
        state: 'in_use',
      },
    });
    await using client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    const status = await client.status();
    expect(status).toMatchObject({
      running: true,
      topology: 'two.yml',
      refCount: 1,
      state: 'in_use',
      identity: undefined,
    });
    expect(status.devices.map((device) => device.name)).toEqual(['r1']);
    expect((await client.devices()).map((device) => device.port)).toEqual([2201, 2202]);
  });

  test('destroys the lab, and says so when it may not', async () => {
    await using server = await ScriptedServer.start();
    server.on('DELETE /lab', { status: 409, body: { detail: 'Lab still in use' } }, { status: 202 });
    await using client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    await expect(client.destroy({ force: false })).rejects.toMatchObject({ code: 'lab_in_use', status: 409 });
    await client.destroy({ force: true });
    expect(server.to('DELETE /lab').map((request) => request.query.get('force'))).toEqual(['false', 'true']);
  });
});
