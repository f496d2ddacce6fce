import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import type { FakeHost } from './fake-host';
import { startProgram } from './start-program';
import type { ProgramResult, StartOptions } from './start-program';

/** Two routers and a link. */
export const twoRouters =
  'provider: clab\ndefaults.device: frr\nname: two\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
/** Its containers. */
export const running = ['clab-two-r1', 'clab-two-r2'];
/** Leftovers of that lab when its destruction did nothing and netlab forgot it. */
export const forgotten = [
  'clab-two',
  'container clab-two-r1',
  'container clab-two-r2',
  'network netlab_mgmt',
];

/** A new folder with a topology in it. */
export async function labFolder(host: FakeHost, name = 'lab', topology = twoRouters): Promise<string> {
  const folder = join(host.folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'topology.yml'), topology);
  return folder;
}

/** Runs a command line, split at its blanks, to its end. */
export function run(
  host: FakeHost,
  command: string,
  cwd: string,
  options: Partial<StartOptions> = {},
): Promise<ProgramResult> {
  const [program = '', ...args] = command.split(' ');
  return startProgram(host, program, args, { cwd, ...options }).ended;
}

/** Names of all the containers there are. */
export async function containerNames(host: FakeHost): Promise<string[]> {
  return (await host.containers()).map(({ name }) => name);
}

/** Names of leftovers without the folder they are in. */
export async function leftovers(host: FakeHost): Promise<string[]> {
  return (await host.leftovers()).map((name) => basename(name));
}

/** What netlab's status file says. */
export async function statusOf(host: FakeHost): Promise<unknown> {
  return load(await readFile(join(host.home, '.netlab', 'status.yaml'), 'utf8'));
}
