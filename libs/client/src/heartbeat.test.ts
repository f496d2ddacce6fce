import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { SessionLostError } from './errors';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { gone, noContent, ScriptedServer, SESSION_ID, SESSION_TARGET } from './test-fixtures/scripted-server';

const BEAT = 'POST /session/heartbeat';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

describe('the heartbeat', () => {
  test('beats every interval until the client is closed', async () => {
    await using server = await ScriptedServer.start();
    const clock = new FakeClock();
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock,
      watchdog: false,
      heartbeatInterval: 30_000,
    });
    for (const beats of [1, 2, 3]) {
      clock.advance(29_999);
      expect(server.to(BEAT)).toHaveLength(beats - 1);
      clock.advance(1);
      await until(() => server.to(BEAT).length === beats && clock.waiting === 1);
    }
    expect(server.to(BEAT)[0]?.headers['x-session-id']).toBe(SESSION_ID);

    await client.close();
    clock.advance(600_000);
    await setImmediate();
    expect(server.to(BEAT)).toHaveLength(3);
    expect(clock.waiting).toBe(0);
  });

  test('counts what fails, and goes on', async () => {
    await using server = await ScriptedServer.start();
    const broken = { status: 500, body: { detail: 'Broken', code: 'internal_error' } };
    server.on(BEAT, broken, broken, noContent);
    const clock = new FakeClock();
    await using client = await RemoteLabClient.connect({ baseUrl: server.url, clock, watchdog: false });
    const missed: number[] = [];
    for (const beats of [1, 2, 3]) {
      clock.advance(60_000);
      await until(() => server.to(BEAT).length === beats && clock.waiting === 1);
      missed.push(client.missedHeartbeats);
    }
    expect(missed).toEqual([1, 2, 0]);
  });

  test('tries a broken connection again at once', async () => {
    await using server = await ScriptedServer.start();
    server.on(BEAT, 'cut', noContent);
    const clock = new FakeClock();
    await using client = await RemoteLabClient.connect({ baseUrl: server.url, clock, watchdog: false });
    clock.advance(60_000);
    await until(() => server.to(BEAT).length === 2 && clock.waiting === 1);
    expect(client.missedHeartbeats).toBe(0);
  });

  test('finds out that the session is lost, says so once, and stops', async () => {
    await using server = await ScriptedServer.start();
    server.on(BEAT, gone('It was ended by an operator.'));
    const clock = new FakeClock();
    const losses: SessionLostError[] = [];
    const client = await RemoteLabClient.connect({
      baseUrl: server.url,
      clock,
      watchdog: false,
      onLost: (error) => losses.push(error),
    });
    clock.advance(60_000);
    await until(() => losses.length > 0);

    await expect(client.status()).rejects.toMatchObject({
      code: 'session_lost',
      reason: 'It was ended by an operator.',
    });
    await expect(client.acquire({ name: 'a.yml', content: '' }, { reuse: true })).rejects.toBe(losses[0]);
    expect(losses).toHaveLength(1);
    expect(clock.waiting).toBe(0);

    await client.close();
    expect(server.to(`DELETE ${SESSION_TARGET}`)).toHaveLength(0);
  });
});
