import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { hasCode, readIfThere, readJsonFolder } from './host-files';

const filesOfALab = [
  'netlab.lock',
  'netlab.snapshot.pickle',
  'netlab.snapshot.yml',
  'clab.yml',
  'ansible.cfg',
  'hosts.yml',
  'group_vars',
  'host_vars',
  'node_files',
];

/** Files of netlab and containerlab in a folder; none when the folder has gone. */
async function labFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names
    .filter((name) => filesOfALab.includes(name) || name.startsWith('clab-'))
    .map((name) => join(folder, name));
}

async function instances(home: string): Promise<string[]> {
  const text = await readIfThere(join(home, '.netlab', 'status.yaml'));
  const status = text.trim() === '' ? {} : load(text);
  return typeof status === 'object' && status !== null ? Object.keys(status) : [];
}

/** What is left of labs on a host whose netlab ran in these folders. */
export async function leftoversOf(
  state: string,
  home: string,
  folders: readonly string[],
): Promise<string[]> {
  const named = async (kind: string): Promise<string[]> => {
    const all = await readJsonFolder<{ readonly name: string }>(join(state, `${kind}s`));
    return all.map(({ name }) => `${kind} ${name}`);
  };
  const bridges = await readdir(join(state, 'interfaces'));
  const files = await Promise.all([...new Set(folders)].map(labFilesIn));
  return [
    ...(await named('container')),
    ...(await named('network')),
    ...bridges.map((name) => `bridge ${name}`),
    ...(await instances(home)).map((id) => `status ${id}`),
    ...files.flat(),
  ].sort();
}
