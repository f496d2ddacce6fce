import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LAB_SERVER = fileURLToPath(new URL('../../apps/lab-server/bin/lab-server.js', import.meta.url));

/**
 * Starts a lab-server of its own: free port of loopback, state in a temporary folder, fake devices.
 * @param {(entry: Record<string, unknown>) => void} onLog hears each entry of the server's log
 * @param {{ options?: string[], env?: NodeJS.ProcessEnv }} [more] options that win over those, and the environment
 * @returns {Promise<{url: string, stop: () => Promise<number | null>}>} `stop` resolves with the exit code
 */
export async function startPrivateServer(onLog, { options: more = [], env = process.env } = {}) {
  const stateDir = await mkdtemp(join(tmpdir(), 'remote-lab-demo-'));
  const options = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--backend',
    'fakenos',
    // The same on a machine where netlab is installed.
    '--topology-reader',
    'builtin',
    '--state-dir',
    stateDir,
    '--log-format',
    'json',
    ...more,
  ];
  const server = spawn(process.execPath, [LAB_SERVER, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const exited = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    const [code] = await exited;
    await rm(stateDir, { recursive: true, force: true });
    return code;
  };
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      onLog(entry);
      const listening = /listens on (http:\S+)/.exec(entry.message);
      if (listening !== null) resolve(listening[1]);
    });
    exited.then(([code]) => reject(new Error(`lab-server ended with ${code} before it listened`)), reject);
  });
  return { url, stop };
}
