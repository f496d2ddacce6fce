import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import {
  acquired,
  busy,
  goingDown,
  gone,
  noContent,
  ScriptedServer,
  type SeenRequest,
} from './test-fixtures/scripted-server';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256);
const TOPOLOGY = { name: 'two.yml', content: BYTES };

async function connect(server: ScriptedServer, options: object = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

/** The parts as somebody else's parser reads them. */
async function parts(request: SeenRequest): Promise<readonly (readonly [string, string, Buffer])[]> {
  const type = String(request.headers['content-type']);
  const form = await new Response(Uint8Array.from(request.body), {
    headers: { 'Content-Type': type },
  }).formData();
  return Promise.all(
    [...form.entries()].map(async ([field, value]) =>
      typeof value === 'string'
        ? ([field, '', Buffer.from(value)] as const)
        : ([field, value.name, Buffer.from(await value.arrayBuffer())] as const),
    ),
  );
}

describe('acquire', () => {
  test('asks again while the lab is busy, with every byte each time and its length announced', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', busy, { status: 423, body: { detail: 'Lab currently busy' } }, acquired);
    const clock = new FakeClock();
    await using client = await connect(server, { clock });

    await using lab = await client.acquire(TOPOLOGY, {
      reuse: false,
      extraFiles: [{ path: 'configs/r1 "new".cfg', content: 'hostname ü' }],
    });

    expect(lab.devices).toHaveLength(2);
    expect(server.to('POST /lab')).toHaveLength(3);
    for (const request of server.to('POST /lab')) {
      expect(Number(request.headers['content-length'])).toBe(request.body.length);
      expect(await parts(request)).toEqual([
        ['topology', 'two.yml', Buffer.from(BYTES)],
        ['reuse', '', Buffer.from('false')],
        ['extra_files', 'configs/r1 "new".cfg', Buffer.from('hostname ü')],
      ]);
    }
    expect(clock.slept).toEqual([250, 500]);
  });

  test('gives up at its deadline, and tells who holds the lab', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', busy);
    const clock = new FakeClock();
    await using client = await connect(server, { clock });
    const before = clock.now();

    await expect(client.acquire(TOPOLOGY, { reuse: true, timeout: 20_000 })).rejects.toMatchObject({
      name: 'WaitTimeoutError',
      code: 'acquire_timeout',
      holder: 'own_session',
      message: expect.stringMatching(/busy for all of 20 s .* This very session holds it/),
    });
    expect(clock.now() - before).toBeGreaterThan(19_900);
    expect(clock.now() - before).toBeLessThanOrEqual(20_000);
  });

  test('gives up at its deadline while the lab is being built', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', busy, 'hang');
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true, timeout: 300 })).rejects.toMatchObject({
      code: 'acquire_timeout',
      message: expect.stringContaining('busy at first (Lab currently busy), then still being built'),
    });
  });

  test.each([
    [
      'a session that is not active',
      { status: 423, body: { detail: 'Session is not active' } },
      'session_not_active',
    ],
    ['a deadlock', { status: 409, body: { detail: 'Release r1', code: 'self_deadlock' } }, 'self_deadlock'],
    [
      'a wrong name',
      { status: 400, body: { detail: 'Topology must be a .yml or .yaml file' } },
      'topology_extension',
    ],
    ['an upload too large for a proxy', { status: 413, body: '<h1>Too large</h1>' }, 'upload_too_large'],
    [
      'a host out of order',
      { status: 503, body: { detail: 'Out of order', code: 'slot_quarantined' } },
      'slot_quarantined',
    ],
    ['a broken connection', 'cut' as const, 'server_unreachable'],
  ])('does not ask again after %s', async (_, reply, code) => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', reply);
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({ code });
    expect(server.to('POST /lab')).toHaveLength(1);
  });

  test('a server that goes down is asked again after its restart', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', busy, goingDown, goingDown, acquired);
    await using client = await connect(server);
    await client.acquire(TOPOLOGY, { reuse: true });
    expect(server.to('POST /lab')).toHaveLength(4);
  });

  test('a server that stays down is what the caller hears of when the time is over', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', goingDown);
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true, timeout: 600 })).rejects.toMatchObject({
      name: 'RemoteLabError',
      code: 'shutting_down',
      status: 503,
      message: 'The server is going down; ask again after its restart.',
    });
  });

  test('a failed start brings the last words of the backend', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', {
      status: 502,
      body: {
        detail: 'The lab could not be started',
        code: 'lab_start_failed',
        reason: 'netlab up failed',
        output: ['a', 'no such image'],
      },
    });
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      name: 'LabStartError',
      code: 'lab_start_failed',
      output: ['a', 'no such image'],
      message: 'The lab could not be started. netlab up failed\n  a\n  no such image',
    });
  });

  test('the bare 500 of the original is a failed start, too; a fault that is explained is not', async () => {
    await using server = await ScriptedServer.start();
    server.on(
      'POST /lab',
      { status: 500, body: 'Internal Server Error' },
      { status: 500, body: { detail: 'Oops', code: 'internal_error' } },
    );
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      name: 'LabStartError',
      code: 'lab_start_failed',
      status: 500,
    });
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      name: 'RemoteLabError',
      code: 'internal_error',
    });
  });

  test('a broken topology tells where', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', {
      status: 422,
      body: {
        detail: 'The topology cannot be read',
        code: 'invalid_topology',
        problems: [{ file: 'two.yml', line: 3, column: 5, message: 'unknown node r9' }],
      },
    });
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      code: 'invalid_topology',
      problems: [expect.objectContaining({ line: 3 })],
      message: 'The topology cannot be read. two.yml:3:5: unknown node r9',
    });
  });

  test('works with the answer of the original', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', {
      status: 200,
      body: { reused: true, devices: [{ name: 'r1', raw: {}, more: 1 }] },
    });
    await using client = await connect(server);
    const lab = await client.acquire(TOPOLOGY, { reuse: true });
    expect([lab.reused, lab.identity, lab.generation]).toEqual([true, undefined, undefined]);
  });

  test('the caller can abort, while sending and while waiting', async () => {
    await using server = await ScriptedServer.start();
    await using client = await connect(server);
    for (const reply of ['hang', busy] as const) {
      const controller = new AbortController();
      server.on('POST /lab', () => {
        controller.abort(new Error('enough'));
        return reply;
      });
      await expect(client.acquire(TOPOLOGY, { reuse: true, signal: controller.signal })).rejects.toThrow(
        'enough',
      );
    }
    expect(server.to('POST /lab')).toHaveLength(2);
  });

  test('a session that is lost meanwhile ends the call with the reason of the server', async () => {
    await using server = await ScriptedServer.start();
    const clock = new FakeClock();
    const lost: string[] = [];
    server
      .on('POST /session/heartbeat', noContent, gone('Nothing was heard for 300 s.'))
      .on('POST /lab', () => {
        clock.advance(60_000);
        return 'hang';
      });
    await using client = await connect(server, { clock, onLost: (error: Error) => lost.push(error.message) });
    server.on('POST /session/heartbeat', gone('Nothing was heard for 300 s.'));

    const message = 'Session amber-otter is gone: Nothing was heard for 300 s.';
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      code: 'session_lost',
      message,
    });
    await expect(client.devices()).rejects.toMatchObject({ code: 'session_lost', message });
    expect(lost).toEqual([message]);
  });
});
