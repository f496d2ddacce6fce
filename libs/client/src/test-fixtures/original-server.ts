import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A Python interpreter with the original installed: `python3 -m venv V && V/bin/pip install neops-remote-lab`, then
 * `REMOTE_LAB_TEST_PYTHON=V/bin/python`. Empty: tests that need it are skipped.
 */
export const testPython = process.env['REMOTE_LAB_TEST_PYTHON'] ?? '';

/** A netlab that builds nothing: every lab has r1 and r2, and a topology that says `broken` does not start. */
const FAKE_NETLAB = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const [, , command, ...args] = process.argv;
if (command === 'version') console.log('netlab version 26.03');
if (command === 'up' && readFileSync(args[0], 'utf8').includes('broken')) {
  console.error('no such image');
  process.exit(1);
}
if (command === 'inspect' && args.includes('--node'))
  console.log('ansible_host: 127.0.0.1\\nansible_user: admin\\nansible_network_os: eos\\nmgmt: {ipv4: 127.0.0.1}');
else if (command === 'inspect') console.log("['r1', 'r2']");
`;

/** The server of the original, unmodified, in a process of its own on a free port of loopback. */
export class OriginalServer implements AsyncDisposable {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(): Promise<OriginalServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'original-server-'));
    const bin = path.join(folder, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'netlab'), FAKE_NETLAB, { mode: 0o755 });
    const port = await freePort();
    const child = spawn(
      testPython,
      ['-m', 'neops_remote_lab', '--host', '127.0.0.1', '--port', String(port)],
      {
        cwd: folder,
        env: { ...process.env, TMPDIR: folder, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
        stdio: 'ignore',
      },
    );
    const server = new OriginalServer(`http://127.0.0.1:${port}`, child, folder);
    while (!(await server.isUp())) await pause(50);
    return server;
  }

  /** Status of an answer to a request without a client. */
  async fetch(method: string, target: string): Promise<number> {
    return (await fetch(this.url + target, { method })).status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private async isUp(): Promise<boolean> {
    if (this.child.exitCode !== null) throw new Error(`The original ended with ${this.child.exitCode}.`);
    try {
      return (await this.fetch('GET', '/healthz')) === 204;
    } catch {
      // It does not listen yet.
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
