import { describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from './remote-lab-client';
import { FakeClock } from './test-fixtures/fake-clock';
import { eventually } from './test-fixtures/script-process';
import {
  active,
  goingDown,
  gone,
  noContent,
  ScriptedServer,
  SESSION_TARGET,
  waiting,
} from './test-fixtures/scripted-server';

const LOOK = `GET ${SESSION_TARGET}`;
const LEAVE = `DELETE ${SESSION_TARGET}`;

async function connect(server: ScriptedServer, options: object = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

describe('waiting in the queue', () => {
  test('ends when time is up, says how far it came, and leaves the queue first', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(3));
    await expect(connect(server, { waitTimeout: 5_000 })).rejects.toMatchObject({
      name: 'WaitTimeoutError',
      code: 'wait_timeout',
      message: expect.stringContaining('Still waiting after 5 s, with 3 ahead'),
    });
    expect(server.to(LOOK)).toHaveLength(5);
    expect(server.targets.at(-1)).toBe(LEAVE);
  });

  test('ends when the server does not answer the look within what is left', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, 'hang');
    await expect(connect(server, { waitTimeout: 20 })).rejects.toMatchObject({ code: 'wait_timeout' });
    expect(server.targets.at(-1)).toBe(LEAVE);
  });

  test('ends when the caller aborts, with the reason given, and leaves the queue first', async () => {
    await using server = await ScriptedServer.start();
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    server.on(LOOK, waiting(1), () => {
      controller.abort(reason);
      return 'hang';
    });
    await expect(connect(server, { signal: controller.signal })).rejects.toBe(reason);
    expect(server.targets.at(-1)).toBe(LEAVE);
  });

  test('does not even begin when the signal is aborted already', async () => {
    await using server = await ScriptedServer.start();
    await expect(connect(server, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
    expect(server.seen).toEqual([]);
  });

  test('an abort while the session is being created still ends that session', async () => {
    await using server = await ScriptedServer.start();
    const controller = new AbortController();
    server.on('POST /session', () => {
      controller.abort(new Error('too late'));
      return { status: 201, body: { session_id: SESSION_TARGET.slice('/session/'.length), position: 0 } };
    });
    await expect(connect(server, { signal: controller.signal })).rejects.toThrow('too late');
    expect(server.targets).toEqual(['POST /session', LEAVE]);
  });

  test.each([
    ['the caller aborts', () => ({ signal: AbortSignal.timeout(50) }), 'TimeoutError'],
    ['time is up', () => ({ waitTimeout: 50 }), 'WaitTimeoutError'],
  ])(
    'ends when %s while a server that hangs is asked for a session, which is ended if it comes after all',
    async (_, options, name) => {
      await using server = await ScriptedServer.start();
      const clock = new FakeClock();
      let answer = (): void => undefined;
      server.on('POST /session', async () => {
        await new Promise<void>((resolve) => (answer = resolve));
        return { status: 201, body: { session_id: SESSION_TARGET.slice('/session/'.length), position: 0 } };
      });
      const connecting = connect(server, { clock, ...options() });
      await eventually(() => clock.waiting === 1);
      clock.advance(2_000);
      await expect(connecting).rejects.toMatchObject({ name });
      answer();
      await eventually(() => server.to(LEAVE).length === 1);
      await server.allClosed();
    },
  );

  test('tells both failures when the session cannot be ended either', async () => {
    await using server = await ScriptedServer.start();
    server
      .on(LOOK, waiting(1))
      .on(LEAVE, { status: 500, body: { detail: 'Broken', code: 'internal_error' } });
    await expect(connect(server, { waitTimeout: 1_000 })).rejects.toMatchObject({
      code: 'wait_timeout',
      message: expect.stringMatching(/Still waiting .* could not be ended either \(Broken\)/),
    });
  });

  test('a lost session rejects with the reason of the server', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(1), gone('It was ended by an operator.'));
    await expect(connect(server)).rejects.toMatchObject({
      name: 'SessionLostError',
      code: 'session_lost',
      status: 404,
      reason: 'It was ended by an operator.',
      message: 'Session amber-otter is gone: It was ended by an operator.',
    });
  });

  test('the original, which tells no reason and no name, gives a sentence too', async () => {
    await using server = await ScriptedServer.start();
    server
      .on('POST /session', {
        status: 201,
        body: { session_id: SESSION_TARGET.slice('/session/'.length), position: 4 },
      })
      .on(LOOK, { status: 404, body: { detail: 'Session not found' } });
    await expect(connect(server)).rejects.toMatchObject({
      code: 'session_lost',
      message: expect.stringContaining('The session is gone: the server does not tell why.'),
    });
  });

  test('outlasts a restart of the server', async () => {
    await using server = await ScriptedServer.start();
    const down = Array.from({ length: 7 }, () => 'cut' as const);
    server.on(
      LOOK,
      waiting(1),
      ...down,
      { status: 503, body: { detail: 'Starting', code: 'starting_up' } },
      active,
    );
    const client = await connect(server);
    await client.close();
    expect(server.to(LOOK)).toHaveLength(10);
  });

  test('outlasts a server that first refuses because it goes down, and then is gone for a while', async () => {
    await using server = await ScriptedServer.start();
    const down = Array.from({ length: 9 }, () => goingDown);
    const away = Array.from({ length: 9 }, () => 'cut' as const);
    server.on(LOOK, waiting(1), ...down, ...away, waiting(1), active);
    const positions: number[] = [];
    const client = await connect(server, { onPosition: (position: number) => positions.push(position) });
    expect(server.to('POST /session')).toHaveLength(1);
    expect(positions).toEqual([0, 1, 0]);
    await client.close();
  });

  test('does not wait for a server that goes down for ever, and says what it said', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(1), goingDown);
    const clock = new FakeClock();
    await expect(connect(server, { clock })).rejects.toMatchObject({
      code: 'server_unreachable',
      status: 503,
      message: 'The server is going down; ask again after its restart.',
    });
    expect(clock.now()).toBeGreaterThanOrEqual(60_000);
    expect(clock.now()).toBeLessThan(70_000);
  });

  test('outlasts one outage after the other when each is short', async () => {
    await using server = await ScriptedServer.start();
    const outage = Array.from({ length: 75 }, () => 'cut' as const);
    server.on(LOOK, ...outage, waiting(1), ...outage, active);
    const clock = new FakeClock();
    const client = await connect(server, { clock });
    expect(clock.now()).toBeGreaterThan(60_000);
    await client.close();
  });

  test('does not wait for a server that stays away', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(1), 'cut');
    const clock = new FakeClock();
    await expect(connect(server, { clock })).rejects.toMatchObject({ code: 'server_unreachable' });
    expect(clock.now()).toBeGreaterThanOrEqual(60_000);
    expect(clock.now()).toBeLessThan(70_000);
  });

  test('takes unknown states and positions for waiting', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, { status: 200, body: { status: 'paused', position: -1 } }, active);
    const positions: number[] = [];
    await using client = await connect(server, {
      onPosition: (position: number) => positions.push(position),
    });
    expect(positions).toEqual([0]);
    expect(client.name).toBe('amber-otter');
  });

  test('what the caller throws on a new position ends the wait', async () => {
    await using server = await ScriptedServer.start();
    server.on(LOOK, waiting(9));
    const onPosition = (position: number): void => {
      if (position > 5) throw new Error('not today');
    };
    await expect(connect(server, { onPosition })).rejects.toThrow('not today');
    expect(server.targets.at(-1)).toBe(LEAVE);
  });

  test('a server that gives no session is refused in its own words', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /session', {
      status: 503,
      body: { detail: 'Shutting down', code: 'shutting_down', reason: 'Ask again after the restart.' },
    });
    await expect(connect(server)).rejects.toMatchObject({
      code: 'shutting_down',
      message: 'Shutting down. Ask again after the restart.',
    });
    expect(server.targets).toEqual(['POST /session']);
  });

  test('something else than a lab server is recognised', async () => {
    await using server = await ScriptedServer.start();
    server.on('POST /session', { status: 200, body: '<html>Welcome!</html>' });
    await expect(connect(server)).rejects.toMatchObject({
      code: 'unexpected_answer',
      message: expect.stringContaining('not a CreateSessionResponseDto'),
    });
    server.on('POST /session', noContent);
    await expect(connect(server)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
});
