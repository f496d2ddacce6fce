import { afterEach, expect, test } from '@jest/globals';
import { ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { ask, join, labForm } from '../testing/http';
import { startTestServer, type TestServer } from '../testing/test-server';

// From the bound port to readiness.

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

test('the port answers before start-up is complete; work waits for it, and is told what is missing', async () => {
  const backend = new ScriptedBackend();
  const reclaim = backend.hold('reclaim');
  const server = await startTestServer({ backend, awaitReady: false });
  servers.push(server);
  await reclaim.reached;
  expect(await ask(server.url, 'GET', '/healthz')).toMatchObject({ status: 204 });
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({
    status: 503,
    body: { ready: false, reasons: [expect.stringContaining('earlier server')] },
  });
  const joining = join(server.url);
  reclaim.open();
  expect(await joining).toMatchObject({ position: 0 });
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
});

test('what cannot be reclaimed quarantines the slot instead of keeping the server down', async () => {
  const backend = new ScriptedBackend();
  backend.failNext('reclaim', 'container r1 is stuck', 'container r1 is stuck');
  const server = await startTestServer({ backend });
  servers.push(server);
  expect(JSON.stringify((await ask(server.url, 'GET', '/readyz')).body)).toContain('container r1 is stuck');
  const { id } = await join(server.url);
  const body = labForm({ name: 'pair.yml', content: 'nodes: [r1]' });
  expect(await ask(server.url, 'POST', '/lab', { session: id, body })).toMatchObject({
    status: 503,
    body: { code: 'slot_quarantined' },
  });
});

test('a shutdown during start-up tells those who wait, and ends', async () => {
  const backend = new ScriptedBackend();
  const reclaim = backend.hold('reclaim');
  const server = await startTestServer({ backend, awaitReady: false });
  servers.push(server);
  await reclaim.reached;
  const waiting = ask(server.url, 'GET', '/active-session');
  const stopped = server.shutdown();
  expect(await waiting).toMatchObject({ status: 503, body: { code: 'shutting_down' } });
  reclaim.open();
  await stopped;
});
