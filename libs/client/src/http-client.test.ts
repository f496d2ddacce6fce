import { inspect } from 'node:util';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { HttpClient } from './http-client';
import { FakeClock } from './test-fixtures/fake-clock';
import {
  active,
  noContent,
  type Reply,
  ScriptedServer,
  SESSION_ID,
  SESSION_TARGET,
} from './test-fixtures/scripted-server';

const LOOK = { route: 'sessionStatus', parameters: { session_id: SESSION_ID }, repeatable: true } as const;

function clientOf(url: string): HttpClient {
  return new HttpClient(new URL(url), 5_000, new FakeClock());
}

/** The address of a port that nothing listens on. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

describe('no answer', () => {
  test('a refused connection names the address and what to check, but no password', async () => {
    const url = await deadUrl();
    const client = clientOf(url.replace('//', '//ann:secret@'));
    await expect(client.send({ route: 'createSession', repeatable: false })).rejects.toMatchObject({
      code: 'server_unreachable',
      message: `No answer from ${url}: nothing listens there. Is lab-server running, and are host and port right?`,
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    });
  });

  test('a port that speaks something else is told so', async () => {
    const server = createServer((socket) => socket.resume().end('SSH-2.0-OpenSSH_9.2\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(clientOf(`http://127.0.0.1:${port}`).send(LOOK)).rejects.toMatchObject({
      code: 'server_unreachable',
      message: expect.stringContaining('does not speak HTTP'),
    });
    server.close();
    await once(server, 'close');
  });
});

describe('sending again', () => {
  test.each<[string, Reply]>([
    ['a broken connection', 'cut'],
    ["a proxy's complaint", { status: 502, body: '<h1>Bad Gateway</h1>' }],
    ['a server that is starting', { status: 503, body: { detail: 'Not yet', code: 'starting_up' } }],
  ])('happens after %s, when it is safe', async (_, reply) => {
    await using server = await ScriptedServer.start();
    server.on(`GET ${SESSION_TARGET}`, reply, reply, active).on('POST /lab/release', reply);
    const client = clientOf(server.url);
    await expect(client.send(LOOK)).resolves.toMatchObject({ status: 200 });
    await client.send({ route: 'releaseLab', repeatable: false }).catch(() => undefined);
    expect(server.to('POST /lab/release')).toHaveLength(1);
    client.destroy();
  });

  test('happens twice at most', async () => {
    await using server = await ScriptedServer.start();
    server.on(`GET ${SESSION_TARGET}`, 'cut');
    await expect(clientOf(server.url).send(LOOK)).rejects.toMatchObject({ code: 'server_unreachable' });
    expect(server.seen).toHaveLength(3);
  });

  test('does not happen for an answer that will stay the same', async () => {
    await using server = await ScriptedServer.start();
    server.on(`GET ${SESSION_TARGET}`, {
      status: 503,
      body: { detail: 'Out of order', code: 'slot_quarantined' },
    });
    const client = clientOf(server.url);
    await expect(client.send(LOOK)).resolves.toMatchObject({ status: 503 });
    expect(server.seen).toHaveLength(1);
    client.destroy();
  });
});

test('only what may be sent again travels on a kept connection', async () => {
  await using server = await ScriptedServer.start();
  const client = clientOf(server.url);
  await client.send(LOOK);
  await client.send(LOOK);
  await client.send({ route: 'releaseLab', repeatable: false });
  expect(server.seen.map((request) => request.headers.connection)).toEqual([
    'keep-alive',
    'keep-alive',
    'close',
  ]);
  client.destroy();
  await server.allClosed();
});

test('a path in the address is kept', async () => {
  await using server = await ScriptedServer.start();
  server.on('POST /lab-host/session/heartbeat', noContent);
  const client = clientOf(`${server.url}/lab-host`);
  await expect(client.send({ route: 'heartbeat', repeatable: true })).resolves.toMatchObject({ status: 204 });
  client.destroy();
});

test('a redirect is not followed, because it would lose the body', async () => {
  await using server = await ScriptedServer.start();
  server.on('POST /session', { status: 308, headers: { Location: 'https://lab-host/session' } });
  const client = clientOf(server.url);
  await expect(client.send({ route: 'createSession', repeatable: false })).resolves.toMatchObject({
    status: 308,
    location: 'https://lab-host',
  });
  client.destroy();
});

test.each([
  [`https://lab-host/base${SESSION_TARGET}`, 'https://lab-host/base'],
  [`https://lab-host/login?next=${SESSION_TARGET}`, 'https://lab-host'],
  [`//lab-host${SESSION_TARGET}/`, 'http://lab-host'],
])('of a redirect to %s, only the base address is told', async (target, location) => {
  await using server = await ScriptedServer.start();
  server.on(`GET ${SESSION_TARGET}`, { status: 302, headers: { Location: target } });
  const client = clientOf(server.url);
  await expect(client.send(LOOK)).resolves.toMatchObject({ location, from: server.url });
  client.destroy();
});

test('shows no secret when it is printed', () => {
  const client = new HttpClient(new URL('http://ann:hush@lab-host/'), 1_000, new FakeClock(), 's3cr3t');
  expect(inspect(client, { depth: 10, showHidden: true })).not.toMatch(/hush|s3cr3t/);
});
