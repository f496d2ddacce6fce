import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

// The original refuses to start without the netlab command; the queue never calls it.
const NETLAB_STAND_IN = '#!/bin/sh\necho "netlab version 0 (stand-in for a benchmark of the queue)"\n';

/**
 * Starts the original server, `python -m neops_remote_lab`, from an environment in which it is installed.
 * @param {string} python
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startPeerServer(python) {
  const folder = await mkdtemp(join(tmpdir(), 'remote-lab-bench-'));
  const netlab = join(folder, 'netlab');
  await writeFile(netlab, NETLAB_STAND_IN);
  await chmod(netlab, 0o755);
  const port = await freePort();
  const args = [
    '-m',
    'neops_remote_lab',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'ERROR',
  ];
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, TMPDIR: folder };
  const server = spawn(python, args, { cwd: folder, env, stdio: 'ignore' });
  const exited = once(server, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.status === 204) return { url, stop };
    await delay(100);
  }
  await stop();
  throw new Error(`${python} -m neops_remote_lab did not answer within 10 s`);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
