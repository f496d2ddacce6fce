import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { Client } from 'ssh2';
import { eventually } from '../support/eventually';
import {
  askJson,
  FAKE_HOST,
  inspectNetwork,
  loginOf,
  networkIn,
  startNetwork,
} from '../support/fake-networks';
import { portOpen } from '../support/port-open';
import { childrenOf, lives } from '../support/process-tree';
import { type ServerProcess, startServerProcess, stateFolder } from '../support/server-process';
import { sshExec, type SshTarget } from '../support/ssh-exec';

const PAIR = { hosts: { r1: FAKE_HOST, r2: FAKE_HOST } };
const MANY = { hosts: { r: { ...FAKE_HOST, replicas: 800 } } };

test("a network's process that is killed is told about within a second, and the network can be restarted", async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  await startNetwork(server.url, 'other', PAIR);
  const { pid } = await startNetwork(server.url, 'lab1', PAIR);
  process.kill(pid, 'SIGKILL');
  await eventually(
    'the network is told to be dead',
    async () => !(await inspectNetwork(server.url, 'lab1')).alive,
    1_000,
  );
  expect(await inspectNetwork(server.url, 'lab1')).toMatchObject({
    alive: false,
    pid,
    status: 'dead',
    ended: expect.stringContaining('SIGKILL'),
    hosts_count: 2,
  });
  await server.logged(/^fakenos\.died: .*lab1/);
  expect(await askJson(server.url, 'GET', '/readyz')).toMatchObject({
    status: 200,
    body: { ready: true, notes: [expect.stringContaining('lab1')] },
  });
  expect(await askJson(server.url, 'GET', '/fakenos/networks/lab1/behavior')).toMatchObject({
    status: 409,
    body: { code: 'network_not_running' },
  });
  expect(await inspectNetwork(server.url, 'other')).toMatchObject({ alive: true });
  expect(Object.keys((await nornir(server)).hosts)).toEqual(['r1', 'r2']);

  const restarted = networkIn(await askJson(server.url, 'POST', '/fakenos/networks/lab1/restart'), 'lab1');
  expect(restarted).toMatchObject({ alive: true, hosts_count: 2 });
  expect((await sshExec(loginOf(restarted, 'r2'), 'show clock')).status).toBe(0);
});

test('a dead network gives its name and its ports back when it is stopped', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const { pid } = await startNetwork(server.url, 'lab1', PAIR);
  process.kill(pid, 'SIGKILL');
  await eventually('it is gone', async () => !(await inspectNetwork(server.url, 'lab1')).alive);
  expect(await askJson(server.url, 'DELETE', '/fakenos/networks/lab1')).toMatchObject({
    status: 200,
    body: { lab1: 'stopped' },
  });
  expect((await askJson(server.url, 'GET', '/fakenos/networks')).body).toEqual({});
  await startNetwork(server.url, 'lab1', PAIR);
});

test('kill -9 of the server leaves no network, and its ports are free', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const one = await startNetwork(server.url, 'one', PAIR);
  const two = await startNetwork(server.url, 'two', PAIR);
  await server.stop('SIGKILL');
  await eventually('the networks are gone', async () => !(await lives(one.pid)) && !(await lives(two.pid)));
  for (const { port } of [...one.hosts, ...two.hosts]) expect(await portOpen('127.0.0.1', port)).toBe(false);

  await using next = await startServerProcess(folder.path);
  const again = { hosts: { r1: { ...FAKE_HOST, port: one.hosts[0]?.port } } };
  expect(await startNetwork(next.url, 'one', again)).toMatchObject({ alive: true });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops the networks, also with sessions open',
  async (signal) => {
    await using folder = await stateFolder();
    await using server = await startServerProcess(folder.path);
    const network = await startNetwork(server.url, 'lab1', PAIR);
    await startNetwork(server.url, 'lab2', PAIR);
    const session = await openShell(loginOf(network, 'r1'));
    const children = await childrenOf(server.pid);
    expect(children).toHaveLength(2);
    expect(await server.stop(signal)).toEqual([0, null]);
    for (const child of children) expect(await lives(child)).toBe(false);
    await session.closed;
    expect(server.log.filter(({ message }) => /^fakenos\.stopped/.test(message))).toHaveLength(2);
  },
);

test('a start that is under way when the server goes down is refused, and leaves nothing', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const answer = askJson(server.url, 'POST', '/fakenos/networks', { network: 'lab1', inventory: MANY });
  await eventually('its process has begun', async () => (await childrenOf(server.pid)).length === 1);
  const [child = 0] = await childrenOf(server.pid);
  const stopped = server.stop('SIGTERM');
  expect(await answer).toMatchObject({ status: 503, body: { code: 'shutting_down' } });
  expect(await stopped).toEqual([0, null]);
  expect(await lives(child)).toBe(false);
});

test('a second signal leaves at once, and a network that hangs goes with it', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const { pid } = await startNetwork(server.url, 'lab1', PAIR);
  // One that does not answer keeps the graceful way waiting.
  process.kill(pid, 'SIGSTOP');
  const first = server.stop('SIGTERM');
  await server.logged(/^SIGTERM:/);
  const second = server.stop('SIGTERM');
  expect([await first, await second]).toEqual([
    [1, null],
    [1, null],
  ]);
  await eventually('the network is gone', async () => !(await lives(pid)));
});

test('a network that hangs does not keep the server longer than its shutdown may take', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path, ['--shutdown-timeout', '0.2']);
  const { pid } = await startNetwork(server.url, 'lab1', PAIR);
  process.kill(pid, 'SIGSTOP');
  expect(await server.stop('SIGTERM')).toEqual([0, null]);
  expect(await server.logged(/^left behind: .*killed/)).toMatchObject({ level: 'error' });
  await eventually('the network is gone', async () => !(await lives(pid)));
});

test('a client that goes away during a start leaves no network behind', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const leave = new AbortController();
  const body = { network: 'lab1', inventory: MANY };
  const answer = askJson(server.url, 'POST', '/fakenos/networks', body, leave.signal).then(
    () => 'answered',
    () => 'gone',
  );
  await eventually('its process has begun', async () => (await childrenOf(server.pid)).length === 1);
  leave.abort();
  expect(await answer).toBe('gone');
  await eventually('its process is gone', async () => (await childrenOf(server.pid)).length === 0);
  expect((await askJson(server.url, 'GET', '/fakenos/networks')).body).toEqual({});
  expect(await startNetwork(server.url, 'lab1', MANY)).toMatchObject({ hosts_count: 800 });
});

test('a start as a job that is cancelled leaves no network behind', async () => {
  await using folder = await stateFolder();
  await using server = await startServerProcess(folder.path);
  const body = { network: 'lab1', inventory: MANY, nowait: true };
  const job = (await askJson(server.url, 'POST', '/fakenos/networks', body)).body as { readonly id: string };
  await eventually('its process has begun', async () => (await childrenOf(server.pid)).length === 1);
  expect((await askJson(server.url, 'DELETE', `/jobs/${job.id}`)).status).toBe(204);
  expect(await childrenOf(server.pid)).toEqual([]);
  expect(await askJson(server.url, 'GET', `/jobs/${job.id}`)).toMatchObject({
    body: { status: 'cancelled' },
  });
});

/** Logs in and stays; `closed` resolves when the other side has hung up. */
async function openShell({
  host,
  port,
  user,
  password,
}: SshTarget): Promise<{ readonly closed: Promise<unknown> }> {
  const client = new Client();
  const ready = once(client, 'ready');
  client.on('error', () => undefined).connect({ host, port, username: user, password });
  await ready;
  await new Promise<void>((resolve, reject) => {
    client.shell((error, channel) => {
      if (error !== undefined) return reject(error);
      channel.once('data', () => resolve());
    });
  });
  return { closed: once(client, 'close') };
}

async function nornir(server: ServerProcess): Promise<{ readonly hosts: object }> {
  return (await askJson(server.url, 'GET', '/fakenos/nornir-inventory')).body as { readonly hosts: object };
}
