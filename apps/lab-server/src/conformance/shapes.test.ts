import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { debugHealthDto } from '@remote-lab/protocol';
import { ask } from '../testing/http';
import { startTestServer, type TestServer } from '../testing/test-server';

// Health, and the shapes that every path shares.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test('/healthz is 204 without a body', async () => {
  expect(await ask(server.url, 'GET', '/healthz')).toMatchObject({ status: 204, body: undefined });
});

test('/debug/health has the known keys and types', async () => {
  const { status, body } = await ask(server.url, 'GET', '/debug/health');
  expect(status).toBe(200);
  expect(debugHealthDto.problems(body)).toEqual([]);
});

test('/readyz says that nothing is missing', async () => {
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({
    status: 200,
    body: { ready: true, reasons: [] },
  });
});

test.each([
  ['PUT', '/session', 'POST'],
  ['GET', '/session', 'POST'],
  ['POST', '/healthz', 'GET'],
  ['HEAD', '/healthz', 'GET'],
  ['OPTIONS', '/lab', 'DELETE, GET, POST'],
  ['PATCH', '/lab/devices', 'GET'],
])('%s %s is a 405 that names what is allowed', async (method, path, allow) => {
  const answer = await ask(server.url, method, path);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
  if (method !== 'HEAD')
    expect(answer.body).toMatchObject({ detail: 'Method Not Allowed', code: 'method_not_allowed' });
});

test('an unknown path is a 404', async () => {
  expect(await ask(server.url, 'GET', '/nowhere')).toMatchObject({
    status: 404,
    body: { detail: 'Not Found', code: 'not_found' },
  });
});

test('a trailing slash is redirected, query and method kept', async () => {
  const answer = await ask(server.url, 'DELETE', '/lab/?force=false');
  expect(answer.status).toBe(307);
  expect(answer.headers.get('location')).toBe('/lab?force=false');
});

test('/openapi.json and /docs describe the server', async () => {
  expect((await ask(server.url, 'GET', '/openapi.json')).body).toMatchObject({
    openapi: '3.1.0',
    info: { version: '0.0.0-test' },
  });
  const docs = await ask(server.url, 'GET', '/docs');
  expect(docs.headers.get('content-type')).toMatch('text/html');
  expect(docs.body).toContain('/session/heartbeat');
});
