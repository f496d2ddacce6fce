import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually';
import { childrenOf, lives } from '../support/process-tree';
import { exitOf, LAB_SERVER } from '../support/server-process';
import { endpoints, joinQueue, postLab } from '../support/wire';

// A private server goes with whoever started it, and leaves nothing, however that one ends.

const TOPOLOGY = 'defaults.device: frr\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
const OPTIONS = [
  ...['--ephemeral', '--host', '127.0.0.1', '--port', '0', '--backend', 'fakenos'],
  ...['--topology-reader', 'builtin', '--log-format', 'json'],
];
// Says what its server says, and its pid, until it is killed.
const PARENT = `
  const server = require('node:child_process').spawn(process.execPath, ${JSON.stringify([LAB_SERVER, ...OPTIONS])}, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  server.stdout.pipe(process.stdout);
`;

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-server-e2e-'));
  folders.push(folder);
  return folder;
}

/** Starts a program that is, or has, a server whose temporary files go to `folder`. */
async function launch(program: readonly string[], folder: string) {
  const environment = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'], env: environment });
  return { child, ...(await listening(child)) };
}

async function listening(child: ChildProcess): Promise<{ readonly url: string; readonly pid: number }> {
  let text = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    text += String(chunk);
    const line = text.split('\n').find((each) => each.includes('listens on'));
    if (line?.endsWith('}') !== true) continue;
    const { url, pid } = JSON.parse(line) as { url: string; pid: number };
    child.stdout?.resume();
    return { url, pid };
  }
  throw new Error(`No server listens: ${text}`);
}

test('kill -9 of its parent: server, devices and files are gone', async () => {
  const folder = await temporary();
  const { child, url, pid } = await launch(['-e', PARENT], folder);
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^lab-server-/)]);
  endpoints(await postLab(url, await joinQueue(url), TOPOLOGY));
  const devices = await childrenOf(pid);
  expect(devices).toHaveLength(1);
  child.kill('SIGKILL');
  await eventually('server and devices are gone', async () => {
    return (await Promise.all([pid, ...devices].map(lives))).every((alive) => !alive);
  });
  expect(await readdir(folder)).toEqual([]);
});

test('the end of its input is a graceful shutdown', async () => {
  const folder = await temporary();
  const { child, url } = await launch([LAB_SERVER, ...OPTIONS], folder);
  endpoints(await postLab(url, await joinQueue(url), TOPOLOGY));
  child.stdin?.end();
  expect(await exitOf(child)).toEqual([0, null]);
  expect(await readdir(folder)).toEqual([]);
});

test('SIGTERM ends it as any other server, and removes its files', async () => {
  const folder = await temporary();
  const { child } = await launch([LAB_SERVER, ...OPTIONS], folder);
  child.kill('SIGTERM');
  expect(await exitOf(child)).toEqual([0, null]);
  expect(await readdir(folder)).toEqual([]);
});

test.each(['--state-dir', '--database'])('it cannot be given a place to keep things: %s', async (option) => {
  const child = spawn(process.execPath, [LAB_SERVER, ...OPTIONS, option, 'memory'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  expect(await exitOf(child)).toEqual([2, null]);
  await eventually('it has said why', () => complaint.includes(`cannot be combined with ${option}`));
});
