import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readIfThere, readJsonFolder } from './host-files';

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

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    // Not being able to look is, for a test's own folder, not being there.
    return false;
  }
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
  const files = [...new Set(folders)].flatMap((folder) => filesOfALab.map((file) => join(folder, file)));
  const present = await Promise.all(files.map(isThere));
  return [
    ...(await named('container')),
    ...(await named('network')),
    ...(await named('bridge')),
    ...(await instances(home)).map((id) => `status ${id}`),
    ...files.filter((_, index) => present[index]),
  ].sort();
}
