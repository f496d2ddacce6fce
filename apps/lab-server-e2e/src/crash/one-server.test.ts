import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import { exitOf, spawnServer, startServerProcess, stateFolder } from '../support/server-process';
import { ask } from '../support/wire';

test('a second server on the same state dir exits 1 and names the first; the first one goes on', async () => {
  await using folder = await stateFolder();
  await using first = await startServerProcess(folder.path);
  const second = spawnServer(folder.path);
  const said = await textOf(second);
  expect(await exitOf(second)).toEqual([1, null]);
  expect(said).toContain(String(first.pid));
  expect(await ask(first.url, 'GET', '/healthz')).toMatchObject({ status: 204 });
});

test('of 20 servers started at once over the lock of a dead one, exactly one wins', async () => {
  await using folder = await stateFolder();
  await using dead = await startServerProcess(folder.path);
  await dead.stop('SIGKILL');

  const starters = Array.from({ length: 20 }, () => spawnServer(folder.path));
  const fates = await Promise.all(starters.map(fateOf));
  const winners = starters.filter((_, index) => fates[index] === 'ready');
  expect(fates.filter((fate) => fate === 'refused')).toHaveLength(19);
  expect(winners).toHaveLength(1);
  for (const winner of winners) {
    winner.kill('SIGTERM');
    expect(await exitOf(winner)).toEqual([0, null]);
  }
});

test('wrong options exit 2 with a sentence', async () => {
  await using folder = await stateFolder();
  const server = spawnServer(folder.path, ['--idle-ttl', 'soon']);
  const said = await textOf(server);
  expect(await exitOf(server)).toEqual([2, null]);
  expect(said).toContain("--idle-ttl is 'soon', but must be a number of seconds");
});

test('a port that is taken exits 1 and leaves the guard free', async () => {
  await using folder = await stateFolder();
  await using other = await stateFolder();
  await using owner = await startServerProcess(other.path);
  const server = spawnServer(folder.path, ['--port', new URL(owner.url).port]);
  const said = await textOf(server);
  expect(await exitOf(server)).toEqual([1, null]);
  expect(said).toContain('choose another one with --port');
  await using next = await startServerProcess(folder.path);
  expect(await next.stop('SIGTERM')).toEqual([0, null]);
});

async function textOf(child: ChildProcess): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks).toString();
}

function fateOf(child: ChildProcess): Promise<'ready' | 'refused'> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new TypeError('The server is started with a pipe for its log.'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if ((JSON.parse(line) as { message: string }).message === 'ready') resolve('ready');
    });
    child.once('exit', (code) => (code === 1 ? resolve('refused') : reject(new Error(`exit code ${code}`))));
  });
}
