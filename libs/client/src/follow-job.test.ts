import { describe, expect, test } from '@jest/globals';
import type { ConnectOptions } from './connect-options';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { eventually } from './test-fixtures/script-process';
import {
  acquired,
  busy,
  DEVICES,
  EventFeed,
  gone,
  noContent,
  type Reply,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
} from './test-fixtures/scripted-server';

const ID = 'j-1';
const LOOK = `GET /jobs/${ID}`;
const CANCEL = `DELETE /jobs/${ID}`;
const RELEASE = 'POST /lab/release';
const TOPOLOGY = { name: 'two.yml', content: 'nodes: [r1, r2]\n' };
const RESULT = {
  reused: false,
  devices: DEVICES,
  identity: 'ab'.repeat(32),
  generation: 7,
  reference: '7.1',
};

const job = (status: string, more: object = {}) => ({
  id: ID,
  kind: 'lab.acquire',
  status,
  created_at: '2026-01-01T00:00:00Z',
  ...more,
});
const answer = (status: string, more: object = {}): Reply => ({ status: 200, body: job(status, more) });
const accepted: Reply = {
  status: 202,
  body: job('running'),
  headers: { Location: `/jobs/${ID}`, 'Preference-Applied': 'respond-async' },
};
const succeeded = answer('succeeded', { result: RESULT });
const forgotten: Reply = { status: 404, body: { detail: 'No such job', code: 'job_not_found' } };

/** A server that answers orders with a job. */
async function jobServer(...looks: Reply[]): Promise<ScriptedServer> {
  const server = await ScriptedServer.start();
  return server
    .on('POST /lab', accepted)
    .on(LOOK, ...looks)
    .on(CANCEL, noContent);
}

function connect(server: ScriptedServer, options: ConnectOptions = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

describe('an order that becomes a job', () => {
  test('is wished for, and followed until it is finished', async () => {
    await using server = await jobServer(answer('running'), answer('pondering'), succeeded);
    await using client = await connect(server);
    await using lab = await client.acquire(TOPOLOGY, { reuse: false });

    expect(lab.generation).toBe(7);
    expect(server.to('POST /lab').map(({ headers }) => headers['prefer'])).toEqual([
      expect.stringMatching(/^respond-async, wait=\d+$/),
    ]);
    expect(server.to(LOOK).map(({ query, headers }) => [query.get('wait'), headers['x-session-id']])).toEqual(
      [
        ['20', SESSION_ID],
        ['20', SESSION_ID],
        ['20', SESSION_ID],
      ],
    );
    expect(server.to(CANCEL)).toEqual([]);
  });

  test('fails with what the request would have been refused with', async () => {
    const error = {
      detail: 'The lab could not be started',
      code: 'lab_start_failed',
      output: ['a', 'no image'],
    };
    await using server = await jobServer(answer('failed', { error, error_status: 502 }));
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      name: 'LabStartError',
      code: 'lab_start_failed',
      status: 502,
      output: ['a', 'no image'],
    });
    expect(server.to(CANCEL)).toEqual([]);
  });

  test('that finds the lab busy is asked for again', async () => {
    const error = { detail: 'Lab currently busy', code: 'lab_busy', holder: 'own_session' };
    await using server = await jobServer(answer('failed', { error, error_status: 423 }), succeeded);
    await using client = await connect(server);
    await using lab = await client.acquire(TOPOLOGY, { reuse: true });
    expect(lab.devices).toHaveLength(2);
    expect(server.to('POST /lab')).toHaveLength(2);
  });

  test('that somebody else cancelled is a failure', async () => {
    await using server = await jobServer(answer('cancelled'));
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      code: 'start_cancelled',
    });
  });

  test('is sent again, whole, when a restart of the server has swallowed the job', async () => {
    const down: Reply = { status: 503, body: { detail: 'Going down', code: 'shutting_down' } };
    const cuts = Array.from({ length: 9 }, () => 'cut' as const);
    await using server = await jobServer(down, down, down, ...cuts, forgotten);
    server.on('POST /lab', accepted, acquired);
    await using client = await connect(server);
    await using lab = await client.acquire(TOPOLOGY, { reuse: true });
    expect(lab.devices).toHaveLength(2);
    const bodies = server.to('POST /lab').map(({ body }) => body.length);
    expect(bodies).toEqual([bodies[0], bodies[0]]);
    expect(String(server.to('POST /lab')[1]?.body)).toContain(TOPOLOGY.content);
  });

  test('does not wait for ever for a server that stays away', async () => {
    await using server = await jobServer('cut');
    server.on(CANCEL, 'cut');
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({
      code: 'server_unreachable',
      message: expect.stringContaining('could not be cancelled either'),
    });
  });
});

describe('whoever gives up an order', () => {
  test.each<[string, (client: RemoteLabClient, stop: AbortController) => void, object]>([
    ['by an abort', (_, stop) => stop.abort(new Error('enough')), { message: 'enough' }],
    ['by closing an adopted session', (client) => void client.close(), { code: 'client_closed' }],
  ])('%s cancels its job first', async (_, giveUp, failure) => {
    await using server = await jobServer('hang');
    const client = await connect(server, { session: SESSION_ID });
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await eventually(() => server.to(LOOK).length === 1);
    server.on(LOOK, answer('cancelled'));
    giveUp(client, stop);
    await expect(acquiring).rejects.toMatchObject(failure);
    expect(server.to(CANCEL)).toHaveLength(1);
    expect(server.to(RELEASE)).toEqual([]);
    await client.close();
  });

  test('because time is up cancels it, too', async () => {
    await using server = await jobServer(answer('running'));
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true, timeout: 3_000 })).rejects.toMatchObject({
      code: 'acquire_timeout',
    });
    expect(server.to(CANCEL)).toHaveLength(1);
  });

  test('at the moment at which it is granted gives the lab back', async () => {
    await using server = await jobServer('hang');
    await using client = await connect(server);
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await eventually(() => server.to(LOOK).length === 1);
    server.on(LOOK, succeeded);
    stop.abort(new Error('enough'));
    await expect(acquiring).rejects.toThrow('enough');
    expect(server.to(RELEASE).map(({ query }) => query.get('reference'))).toEqual(['7.1']);
  });

  test('is told when that was not possible', async () => {
    await using server = await jobServer('hang');
    server.on(CANCEL, { status: 500, body: { detail: 'Broken', code: 'internal_error' } });
    await using client = await connect(server);
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await eventually(() => server.to(LOOK).length === 1);
    stop.abort(new Error('Enough.'));
    await expect(acquiring).rejects.toMatchObject({
      code: 'aborted',
      message: expect.stringMatching(/^Enough\. What was ordered could not be cancelled either \(Broken\)/),
    });
  });

  test('because the session is lost has nothing to cancel', async () => {
    await using server = await jobServer(gone('It expired.'));
    await using client = await connect(server);
    await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({ code: 'session_lost' });
    expect(server.to(CANCEL)).toEqual([]);
  });
});

describe('while a lab is built', () => {
  const LAB = { generation: 7, topology: 'two.yml' };
  const EVENTS = `GET ${SESSION_TARGET}/events`;

  async function listening(server: ScriptedServer, clock = new FakeClock()) {
    const feed = new EventFeed().send('snapshot', { status: 'active', position: 0 });
    server.on(EVENTS, { stream: feed });
    return [await connect(server, { clock }), feed] as const;
  }

  test('what the backend prints is handed on, in order, and all of it before the lab is', async () => {
    await using server = await jobServer('hang');
    const [client, feed] = await listening(server);
    const lines: string[] = [];
    server.on(LOOK, () => {
      feed.send('lab.starting', LAB).send('lab.output', { ...LAB, line: 'creating' });
      feed.send('lab.output', { ...LAB, topology: 'other.yml', line: 'not mine' });
      setImmediate(() =>
        feed.send('lab.output', { ...LAB, line: 'starting' }).send('lab.up', { ...LAB, devices: 2 }),
      );
      return succeeded;
    });
    await client.acquire(TOPOLOGY, { reuse: true, onOutput: (line) => lines.push(line) });
    expect(lines).toEqual(['creating', 'starting']);
    feed.send('lab.output', { ...LAB, line: 'of the next one' });
    await client.close();
    expect(lines).toHaveLength(2);
  });

  test('a listener that throws ends the order, and its job is cancelled', async () => {
    await using server = await jobServer('hang');
    const [client, feed] = await listening(server);
    const onOutput = (line: string): void => {
      throw new Error(`no ${line}`);
    };
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, onOutput });
    await eventually(() => server.to(LOOK).length === 1);
    server.on(LOOK, answer('cancelled'));
    feed.send('lab.output', { ...LAB, line: 'thanks' });
    await expect(acquiring).rejects.toThrow('no thanks');
    expect(server.to(CANCEL)).toHaveLength(1);
    await client.close();
  });

  test.each(['lab.idle', 'lab.stopping', 'lab.down', 'lab.failed'])(
    'a busy lab is asked for again as soon as there is %s',
    async (event) => {
      await using server = await ScriptedServer.start();
      server.on('POST /lab', busy, acquired);
      // Whose sleep does not end by itself.
      const clock = new FakeClock();
      clock.sleep = (milliseconds, signal) =>
        FakeClock.prototype.sleep.call(clock, milliseconds, signal, 'background');
      const [client, feed] = await listening(server, clock);
      const acquiring = client.acquire(TOPOLOGY, { reuse: true });
      await eventually(() => server.to('POST /lab').length === 1 && clock.waiting === 2);
      feed.send('lab.up', LAB);
      feed.send(event, LAB);
      await acquiring;
      expect(server.to('POST /lab')).toHaveLength(2);
      await client.close();
    },
  );

  test('a lab that became free while it was asked for is asked for again at once', async () => {
    await using server = await ScriptedServer.start();
    const clock = new FakeClock();
    const [client, feed] = await listening(server, clock);
    server.on(
      'POST /lab',
      async () => {
        feed.send('lab.idle', LAB);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return busy;
      },
      acquired,
    );
    await client.acquire(TOPOLOGY, { reuse: true });
    expect(clock.slept).toEqual([]);
    await client.close();
  });

  test('among the users of one session the next one has not long to wait', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /lab', ...Array.from({ length: 6 }, () => busy), acquired);
    const clock = new FakeClock();
    await using client = await connect(server, { clock });
    await client.acquire(TOPOLOGY, { reuse: true });
    expect(clock.slept).toEqual([250, 250, 250, 250, 250, 250]);
  });
});
