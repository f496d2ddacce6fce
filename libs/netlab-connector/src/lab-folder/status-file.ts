import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump, loadAll } from 'js-yaml';
import { codeOf, NetlabError } from '../errors';
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

/** The labs in a status file; none when there is no file. Throws NetlabError `netlab_unusable` for one that is damaged. */
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
  const data = parsed(text, path);
  if (data === null || data === undefined) return {};
  if (!isMapping(data)) throw damaged(path);
  return data;
}

function parsed(text: string, path: string): unknown {
  try {
    // A file of comments alone has no document, which `load` would take for damage.
    return loadAll(text)[0];
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function damaged(path: string, cause?: unknown): NetlabError {
  const words = `netlab's notes in ${path} are damaged, so that nobody can tell which labs run. Stop those there are, then move the file away: netlab makes a new one.`;
  return new NetlabError('netlab_unusable', words, { cause });
}
