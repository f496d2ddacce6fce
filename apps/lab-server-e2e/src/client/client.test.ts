import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RemoteLabClient } from '@remote-lab/client';
import { type ServerProcess, startServerProcess, stateFolder } from '../support/server-process';
import { sshExec } from '../support/ssh-exec';

// The client library, the server process and the fake devices together, as a script uses them.

const EXAMPLES = join(__dirname, '..', '..', '..', '..', 'docs', 'examples', 'topologies');

let folder: Awaited<ReturnType<typeof stateFolder>>;
let server: ServerProcess;

beforeAll(async () => {
  folder = await stateFolder();
  server = await startServerProcess(folder.path);
});
afterAll(async () => {
  expect(await server.stop('SIGTERM')).toEqual([0, null]);
  await folder[Symbol.asyncDispose]();
});

test('every example topology becomes a lab whose devices can all be logged in to', async () => {
  const examples = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.yml'));
  expect(examples).toContain('pair.yml');
  await using client = await RemoteLabClient.connect({ baseUrl: server.url });
  for (const example of examples) {
    await using lab = await client.acquire(join(EXAMPLES, example), { reuse: false });
    const answers = await Promise.all(
      lab.devices.map((device) => sshExec(device, device.platform === 'linux' ? 'hostname' : 'show version')),
    );
    expect(lab.devices.length).toBeGreaterThan(1);
    for (const { text, status } of answers) {
      expect(text.trim()).not.toBe('');
      expect(status).toBe(0);
    }
  }
});

test('a second client waits for its turn and hears its position', async () => {
  const first = await RemoteLabClient.connect({ baseUrl: server.url, owner: 'ada' });
  const positions: number[] = [];
  const second = RemoteLabClient.connect({
    baseUrl: server.url,
    pollInterval: 20,
    onPosition: (position) => positions.push(position),
  });
  while (positions.length === 0) await new Promise(setImmediate);
  await first.close();
  await using client = await second;
  expect(positions).toEqual([1, 0]);
  expect(await client.status()).toMatchObject({ running: false });
});

test('the client beats often enough for a server with a short limit', async () => {
  await using short = await stateFolder();
  await using quick = await startServerProcess(short.path, ['--active-timeout', '1']);
  await using client = await RemoteLabClient.connect({ baseUrl: quick.url });
  await delay(2_500);
  expect(await client.status()).toMatchObject({ running: false });
});

describe('refusals', () => {
  test('carry the sentence of the server, with file, line and column', async () => {
    await using client = await RemoteLabClient.connect({ baseUrl: server.url });
    const bad = { name: 'bad.yml', content: 'nodes:\n  r1:\n    device: nosuchbox\n' };
    await expect(client.acquire(bad, { reuse: true })).rejects.toMatchObject({
      code: 'invalid_topology',
      status: 422,
      message: expect.stringMatching(/bad\.yml:3:13.*nosuchbox/s),
    });
  });

  test('an unknown device name is answered with those there are', async () => {
    await using client = await RemoteLabClient.connect({ baseUrl: server.url });
    await using lab = await client.acquire(
      { name: 'l.yml', content: 'provider: clab\ndefaults.device: eos\nnodes: [sw1]' },
      { reuse: false },
    );
    expect(() => lab.device('sw2')).toThrow('sw1');
    expect(lab.device('sw1')).toMatchObject({ platform: 'arista_eos', user: 'admin', password: 'admin' });
  });
});
