import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  deviceRecordingDto,
  deviceSessionListDto,
  nornirInventoryDto,
  recordedPlatformDto,
} from '@remote-lab/protocol';
import { askJson, FAKE_HOST, loginOf, networkIn, startNetwork } from '../support/fake-networks';
import { type ServerProcess, startServerProcess, stateFolder } from '../support/server-process';
import { sshExec } from '../support/ssh-exec';
import { sshShell } from '../support/ssh-shell';

// Fake networks of a real server, used as people use them.

const PAIR = {
  hosts: { r1: FAKE_HOST, r2: { ...FAKE_HOST, platform: 'arista_eos' } },
  links: ['r1-r2'],
};

let folder: Awaited<ReturnType<typeof stateFolder>>;
let server: ServerProcess;
let documents: string;
const web = createServer((request, response) => {
  if (request.url === '/labs/pair.yml') response.end('hosts: { web: { platform: cisco_ios, port: auto } }');
  else response.writeHead(404).end();
});

beforeAll(async () => {
  folder = await stateFolder();
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  documents = `http://127.0.0.1:${(web.address() as AddressInfo).port}/labs/`;
  await writeFile(join(folder.path, 'pair.yaml'), 'hosts: { disk: { platform: cisco_ios, port: auto } }');
  server = await startServerProcess(folder.path, [
    '--fakenos-url-allow',
    documents,
    '--fakenos-path-allow',
    folder.path,
  ]);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  web.close();
  await folder[Symbol.asyncDispose]();
});

test('a network of an inventory is logged in to over SSH, and its devices know where they stand', async () => {
  const network = await startNetwork(server.url, 'linked', PAIR);
  const { text, status } = await sshExec(loginOf(network, 'r1'), 'show lldp neighbors');
  expect({ text, status }).toMatchObject({ text: expect.stringContaining('r2'), status: 0 });
  expect((await sshExec(loginOf(network, 'r2'), 'show version')).text).toContain('Arista');
});

test('a Netlab topology is an inventory, too', async () => {
  const network = await startNetwork(server.url, 'topology', {
    defaults: { device: 'frr' },
    nodes: ['a', 'b'],
    links: ['a-b'],
  });
  expect(network.hosts.map(({ name }) => name)).toEqual(['a', 'b']);
  expect((await sshExec(loginOf(network, 'a'), 'ip route')).text).toContain('10.1.0.0/30');
});

test('an inventory is read from a file or fetched from a URL that the operator allows, and from no other', async () => {
  const found = await startNetwork(server.url, 'found', join(folder.path, 'pair.yaml'));
  expect(found.hosts).toMatchObject([{ name: 'disk' }]);
  const fetched = await startNetwork(server.url, 'fetched', `${documents}pair.yml`);
  expect(fetched.hosts).toMatchObject([{ name: 'web' }]);
  // What was fetched is kept.
  web.closeAllConnections();
  const restarted = await askJson(server.url, 'POST', '/fakenos/networks/fetched/restart');
  expect(networkIn(restarted, 'fetched').hosts).toMatchObject([{ name: 'web' }]);
  for (const [inventory, code] of [
    [`${documents}gone.yml`, 'inventory_unreachable'],
    [documents.replace('/labs/', '/other/pair.yml'), 'inventory_not_allowed'],
    [join(folder.path, '..', 'other.yaml'), 'inventory_not_allowed'],
    [join(folder.path, 'gone.yaml'), 'inventory_unreachable'],
  ])
    expect(
      await askJson(server.url, 'POST', '/fakenos/networks', { network: 'not', inventory }),
    ).toMatchObject({
      status: 422,
      body: { code },
    });
});

test('what a host is told to do wrong it does, and what was said to it is kept', async () => {
  const network = await startNetwork(server.url, 'scripted', PAIR);
  const r1 = loginOf(network, 'r1');
  const behave = (behavior: object) =>
    askJson(server.url, 'PUT', '/fakenos/networks/scripted/hosts/r1/behavior', behavior);
  await behave({ answers: [{ command: 'show clock', output: 'No idea', times: 1 }] });
  expect((await sshExec(r1, 'show clock')).text).toContain('No idea');
  expect((await sshExec(r1, 'show clock')).text).not.toContain('No idea');
  await behave({ refuse_logins: true });
  await expect(sshExec(r1, 'show clock')).rejects.toThrow(/authentication/i);
  expect((await sshExec(loginOf(network, 'r2'), 'show clock')).status).toBe(0);
  await behave({});
  expect((await sshExec(r1, 'show clock')).status).toBe(0);

  const { body: sessions } = await askJson(server.url, 'GET', '/fakenos/networks/scripted/sessions');
  expect(deviceSessionListDto.problems(sessions)).toEqual([]);
  expect(sessions).toHaveLength(4);
  const [first] = sessions as readonly { readonly id: string }[];
  const recording = await askJson(
    server.url,
    'GET',
    `/fakenos/networks/scripted/sessions/${first?.id ?? ''}`,
  );
  expect(deviceRecordingDto.problems(recording.body)).toEqual([]);
  expect(recording.body).toMatchObject({ host: 'r1', username: 'ann', kind: 'exec' });
  expect(JSON.stringify(recording.body)).toContain('No idea');
});

test('a recorded session makes a host that answers like the one it was recorded from', async () => {
  const recorded = await startNetwork(server.url, 'recorded', PAIR);
  const lines = ['show clock', 'enable', 'show version', 'exit'];
  const original = await sshShell(loginOf(recorded, 'r1'), lines);
  const { body: sessions } = await askJson(server.url, 'GET', '/fakenos/networks/recorded/sessions');
  const [{ id }] = sessions as [{ readonly id: string }];

  const platform = await askJson(server.url, 'GET', `/fakenos/networks/recorded/sessions/${id}/platform`);

  expect(recordedPlatformDto.problems(platform.body)).toEqual([]);
  const again = await startNetwork(server.url, 'replayed', {
    hosts: { r1: { port: 'auto', username: 'ann', password: 'secret', nos: { plugin: platform.body } } },
  });
  const replayed = await sshShell(loginOf(again, 'r1'), lines);
  const [, uptime = 'no uptime'] = /(r1 uptime is .*)/.exec(original) ?? [];
  expect(replayed).toContain(uptime);
  expect(replayed).toContain('r1#');
  expect((await askJson(server.url, 'GET', '/fakenos/networks/recorded/sessions/none/platform')).status).toBe(
    404,
  );
});

test('what Nornir is given leads to the hosts', async () => {
  await startNetwork(server.url, 'nornir', PAIR);
  const { body } = await askJson(server.url, 'GET', '/fakenos/nornir-inventory?network=nornir&groups=lab');
  if (!nornirInventoryDto.is(body)) throw new Error(`No inventory: ${JSON.stringify(body)}`);
  for (const [name, { hostname, port, username, password, groups }] of Object.entries(body.hosts)) {
    expect(groups).toEqual(['lab']);
    const login = { host: hostname, port, user: username, password };
    expect((await sshExec(login, 'show running-config')).text).toContain(`hostname ${name}`);
  }
});

test('what cannot be is refused: an unknown network, a port that is taken, an inventory with a mistake', async () => {
  const { hosts } = await startNetwork(server.url, 'first', PAIR);
  const start = (host: object): Promise<unknown> =>
    askJson(server.url, 'POST', '/fakenos/networks', {
      network: 'second',
      inventory: { hosts: { r9: host } },
    });
  expect(await start({ ...FAKE_HOST, port: hosts[1]?.port })).toMatchObject({
    status: 409,
    body: { code: 'port_in_use', detail: expect.stringMatching(/r9 .* r2 of the network first/) },
  });
  expect(await start({ ...FAKE_HOST, prot: 6000 })).toMatchObject({
    status: 422,
    body: {
      code: 'invalid_inventory',
      problems: [{ path: 'hosts.r9.prot', message: expect.stringContaining('"port"') }],
    },
  });
  expect(await askJson(server.url, 'GET', '/fakenos/networks/second')).toMatchObject({
    status: 404,
    body: { code: 'network_unknown' },
  });
});

test('a start as a job tells how far it is', async () => {
  const inventory = { hosts: { r: { ...FAKE_HOST, replicas: 100 } } };
  const begun = await fetch(`${server.url}/fakenos/networks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ network: 'job', inventory, nowait: true }),
  });
  expect(begun.status).toBe(202);
  const events = await (await fetch(`${server.url}${begun.headers.get('location')}/events`)).text();
  expect(events).toContain('event: job.progress');
  expect(events).toMatch(/"up":100,"of":100/);
  expect(events).toMatch(/event: job\.finished\ndata: .*"hosts_count":100/);
});
