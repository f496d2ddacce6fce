import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('peer_network.py', import.meta.url));
const LOGIN = { username: 'user', password: 'user' };
const FIRST_PORT = 21_000;

/**
 * The same network of Python FakeNOS: up when every port accepts, stopped when its `stop()` has returned.
 * @param {string} python an interpreter in whose environment fakenos is installed
 * @param {number} size
 */
export async function startPeer(python, size) {
  const folder = await mkdtemp(join(tmpdir(), 'remote-lab-bench-'));
  const first = await freeRange(size);
  const begun = performance.now();
  const child = spawn(python, [PROGRAM, String(size), String(first)], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  await new Promise((resolve, reject) => {
    lines.on('line', (line) => line === 'accepting' && resolve());
    child.once('exit', () =>
      reject(new Error('Python FakeNOS ended while it started; is it installed there?')),
    );
  });
  return {
    ...LOGIN,
    startedMs: performance.now() - begun,
    pid: child.pid,
    ports: Array.from({ length: size }, (_, at) => first + at),
    async stop() {
      child.stdin.end();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** The first of so many ports that nobody listens on. */
async function freeRange(size) {
  for (let first = FIRST_PORT; first < 60_000; first += 100) {
    const free = await Promise.all(Array.from({ length: size }, (_, at) => isFree(first + at)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`There are no ${size} free ports in a row.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
