import { describe, expect, test } from '@jest/globals';
import type { ConnectOptions } from './connect-options';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { eventually } from './test-fixtures/script-process';
import {
  busy,
  DEVICES,
  noContent,
  type Reply,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
} from './test-fixtures/scripted-server';

const ORDER = 'POST /lab';
const RELEASE = 'POST /lab/release';
const CANCEL = 'DELETE /jobs/j-1';
const TOPOLOGY = { name: 'two.yml', content: 'nodes: [r1, r2]\n' };

const granted: Reply = { status: 200, body: { reused: false, devices: DEVICES, reference: '7.1' } };
const job = { id: 'j-1', kind: 'lab.acquire', created_at: '2026-01-01T00:00:00Z' };
const accepted: Reply = { status: 202, body: { ...job, status: 'running' } };
const cancelled: Reply = { status: 200, body: { ...job, status: 'cancelled' } };

/** A server that holds its answer to an order back until the test gives it. */
class Holding {
  readonly clock = new FakeClock();
  answer: (reply: Reply) => void = () => undefined;

  constructor(readonly server: ScriptedServer) {
    // Whose sleep does not end by itself.
    const { clock } = this;
    clock.sleep = (milliseconds, signal) =>
      FakeClock.prototype.sleep.call(clock, milliseconds, signal, 'background');
    const held = new Promise<Reply>((resolve) => (this.answer = resolve));
    server
      .on(ORDER, () => held)
      .on('GET /jobs/j-1', cancelled)
      .on(CANCEL, noContent);
  }

  connect(options: ConnectOptions = {}): Promise<RemoteLabClient> {
    return RemoteLabClient.connect({
      baseUrl: this.server.url,
      clock: this.clock,
      watchdog: false,
      ...options,
    });
  }

  async ordered(): Promise<void> {
    await eventually(() => this.server.to(ORDER).length === 1);
  }
}

describe('an order that is given up while its answer is on its way', () => {
  test.each<[string, (client: RemoteLabClient, stop: AbortController) => void, object]>([
    ['an abort', (_, stop) => stop.abort(new Error('enough')), { message: 'enough' }],
    ['the close of an adopted session', (client) => void client.close(), { code: 'client_closed' }],
  ])('leaves nothing behind after %s', async (_, giveUp, failure) => {
    for (const [reply, back] of [
      [granted, RELEASE],
      [accepted, CANCEL],
    ] as const) {
      await using server = await ScriptedServer.start();
      const holding = new Holding(server);
      const client = await holding.connect({ session: SESSION_ID });
      const stop = new AbortController();
      const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
      await holding.ordered();
      giveUp(client, stop);
      holding.answer(reply);
      await expect(acquiring).rejects.toMatchObject(failure);
      expect(server.to(back)).toHaveLength(1);
      await client.close();
      expect(server.to(RELEASE).map(({ query }) => query.get('reference'))).toEqual(
        reply === granted ? ['7.1'] : [],
      );
    }
  });

  test('because time is up leaves nothing behind, either', async () => {
    await using server = await ScriptedServer.start();
    const holding = new Holding(server);
    await using client = await holding.connect();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, timeout: 50 });
    setTimeout(() => holding.answer(granted), 150);
    await expect(acquiring).rejects.toMatchObject({ code: 'acquire_timeout' });
    expect(server.to(RELEASE)).toHaveLength(1);
  });

  test('is cut off when no answer comes', async () => {
    await using server = await ScriptedServer.start();
    const holding = new Holding(server);
    await using client = await holding.connect();
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await holding.ordered();
    const before = holding.clock.waiting;
    stop.abort(new Error('enough'));
    await eventually(() => holding.clock.waiting > before);
    holding.clock.advance(3_000);
    await expect(acquiring).rejects.toThrow('enough');
    expect(server.to(RELEASE)).toEqual([]);
  });

  test('that the server refuses is over', async () => {
    await using server = await ScriptedServer.start();
    const holding = new Holding(server);
    await using client = await holding.connect();
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await holding.ordered();
    stop.abort(new Error('enough'));
    holding.answer(busy);
    await expect(acquiring).rejects.toThrow('enough');
    expect(server.to(ORDER)).toHaveLength(1);
  });

  test('is cut off at once at the original, which answers minutes later', async () => {
    await using server = await ScriptedServer.start();
    server
      .on('POST /session', { status: 201, body: { session_id: SESSION_ID, position: 0 } })
      .on(`GET ${SESSION_TARGET}`, { status: 200, body: { status: 'active', position: 0 } });
    const holding = new Holding(server);
    await using client = await holding.connect();
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await holding.ordered();
    stop.abort(new Error('enough'));
    await expect(acquiring).rejects.toThrow('enough');
  });

  test('tells when what it was granted could not be given back', async () => {
    await using server = await ScriptedServer.start();
    server.on(RELEASE, { status: 500, body: { detail: 'Broken', code: 'internal_error' } });
    const holding = new Holding(server);
    await using client = await holding.connect();
    const stop = new AbortController();
    const acquiring = client.acquire(TOPOLOGY, { reuse: true, signal: stop.signal });
    await holding.ordered();
    stop.abort(new Error('Enough.'));
    holding.answer(granted);
    await expect(acquiring).rejects.toMatchObject({
      code: 'aborted',
      message: expect.stringMatching(/^Enough\. What was ordered could not be cancelled either \(Broken\)/),
    });
  });

  test('that was given up before it was sent is not sent', async () => {
    await using server = await ScriptedServer.start();
    await using client = await new Holding(server).connect();
    await expect(
      client.acquire(TOPOLOGY, { reuse: true, signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
    expect(server.to(ORDER)).toEqual([]);
  });
});
