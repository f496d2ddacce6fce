import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import type { ForeignLab } from './fake-host';
import { readIfThere } from './host-files';

/** Puts somebody else's running lab on the host: containers, network, lock, and an entry in netlab's status file. */
export async function addForeignLab(
  folder: string,
  home: string,
  state: string,
  lab: ForeignLab,
): Promise<string> {
  const { instance = 'default', name = 'foreign', nodes = ['r1', 'r2'], inStatus = true } = lab;
  const dir = lab.dir ?? join(folder, 'foreign', name);
  await mkdir(dir, { recursive: true });
  const network = `${name}_mgmt`;
  const record = (kind: string, key: string, value: object): Promise<void> => {
    const all = { id: randomBytes(32).toString('hex'), name: key, createdAt: Date.now(), ...value };
    return writeFile(join(state, kind, `${key}.json`), JSON.stringify(all));
  };
  await record('networks', network, { labels: {} });
  for (const node of nodes) {
    const labels = {
      containerlab: name,
      'clab-node-name': node,
      'clab-node-kind': 'linux',
      'clab-topo-file': join(dir, 'clab.yml'),
    };
    await record('containers', `clab-${name}-${node}`, { image: 'frr', labels, network, running: true });
  }
  if (!inStatus) return dir;
  await writeFile(join(dir, 'netlab.lock'), 'netlab lock file, do not remove');
  await mkdir(join(home, '.netlab'), { recursive: true });
  const file = join(home, '.netlab', 'status.yaml');
  const text = await readIfThere(file);
  const others: unknown = text === '' ? {} : load(text);
  const entry = { dir, log: ['started'], name, providers: ['clab'], status: 'started' };
  await writeFile(file, dump({ ...Object(others), [instance]: entry }));
  return dir;
}
