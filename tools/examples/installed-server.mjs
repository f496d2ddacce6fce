import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installProject } from './install-project.mjs';
import { userEnv } from './user-env.mjs';

/** @typedef {{ level: string, message: string, session?: string, url?: string }} LogEntry */

/**
 * Installs the lab-server from its tarball.
 *
 * @param {string} folder which does not exist yet
 * @param {Map<string, string>} tarballs
 * @returns {Promise<string>} its program
 */
export async function installServer(folder, tarballs) {
  await mkdir(folder);
  const manifest = { private: true, dependencies: { '@remote-lab/lab-server': '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await installProject(folder, tarballs);
  return path.join(folder, 'node_modules', '@remote-lab', 'lab-server', 'bin', 'lab-server.js');
}

/**
 * Starts a server with fake devices on loopback; it stops when `stop` is called or when we are gone.
 *
 * @param {string} program
 * @param {{ port?: number, stateDir?: string, options?: string[] }} [settings] with a state dir its queue outlives it
 * @returns {Promise<{ url: string, pid: number, log: LogEntry[], sessions: () => Promise<number>,
 *   stop: (signal?: NodeJS.Signals) => Promise<void> }>} `sessions` counts those that wait or hold the lab host
 */
export async function startServer(program, { port = 0, stateDir, options = [] } = {}) {
  const state = stateDir === undefined ? ['--ephemeral'] : ['--state-dir', stateDir];
  const fixed = [
    '--host',
    '127.0.0.1',
    '--backend',
    'fakenos',
    '--topology-reader',
    'builtin',
    '--log-format',
    'json',
  ];
  const args = [program, ...fixed, '--port', String(port), ...state, ...options];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: userEnv() });
  const exited = once(child, 'exit');
  const log = [];
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      log.push(entry);
      if (entry.url !== undefined) resolve(entry.url);
    });
    exited.then(() => reject(new Error(`lab-server did not start: ${JSON.stringify(log)}`)), reject);
  });
  return {
    url,
    pid: child.pid,
    log,
    async sessions() {
      return (await (await fetch(`${url}/debug/health`)).json()).sessions;
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}
