import { expect, test } from '@jest/globals';
import { RemoteLabClient } from '../remote-lab-client';
import { FakeClock } from '../test-fixtures/fake-clock';
import { ScriptedServer } from '../test-fixtures/scripted-server';
import { fileServer } from './test-fixtures/file-server';
import { labFolder } from './test-fixtures/lab-folder';

function connect(server: ScriptedServer, options: object = {}): Promise<RemoteLabClient> {
  return RemoteLabClient.connect({
    baseUrl: server.url,
    clock: new FakeClock(),
    watchdog: false,
    ...options,
  });
}

test('acquire sends the topology and what it refers to, counted from the base folder', async () => {
  await using folder = await labFolder({ 'lab.yml': 'nodes.r1.config: [t]\n', 't.j2': 'a template' });
  await using server = await ScriptedServer.start();
  await using client = await connect(server);
  await client.acquire('lab.yml', { reuse: true, extraFiles: 'follow', baseFolder: folder.path });
  const sent = String(server.to('POST /lab')[0]?.body);
  for (const part of ['filename="lab.yml"', 'nodes.r1.config: [t]', 'filename="t.j2"', 'a template'])
    expect(sent).toContain(part);
});

test('acquire sends nothing when a reference leads nowhere', async () => {
  await using server = await ScriptedServer.start();
  await using client = await connect(server);
  const acquiring = client.acquire('nodes.r1.config: [nowhere]\n', { reuse: true, extraFiles: 'follow' });
  await expect(acquiring).rejects.toMatchObject({ code: 'topology_unreadable' });
  expect(server.to('POST /lab')).toEqual([]);
});

test('acquire gives a download the time of one answer, and gives it up with its signal', async () => {
  const controller = new AbortController();
  await using files = await fileServer({
    '/slow.yml': () => undefined,
    '/aborted.yml': () => controller.abort(new Error('enough')),
  });
  await using server = await ScriptedServer.start();
  await using client = await connect(server, { requestTimeout: 200 });
  await expect(client.acquire(`${files.url}/slow.yml`, { reuse: true })).rejects.toMatchObject({
    code: 'topology_unreadable',
    message: expect.stringContaining('within 0.2 s'),
  });
  const { signal } = controller;
  await expect(client.acquire(`${files.url}/aborted.yml`, { reuse: true, signal })).rejects.toThrow('enough');
});
