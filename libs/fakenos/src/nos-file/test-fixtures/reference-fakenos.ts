import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { NosCommands } from '../nos-document';
import type { ShellConfiguration } from '../shell-configuration';

/**
 * A Python interpreter with FakeNOS installed, for tests that are skipped without one:
 * `python3 -m venv V && V/bin/pip install fakenos`, then `REMOTE_LAB_TEST_FAKENOS=V/bin/python`.
 */
export const fakenosPython = process.env['REMOTE_LAB_TEST_FAKENOS'] ?? '';

/** A host of the reference. */
export interface ReferenceHost {
  readonly host: string;
  /** The platform file's text. */
  readonly text: string;
  readonly shell?: ShellConfiguration;
  readonly commands?: NosCommands;
}

/** Python FakeNOS that runs, login admin/admin. */
export interface ReferenceFakenos extends AsyncDisposable {
  readonly version: string;
  /** By host. */
  readonly ports: ReadonlyMap<string, number>;
}

/** Starts Python FakeNOS with these hosts; resolves when all of them listen on the loopback interface. */
export async function startReference(hosts: readonly ReferenceHost[]): Promise<ReferenceFakenos> {
  const folder = await mkdtemp(join(tmpdir(), 'reference-fakenos-'));
  const ports = new Map<string, number>();
  const wanted: unknown[] = [];
  for (const { host, text, shell = {}, commands } of hosts) {
    const file = join(folder, `${host}.yaml`);
    await writeFile(file, text);
    const port = await freePort();
    ports.set(host, port);
    wanted.push({ host, file, port, shell, nos: commands ? { commands } : {} });
  }
  const program = join(__dirname, 'run_fakenos.py');
  const child = spawn(fakenosPython, [program, JSON.stringify(wanted)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { version: await ready(child), ports, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The platform files that FakeNOS ships, by name. */
export async function shippedPlatformFiles(): Promise<ReadonlyMap<string, string>> {
  const where = 'import fakenos.plugins.nos as nos; print(nos.platforms_directory_yaml)';
  const { stdout } = await promisify(execFile)(fakenosPython, ['-c', where]);
  const folder = stdout.trim();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const read = async (name: string) =>
    [name.replace('.yaml', ''), await readFile(join(folder, name), 'utf8')] as const;
  return new Map(await Promise.all(names.map(read)));
}

async function ready(child: ChildProcess): Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const [, version] = /^(\S+) ready$/m.exec(said) ?? [];
      if (version !== undefined) resolve(version);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Python FakeNOS did not start:\n${complaint}`)));
  });
}

/** FakeNOS takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
