import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { codeOf } from '../errors';
import { isMapping, textAt } from '../inspect/mapping';

/** One lab that netlab believes to run, as `~/.netlab/status.yaml` has it. */
export interface StatusEntry {
  /** `default`, unless the topology or its provider says otherwise. */
  readonly instance: string;
  readonly dir: string;
  readonly name: string | undefined;
  /** `started` when `netlab up` has finished; whatever it was doing otherwise. */
  readonly status: string | undefined;
}

/** The file of the user whose home this is. */
export function statusFileOf(home: string): string {
  return join(home, '.netlab', 'status.yaml');
}

/** The labs in a status file; none when there is no file. Throws when it cannot be read or is not netlab's. */
export async function readStatusFile(path: string): Promise<readonly StatusEntry[]> {
  return Object.entries(await readMapping(path)).map(([instance, value]) => {
    const entry = isMapping(value) ? value : {};
    return {
      instance,
      dir: textAt(entry, 'dir') ?? '',
      name: textAt(entry, 'name'),
      status: textAt(entry, 'status'),
    };
  });
}

/** Takes the entries of these folders out of the file; only while no netlab runs. */
export async function forgetFolders(path: string, isGone: (dir: string) => boolean): Promise<void> {
  const before = Object.entries(await readMapping(path));
  const after = before.filter(([, value]) => !isGone(isMapping(value) ? (textAt(value, 'dir') ?? '') : ''));
  if (after.length === before.length) return;
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, dump(Object.fromEntries(after)), { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function readMapping(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  if (text.trim() === '') return {};
  const data: unknown = load(text);
  if (data === null || data === undefined) return {};
  if (!isMapping(data)) throw new Error(`${path} is not a mapping; move it away, netlab makes a new one`);
  return data;
}
