import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { ask, join as joinQueue, labForm } from '../testing/http';
import { startTestServer } from '../testing/test-server';

// What a server makes of the host it finds: the lab of a dead server, and what is in the way.

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A state dir whose server died with an active session that held lab 7; resolves with that session's id. */
async function afterDeath(): Promise<{ readonly stateDir: string; readonly session: string }> {
  const stateDir = await mkdtemp(join(tmpdir(), 'lab-server-test-'));
  folders.push(stateDir);
  const first = await startTestServer({ stateDir });
  const { id: session } = await joinQueue(first.url);
  await first.shutdown();
  const lab = { generation: 7, identity: 'i', topology: 'pair.yml', backend: 'scripted', notes: {} };
  const use = { generation: 7, references: [{ id: 3, owner: session }], users: [session], disposable: false };
  const dead = { pid: 2 ** 22 + 1, processStartTime: '1', token: 'of-the-dead', data: { lab, use } };
  await writeFile(join(stateDir, 'lab.lock'), JSON.stringify(dead));
  return { stateDir, session };
}

test("a lab that outlived its server is its session's again, and the session hears of no loss", async () => {
  const { stateDir, session } = await afterDeath();
  const backend = new ScriptedBackend();
  backend.running.add(7);
  await using server = await startTestServer({ stateDir, backend });
  const { body } = await ask(server.url, 'GET', '/lab', { session });
  expect(body).toMatchObject({ running: true, ref_count: 1, generation: 7, topology: 'pair.yml' });
  expect(body).not.toHaveProperty('reason');
  expect(await ask(server.url, 'POST', '/lab/release?reference=7.3', { session })).toMatchObject({
    status: 204,
  });
  expect(await ask(server.url, 'GET', '/lab', { session })).toMatchObject({ body: { state: 'idle' } });
});

test('a lab that did not is gone, and its session is told so', async () => {
  const { stateDir, session } = await afterDeath();
  await using server = await startTestServer({ stateDir });
  expect(await ask(server.url, 'GET', '/lab', { session })).toMatchObject({
    body: { running: false, reason: expect.stringContaining('your lab is gone') },
  });
});

test('what keeps labs from being built makes the server not ready, and says what to do', async () => {
  const backend = new ScriptedBackend();
  await using server = await startTestServer({ backend });
  backend.inTheWay = ['A netlab lab that this server did not start is in /srv/lab. Stop it there.'];
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({
    status: 503,
    body: { ready: false, reasons: backend.inTheWay },
  });
  backend.inTheWay = [];
  expect(await ask(server.url, 'GET', '/readyz')).toMatchObject({ status: 200 });
});

test('how to log in to a device goes over the wire, or why nobody can', async () => {
  const backend = new ScriptedBackend();
  const login = { host: '192.0.2.1', port: 22, user: 'admin', password: 'admin', platform: 'linux' };
  backend.devices = [
    { name: 'r1', raw: { device: 'frr' }, ssh: login },
    { name: 'r2', raw: { device: 'frr' }, ssh: 'This node has no SSH.' },
    { name: 'r3', raw: { device: 'frr' } },
  ];
  await using server = await startTestServer({ backend });
  const { id: session } = await joinQueue(server.url);
  const body = labForm({ name: 'pair.yml', content: 'nodes: [r1]' });
  expect((await ask(server.url, 'POST', '/lab', { session, body })).body).toMatchObject({
    devices: [
      { name: 'r1', raw: { device: 'frr' }, ssh: login },
      { name: 'r2', raw: { device: 'frr' }, ssh: null, ssh_reason: 'This node has no SSH.' },
      { name: 'r3', raw: { device: 'frr' } },
    ],
  });
});
