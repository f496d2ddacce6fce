import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from '../remote-lab-client';
import { FakeClock } from '../test-fixtures/fake-clock';
import { eventually, isAlive, ScriptProcess } from '../test-fixtures/script-process';
import {
  gone,
  noContent,
  type Reply,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
  waiting,
} from '../test-fixtures/scripted-server';

const LEAVE = `DELETE ${SESSION_TARGET}`;
const BEAT = 'POST /session/heartbeat';
const TIMEOUT_MS = 30_000;

/** A script that has a session, tells so, and then does what `then` says. */
function script(server: ScriptedServer, then: string, options = ''): ScriptProcess {
  return ScriptProcess.start(`
    const client = await RemoteLabClient.connect({ baseUrl: '${server.url}', ${options} });
    sayWatchdog(client);
    say('connected');
    ${then}`);
}

const REST = 'setInterval(() => undefined, 1000);';
const reasons = (server: ScriptedServer): readonly (string | null)[] =>
  server.to(LEAVE).map(({ query }) => query.get('reason'));

describe('a client that dies', () => {
  test.each([
    ['is killed', 'SIGKILL', 'process'],
    ['is killed with its whole process group', 'SIGKILL', 'group'],
    ['is interrupted with its whole process group', 'SIGINT', 'group'],
    ['is terminated', 'SIGTERM', 'process'],
  ] as const)(
    'and %s has its session ended at once as crashed, and leaves nothing running',
    async (_, signal, whom) => {
      await using server = await ScriptedServer.start();
      await using user = script(server, REST);
      const watchdog = await user.watchdog();
      user.kill(signal, whom);
      expect(await user.ended()).toBe(signal);
      await eventually(() => !isAlive(watchdog));
      expect(reasons(server)).toEqual(['crashed']);
    },
    TIMEOUT_MS,
  );

  test(
    'in the queue leaves it at once',
    async () => {
      await using server = await ScriptedServer.start();
      server.on(`GET ${SESSION_TARGET}`, waiting(1));
      await using user = ScriptProcess.start(
        `await RemoteLabClient.connect({ baseUrl: '${server.url}', onPosition: () => say('waiting') });`,
      );
      await user.said('waiting');
      user.kill('SIGKILL', 'group');
      await eventually(() => server.to(LEAVE).length > 0);
      expect(reasons(server)).toEqual(['crashed']);
    },
    TIMEOUT_MS,
  );

  test(
    'by an error, or at its end without close, has its session ended, too',
    async () => {
      for (const [then, code] of [
        ['throw new Error("oops");', 1],
        ['process.exit(7);', 7],
        // Nothing of the client keeps the process alive.
        ['', 0],
      ] as const) {
        await using server = await ScriptedServer.start();
        await using user = script(server, then);
        expect(await user.ended()).toBe(code);
        await eventually(() => server.to(LEAVE).length > 0);
        expect(reasons(server)).toEqual(['crashed']);
      }
    },
    TIMEOUT_MS,
  );

  test.each<[string, Reply]>([
    ['cannot be reached', 'cut'],
    ['is going down', { status: 503, body: { detail: 'Going down', code: 'shutting_down' } }],
    ['is behind a proxy that knows no such path', { status: 404, body: '<h1>Not found</h1>' }],
  ])(
    'has its session ended also when the server %s for a while',
    async (_, reply) => {
      await using server = await ScriptedServer.start();
      server.on(LEAVE, reply, reply, noContent);
      await using user = script(server, REST);
      await user.said('connected');
      user.kill('SIGKILL');
      await eventually(() => server.to(LEAVE).length === 3);
      expect(reasons(server)).toEqual(['crashed', 'crashed', 'crashed']);
    },
    TIMEOUT_MS,
  );
});

describe('a client that lives', () => {
  test.each([
    ['is busy and lets nothing else happen', 'for (;;);', undefined],
    ['is stopped, as by a debugger', REST, 'SIGSTOP'],
  ] as const)(
    'but %s keeps its session',
    async (_, then, signal) => {
      await using server = await ScriptedServer.start();
      await using user = script(server, then, 'heartbeatInterval: 10');
      await user.said('connected');
      if (signal) user.kill(signal);
      // What the process itself may have sent until then is not counted.
      const before = server.to(BEAT).length + 1;
      await eventually(() => server.to(BEAT).length > before + 3);
      expect(server.to(LEAVE)).toEqual([]);
      expect(server.to(BEAT).at(-1)?.headers['x-session-id']).toBe(SESSION_ID);
    },
    TIMEOUT_MS,
  );

  test(
    'ends its session itself, once, and its watchdog is gone before close is over',
    async () => {
      await using server = await ScriptedServer.start();
      await using user = script(server, "await client.close(); say('watched ' + client.watched);");
      const watchdog = await user.watchdog();
      await user.said('watched false');
      expect(isAlive(watchdog)).toBe(false);
      expect(await user.ended()).toBe(0);
      expect(reasons(server)).toEqual([null]);
      expect(user.errors).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'goes on without its watchdog',
    async () => {
      await using server = await ScriptedServer.start();
      const then = `
        process.kill(client.session.watchdog.pid, 'SIGKILL');
        while (client.watched) await new Promise(setImmediate);
        await client.status().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await client.close();
        say('closed');`;
      await using user = script(server, then, 'heartbeatInterval: 10');
      await user.said('closed');
      expect(await user.ended()).toBe(0);
      expect(server.to(BEAT).length).toBeGreaterThan(1);
      expect(reasons(server)).toEqual([null]);
    },
    TIMEOUT_MS,
  );

  test(
    'does not notice that its watchdog has just died',
    async () => {
      await using server = await ScriptedServer.start();
      const then = `
        process.kill(client.session.watchdog.pid, 'SIGKILL');
        for (const begun = Date.now(); Date.now() - begun < 300; );
        await client.close();
        say('closed');`;
      await using user = script(server, then);
      await user.said('closed');
      expect(await user.ended()).toBe(0);
      expect(user.errors).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'whose end of the session fails leaves that to its watchdog',
    async () => {
      await using server = await ScriptedServer.start();
      const broken = { status: 500, body: { detail: 'Broken', code: 'internal_error' } };
      server.on(LEAVE, broken, broken, noContent);
      await using user = script(server, 'await client.close();');
      const watchdog = await user.watchdog();
      await user.said('RemoteLabError: Broken');
      expect(await user.ended()).toBe(1);
      await eventually(() => !isAlive(watchdog));
      expect(reasons(server)).toEqual([null, null, null]);
    },
    TIMEOUT_MS,
  );

  test(
    'and has lost its session keeps no watchdog',
    async () => {
      await using server = await ScriptedServer.start();
      server.on(BEAT, gone('It expired.'));
      await using user = script(server, REST, 'heartbeatInterval: 50');
      const watchdog = await user.watchdog();
      await eventually(() => !isAlive(watchdog));
      expect(server.to(LEAVE)).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe('the watchdog', () => {
  test(
    'goes the same way as the client: path, token, user name and password',
    async () => {
      await using server = await ScriptedServer.start();
      for (const [base, options, authorization] of [
        [`${server.url}/labs/`, "token: 'tok-123'", 'Bearer tok-123'],
        [
          server.url.replace('//', '//ann:p%40ss@') + '/labs',
          '',
          `Basic ${Buffer.from('ann:p@ss').toString('base64')}`,
        ],
      ] as const) {
        server
          .on('POST /labs/session', { status: 201, body: { session_id: SESSION_ID, position: 0 } })
          .on(`GET /labs${SESSION_TARGET}`, { status: 200, body: { status: 'active', position: 0 } })
          .on(`DELETE /labs${SESSION_TARGET}`, noContent);
        await using user = ScriptProcess.start(`
          await RemoteLabClient.connect({ baseUrl: '${base}', ${options} });
          process.kill(process.pid, 'SIGKILL');`);
        await user.ended();
        const leaves = server.to(`DELETE /labs${SESSION_TARGET}`).length;
        await eventually(() => server.to(`DELETE /labs${SESSION_TARGET}`).length > leaves);
        const [leave] = server.to(`DELETE /labs${SESSION_TARGET}`).slice(-1);
        expect(leave?.headers.authorization).toBe(authorization);
        expect(leave?.query.get('reason')).toBe('crashed');
      }
    },
    TIMEOUT_MS,
  );

  test(
    'goes through the proxy that the client goes through',
    async () => {
      await using proxy = await ScriptedServer.start();
      await using user = ScriptProcess.start(
        `
        await RemoteLabClient.connect({ baseUrl: 'http://lab-host.invalid:8000' });
        process.kill(process.pid, 'SIGKILL');`,
        { http_proxy: proxy.url, no_proxy: '', NO_PROXY: '' },
      );
      await user.ended();
      await eventually(() => proxy.to(LEAVE).length > 0);
      expect(reasons(proxy)).toEqual(['crashed']);
      expect(proxy.to(LEAVE)[0]?.headers.host).toBe('lab-host.invalid:8000');
    },
    TIMEOUT_MS,
  );

  test(
    'shows neither session nor token to those who look at processes',
    async () => {
      await using server = await ScriptedServer.start();
      await using user = ScriptProcess.start(
        `sayWatchdog(await RemoteLabClient.connect()); say('connected'); ${REST}`,
        { REMOTE_LAB_URL: server.url, REMOTE_LAB_TOKEN: 'tok-123' },
      );
      const watchdog = await user.watchdog();
      for (const file of ['cmdline', 'environ']) {
        const shown = await readFile(`/proc/${watchdog}/${file}`, 'latin1');
        expect(shown).not.toMatch(new RegExp(`${SESSION_ID}|tok-123`));
      }
    },
    TIMEOUT_MS,
  );

  test(
    'that is told to stop gives its client a moment, and then ends the session',
    async () => {
      await using server = await ScriptedServer.start();
      await using busy = script(server, 'for (;;);', 'heartbeatInterval: 10');
      const watchdog = await busy.watchdog();
      await eventually(() => server.to(BEAT).length > 2);
      process.kill(watchdog, 'SIGTERM');
      await eventually(() => server.to(LEAVE).length > 0);
      expect(reasons(server)).toEqual(['crashed']);
    },
    TIMEOUT_MS,
  );

  test('is not there when it is not wanted', async () => {
    await using server = await ScriptedServer.start();
    const off = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      watchdog: false,
    });
    const adopted = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock: new FakeClock(),
      session: SESSION_ID,
    });
    expect([off.watched, adopted.watched]).toEqual([false, false]);
    await off.close();
    await adopted.close();
  });

  test('is there in this process, too, until the client is closed', async () => {
    await using server = await ScriptedServer.start();
    const client = await RemoteLabClient.connect({ baseUrl: server.url, clock: new FakeClock() });
    expect(client.watched).toBe(true);
    await client.close();
    expect(client.watched).toBe(false);
  });
});
