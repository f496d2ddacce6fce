import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, join, labForm } from '../testing/http';
import { startTestServer, type TestServer } from '../testing/test-server';

// The wire contract of sessions, as clients of the original know it, asked over real HTTP.

let server: TestServer;
const open: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const id of open.splice(0)) await ask(server.url, 'DELETE', `/session/${id}`);
});

async function session(): Promise<{ id: string; position: number }> {
  const joined = await join(server.url);
  open.push(joined.id);
  return joined;
}

const notFound = { status: 404, body: { detail: 'Session not found', code: 'session_not_found' } };
const missingHeader = {
  detail: [{ type: 'missing', loc: ['header', 'X-Session-ID'], msg: 'Field required', input: null }],
  code: 'validation_error',
};

describe('the queue', () => {
  test('the first session is active, the second waits, and follows when the first one leaves', async () => {
    const first = await session();
    const second = await session();
    expect([first.position, second.position]).toEqual([0, 1]);
    expect((await ask(server.url, 'GET', `/session/${first.id}`)).body).toMatchObject({
      status: 'active',
      position: 0,
    });
    expect((await ask(server.url, 'GET', `/session/${second.id}`)).body).toMatchObject({
      status: 'waiting',
      position: 1,
    });

    expect(await ask(server.url, 'DELETE', `/session/${first.id}`)).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect((await ask(server.url, 'GET', `/session/${second.id}`)).body).toMatchObject({
      status: 'active',
      position: 0,
    });
  });

  test('removing somebody ahead shifts everybody behind', async () => {
    const [, second, third] = [await session(), await session(), await session()];
    await ask(server.url, 'DELETE', `/session/${second.id}`);
    expect((await ask(server.url, 'GET', `/session/${third.id}`)).body).toMatchObject({
      status: 'waiting',
      position: 1,
    });
  });

  test.each([
    ['JSON of ours', JSON.stringify({ owner: 'ada', labels: { job: '7' } }), 'application/json'],
    ['JSON of somebody else', '[1, 2]', 'application/json'],
    ['no JSON at all', '{', 'application/json'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded'],
    ['a megabyte', 'x'.repeat(1_000_000), 'text/plain'],
  ])('any body will do: %s', async (_name, body, type) => {
    const answer = await ask(server.url, 'POST', '/session', { body, headers: { 'content-type': type } });
    expect(answer.status).toBe(201);
    open.push((answer.body as { session_id: string }).session_id);
  });

  test.each([1e308, 0, -1])('wait_timeout %p is refused', async (wait_timeout) => {
    const answer = await ask(server.url, 'POST', '/session', { body: JSON.stringify({ wait_timeout }) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation_error' } });
  });

  test('how long silence is allowed is told', async () => {
    const { body } = await ask(server.url, 'POST', '/session');
    expect(body).toMatchObject({ waiting_timeout: 600, active_timeout: 300 });
    open.push((body as { session_id: string }).session_id);
  });

  test('our own fields with wrong values are refused, by name', async () => {
    const body = JSON.stringify({ owner: 7 });
    expect(await ask(server.url, 'POST', '/session', { body })).toMatchObject({
      status: 422,
      body: { code: 'validation_error', detail: [{ loc: ['body'], msg: '/owner must be string' }] },
    });
  });
});

describe('unknown sessions and missing headers', () => {
  test.each([
    ['GET', '/session/nobody'],
    ['DELETE', '/session/nobody'],
    ['GET', '/session/heartbeat'],
    ['DELETE', '/session/heartbeat'],
  ])('%s %s', async (method, path) => {
    expect(await ask(server.url, method, path)).toMatchObject(notFound);
  });

  test('how a session ended is told with the 404', async () => {
    const { id } = await session();
    await ask(server.url, 'DELETE', `/session/${id}`);
    const { status, body } = await ask(server.url, 'GET', `/session/${id}`);
    expect({ status, body }).toMatchObject(notFound);
    expect((body as { reason: string }).reason).toMatch(/released/);
    expect(JSON.stringify(body)).not.toContain(id);
  });

  test('a heartbeat needs a header and a session, but no turn', async () => {
    await session();
    const waiting = await session();
    expect(await ask(server.url, 'POST', '/session/heartbeat', { session: waiting.id })).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect(await ask(server.url, 'POST', '/session/heartbeat', { session: 'nobody' })).toMatchObject(
      notFound,
    );
    expect(await ask(server.url, 'POST', '/session/heartbeat')).toMatchObject({
      status: 422,
      body: missingHeader,
    });
  });
});

test('a path that is no text is nobody, not a fault', async () => {
  expect(await ask(server.url, 'GET', '/session/%E0%A4%A')).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
  });
});

describe('the active session', () => {
  test('is told to anybody, or that there is none', async () => {
    expect(await ask(server.url, 'GET', '/active-session')).toMatchObject({
      status: 404,
      body: { detail: 'No active session', code: 'no_active_session' },
    });
    const { id } = await session();
    expect(await ask(server.url, 'GET', '/active-session')).toMatchObject({
      status: 200,
      body: { session_id: id, status: 'active', position: 0 },
    });
  });
});

describe('the gate of /lab', () => {
  const operations = [
    ['POST', '/lab'],
    ['GET', '/lab'],
    ['POST', '/lab/release'],
    ['DELETE', '/lab'],
    ['GET', '/lab/devices'],
  ] as const;

  test.each(operations)('%s %s: unknown 404, empty 404, waiting 423', async (method, path) => {
    await session();
    const waiting = await session();
    expect(await ask(server.url, method, path, { session: 'nobody' })).toMatchObject(notFound);
    expect(await ask(server.url, method, path, { headers: { 'x-session-id': '' } })).toMatchObject(notFound);
    expect(await ask(server.url, method, path, { session: waiting.id })).toMatchObject({
      status: 423,
      body: { detail: 'Session is not active', code: 'session_not_active' },
    });
  });

  test.each(operations.slice(1))('%s %s without a header is a 422', async (method, path) => {
    expect(await ask(server.url, method, path)).toMatchObject({ status: 422, body: missingHeader });
  });

  test('POST /lab with neither header nor body lists both', async () => {
    const topology = { type: 'missing', loc: ['body', 'topology'], msg: 'Field required', input: null };
    expect(await ask(server.url, 'POST', '/lab')).toMatchObject({
      status: 422,
      body: { ...missingHeader, detail: [...missingHeader.detail, topology] },
    });
  });

  test('POST /lab without a header but with a topology lists the header alone, and stores nothing', async () => {
    const body = labForm({ name: 'pair.yml', content: 'nodes: [r1]' });
    expect(await ask(server.url, 'POST', '/lab', { body })).toMatchObject({
      status: 422,
      body: missingHeader,
    });
    expect(await server.stagedUploads()).toEqual([]);
  });

  test('a waiting session sees its 423 although it sends megabytes', async () => {
    await session();
    const waiting = await session();
    const body = labForm({ name: 'big.yml', content: new Uint8Array(8_000_000) });
    expect(await ask(server.url, 'POST', '/lab', { session: waiting.id, body })).toMatchObject({
      status: 423,
    });
    expect(await server.stagedUploads()).toEqual([]);
  });
});
