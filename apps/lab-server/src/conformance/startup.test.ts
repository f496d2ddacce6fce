import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { eventually } from '../testing/eventually';
import { ask, join as joinQueue, labForm } from '../testing/http';
import { halfUpload } from '../testing/raw-upload';
import { startTestServer, type TestServer } from '../testing/test-server';

// From the bound port to readiness.

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0).reverse()) await server[Symbol.asyncDispose]();
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
  const joining = joinQueue(server.url);
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
  const { id } = await joinQueue(server.url);
  const body = labForm({ name: 'pair.yml', content: 'nodes: [r1]' });
  expect(await ask(server.url, 'POST', '/lab', { session: id, body })).toMatchObject({
    status: 503,
    body: { code: 'slot_quarantined' },
  });
});

test('an upload that is cut while start-up runs does not pin its session', async () => {
  const first = await startTestServer();
  servers.push(first);
  const { id } = await joinQueue(first.url);
  await first.shutdown();

  const backend = new ScriptedBackend();
  const reclaim = backend.hold('reclaim');
  const server = await startTestServer({ backend, stateDir: first.stateDir, awaitReady: false });
  servers.push(server);
  await reclaim.reached;
  const socket = await halfUpload(server.port, id);
  await ask(server.url, 'GET', '/healthz');
  socket.destroy();
  await ask(server.url, 'GET', '/healthz');
  reclaim.open();
  expect(await ask(server.url, 'GET', '/active-session')).toMatchObject({ status: 200 });
  await eventually(async () => {
    server.clock.advance(60_000);
    return (await ask(server.url, 'GET', '/active-session')).status === 404;
  });
  expect(await server.stagedUploads()).toEqual([]);
});

test('clients that gave up while start-up ran leave no session behind', async () => {
  const backend = new ScriptedBackend();
  const reclaim = backend.hold('reclaim');
  const server = await startTestServer({ backend, awaitReady: false });
  servers.push(server);
  await reclaim.reached;
  const leave = new AbortController();
  const joining = [1, 2, 3].map(() => ask(server.url, 'POST', '/session', { signal: leave.signal }));
  const left = Promise.allSettled(joining);
  await ask(server.url, 'GET', '/healthz');
  leave.abort();
  await left;
  await ask(server.url, 'GET', '/healthz');
  reclaim.open();
  const { position } = await joinQueue(server.url);
  expect(position).toBe(0);
});

test('a shutdown is not held up longer than allowed by a start-up that hangs', async () => {
  const backend = new ScriptedBackend();
  const reclaim = backend.hold('reclaim');
  const server = await startTestServer({ backend, awaitReady: false });
  await reclaim.reached;
  const stopped = server.shutdown();
  server.clock.advance(5_001);
  await stopped;
  reclaim.open();
  await server[Symbol.asyncDispose]();
});

test('a start that fails does not forget the lab that a dead server left', async () => {
  const first = await startTestServer();
  servers.push(first);
  await first.shutdown();
  const lock = join(first.stateDir, 'lab.lock');
  const lab = { generation: 3, identity: 'i', topology: 'pair.yml', backend: 'scripted', notes: {} };
  const dead = { pid: 2 ** 22 + 1, processStartTime: '1', token: 'of-the-dead', data: { lab } };
  await writeFile(lock, JSON.stringify(dead));
  await writeFile(join(first.stateDir, 'generation'), 'damaged');

  const server = await startTestServer({ stateDir: first.stateDir, awaitReady: false });
  await expect(server.ready).rejects.toThrow('generation');
  await server.shutdown();
  expect(await readFile(lock, 'utf8')).toContain('pair.yml');
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
