import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConnectOptions } from './connect-options';
import { RemoteLabClient } from './remote-lab-client';
import { OriginalServer, testPython } from './test-fixtures/original-server';
import { ScriptProcess } from './test-fixtures/script-process';

// The unmodified server from PyPI, which knows neither events nor jobs. See test-fixtures/original-server.ts.

const gated = testPython === '' ? describe.skip : describe;
const TIMEOUT_MS = 60_000;
const TOPOLOGY = { name: 'pair.yml', content: 'nodes: [r1, r2]\n' };
const OTHER = { name: 'other.yml', content: 'nodes: [r1, r2] # another\n' };

gated('with the server of the original', () => {
  let server: OriginalServer;

  beforeAll(async () => {
    server = await OriginalServer.start();
  }, TIMEOUT_MS);
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const connect = (options: ConnectOptions = {}): Promise<RemoteLabClient> =>
    RemoteLabClient.connect({ baseUrl: server.url, pollInterval: 20, ...options });

  test(
    'clients queue, share, release and leave',
    async () => {
      const first = await connect({ owner: 'ann' });
      const positions: number[] = [];
      const connecting = connect({ onPosition: (position) => positions.push(position) });
      const lab = await first.acquire(TOPOLOGY, { reuse: true, onOutput: () => undefined });
      const shared = await first.acquire(TOPOLOGY, { reuse: true });
      expect([lab.reused, shared.reused]).toEqual([false, true]);
      expect(lab.devices.map(({ name, host, user, platform }) => [name, host, user, platform])).toEqual([
        ['r1', '127.0.0.1', 'admin', 'arista_eos'],
        ['r2', '127.0.0.1', 'admin', 'arista_eos'],
      ]);
      expect(await first.status()).toMatchObject({ running: true, refCount: 2 });
      await expect(first.destroy({ force: false })).rejects.toMatchObject({ code: 'lab_in_use' });
      await shared.release();
      await lab.release();
      await first.destroy({ force: true });
      await lab.release();
      await first.close();

      await using second = await connecting;
      expect(positions).toEqual([1, 0]);
      await expect(second.devices()).rejects.toMatchObject({ code: 'no_lab' });
    },
    TIMEOUT_MS,
  );

  test(
    'a lab that does not start is told, and the next one can be had',
    async () => {
      await using client = await connect();
      const broken = { name: 'bad.yml', content: 'nodes: broken\n' };
      await expect(client.acquire(broken, { reuse: false })).rejects.toMatchObject({
        code: 'lab_start_failed',
      });
      await using lab = await client.acquire(TOPOLOGY, { reuse: false });
      expect(lab.devices).toHaveLength(2);
    },
    TIMEOUT_MS,
  );

  test(
    'a busy lab is waited for, whole order by whole order, until it is free or time is up',
    async () => {
      await using client = await connect();
      const lab = await client.acquire(TOPOLOGY, { reuse: true });
      await expect(client.acquire(OTHER, { reuse: true, timeout: 600 })).rejects.toMatchObject({
        code: 'acquire_timeout',
      });
      const waiting = client.acquire(OTHER, { reuse: true });
      await lab.release();
      const other = await waiting;
      expect(await client.status()).toMatchObject({ topology: expect.stringContaining('other.yml') });
      await other.release();
    },
    TIMEOUT_MS,
  );

  test(
    'a session of somebody else is used, and left',
    async () => {
      await using owner = await connect();
      const client = await connect({ session: owner.sessionId });
      await client.acquire(TOPOLOGY, { reuse: true });
      await client.close();
      expect(await owner.status()).toMatchObject({ running: true, refCount: 0 });
    },
    TIMEOUT_MS,
  );

  test(
    'a lost session is known by the next call',
    async () => {
      const losses: string[] = [];
      await using client = await connect({ onLost: ({ code }) => losses.push(code) });
      await server.fetch('DELETE', `/session/${client.sessionId}`);
      await expect(client.acquire(TOPOLOGY, { reuse: true })).rejects.toMatchObject({ code: 'session_lost' });
      expect(losses).toEqual(['session_lost']);
    },
    TIMEOUT_MS,
  );

  test(
    'a client that is killed is followed by the next one at once, in the queue as with a lab',
    async () => {
      await using user = ScriptProcess.start(`
        const client = await RemoteLabClient.connect({ baseUrl: '${server.url}' });
        await client.acquire({ name: 'pair.yml', content: 'nodes: [r1, r2]' }, { reuse: true });
        say('has a lab');
        await new Promise(() => setInterval(() => undefined, 1000));`);
      await user.said('has a lab');
      await using waiter = ScriptProcess.start(
        `await RemoteLabClient.connect({ baseUrl: '${server.url}', onPosition: () => say('waits') });`,
      );
      await waiter.said('waits');
      const next = connect();
      waiter.kill('SIGKILL', 'group');
      user.kill('SIGKILL', 'group');
      await (await next).close();
    },
    TIMEOUT_MS,
  );
});
