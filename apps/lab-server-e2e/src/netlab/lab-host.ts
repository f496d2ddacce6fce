import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exitOf, type ServerProcess, spawnServer, startServerProcess } from '../support/server-process';

/**
 * True where `npm run test:netlab` has found a netlab host: netlab, a Docker engine, containerlab (or the double of
 * tools/netlab-host) and the images of its routers.
 */
export const isLabHost = process.env['REMOTE_LAB_TEST_NETLAB'] === '1';

/** True when containerlab is the double, which fails and lingers on order. */
export const canFailOnOrder = process.env['REMOTE_LAB_TEST_CLAB_DOUBLE'] === '1';

/** An FRR image with an SSH server, `admin` with password `admin`. */
export const SSH_IMAGE = process.env['REMOTE_LAB_TEST_FRR_IMAGE'] ?? 'remote-lab/frr-ssh:local';

const run = promisify(execFile);

/** Two routers with OSPF that one can log in to. */
export const PAIR = `
provider: clab
defaults.device: frr
defaults.devices.frr.clab: { image: '${SSH_IMAGE}', group_vars: { ansible_user: admin, ansible_ssh_pass: admin } }
module: [ ospf ]
nodes: [ r1, r2 ]
links: [ r1-r2 ]
`;

/** Three hosts on a LAN, for which netlab makes a bridge, and nothing to configure. */
export const LAN = `
provider: clab
defaults.device: frr
nodes: [ a, b, c ]
links: [ a-b-c ]
`;

/** A place for servers on this lab host, with netlab's notes of its own; all of it is gone when disposed of. */
export interface LabSite extends AsyncDisposable {
  readonly stateDir: string;
  readonly home: string;
  /** Starts a server with netlab here; `knobs` are variables of its environment, for the double. */
  serve(knobs?: Readonly<Record<string, string>>, options?: readonly string[]): Promise<ServerProcess>;
  /** Starts a second server with a state dir of its own, and waits for its end. */
  serveBeside(): Promise<{ readonly code: number | null; readonly said: string }>;
  /** Everything of any lab that is still there, also of others: containers, bridges, networks, notes, folders, processes. */
  leftovers(): Promise<readonly string[]>;
}

/** Makes a site. */
export async function labSite(): Promise<LabSite> {
  const root = await mkdtemp(join(tmpdir(), 'lab-site-'));
  const [stateDir, home, guardDir] = [join(root, 'state'), join(root, 'home'), join(root, 'guard')];
  return {
    stateDir,
    home,
    serve: (knobs = {}, options = []) =>
      startServerProcess(
        stateDir,
        ['--backend', 'netlab', '--guard-dir', guardDir, '--log-level', 'debug', ...options],
        { ...process.env, HOME: home, ...knobs },
      ),
    async serveBeside() {
      const options = ['--backend', 'netlab', '--guard-dir', guardDir];
      const child = spawnServer(join(root, 'other'), options, { ...process.env, HOME: home });
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = await exitOf(child);
      return { code, said };
    },
    leftovers: async () => [
      ...(await containers()).map((name) => `container ${name}`),
      ...(await bridges()).map((name) => `bridge ${name}`),
      ...(await networks()).map((name) => `network ${name}`),
      ...(await notes(home)),
      ...(await folders(stateDir)),
      ...(await processesOf(guardDir)).map((pid) => `process ${pid}`),
    ],
    async [Symbol.asyncDispose]() {
      await removeContainersOf(root);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** What a test that failed leaves would make the next ones fail, too. */
async function removeContainersOf(root: string): Promise<void> {
  const format = '{{.ID}}\t{{.Label "clab-topo-file"}}';
  const args = ['ps', '--all', '--filter', 'label=containerlab', '--format', format];
  const left = lines((await run('docker', args)).stdout).filter((line) =>
    line.split('\t')[1]?.startsWith(root),
  );
  if (left.length === 0) return;
  await run('docker', ['rm', '--force', '--volumes', ...left.map((line) => line.split('\t')[0] ?? '')]);
  for (const network of await networks()) await run('docker', ['network', 'rm', network]);
}

/** Names of the containers of all labs of this host. */
export async function containers(): Promise<readonly string[]> {
  const args = ['ps', '--all', '--filter', 'label=containerlab', '--format', '{{.Names}}'];
  return lines((await run('docker', args)).stdout).sort();
}

/** Runs netlab as its user would, in a folder. */
export async function netlab(home: string, cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('netlab', [...args], { cwd, env: { ...process.env, HOME: home } });
  return stdout;
}

/** Runs docker. */
export async function docker(...args: readonly string[]): Promise<string> {
  return (await run('docker', [...args])).stdout;
}

async function bridges(): Promise<readonly string[]> {
  return (await readdir('/sys/class/net').catch(() => [])).filter((name) => /^lab\d+_\d+$/.test(name));
}

async function networks(): Promise<readonly string[]> {
  return lines((await run('docker', ['network', 'ls', '--format', '{{.Name}}'])).stdout).filter((name) =>
    name.includes('netlab_mgmt'),
  );
}

async function notes(home: string): Promise<readonly string[]> {
  const text = await readFile(join(home, '.netlab', 'status.yaml'), 'utf8').catch(() => '');
  return ['', '{}'].includes(text.trim()) ? [] : [`notes of netlab: ${text}`];
}

async function folders(stateDir: string): Promise<readonly string[]> {
  const parents = ['labs', 'copies', 'scratch'].map((name) => join(stateDir, 'netlab', name));
  const found = await Promise.all(
    parents.map(async (parent) =>
      (await readdir(parent).catch(() => [])).map((name) => `folder ${join(parent, name)}`),
    ),
  );
  return found.flat();
}

async function processesOf(guardDir: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environment.split('\0').includes(`REMOTE_LAB_OWNER=${guardDir}`);
    }),
  );
  return pids.filter((_, index) => marked[index]);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
