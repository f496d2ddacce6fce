import path from 'node:path';
import { RemoteLabError } from '../errors';
import { FileCollector, nameBeside } from './file-collector';
import { type Missing, readIncludes } from './read-includes';
import { type Reference, readReferences } from './read-references';
import type { SourceFolder } from './source-folder';
import type { UploadFile } from './upload-file';

/**
 * The files beside a topology that it refers to, itself or in a file that it includes.
 * @throws RemoteLabError `topology_unreadable` with a list of the references that lead nowhere, `unsafe_file_name` for
 * one that leads out of the folder, `invalid_topology`, `too_many_files`, `upload_too_large`
 */
export async function followReferences(
  topology: UploadFile,
  folder: SourceFolder,
): Promise<readonly UploadFile[]> {
  const collector = new FileCollector(folder, topology);
  const missing: Missing = [];
  const tree = await readIncludes(topology.name, topology.content, collector, missing);
  const follow = async (reference: Reference): Promise<void> => {
    const { kind, name, place, required } = reference;
    // Those of the lab host and of netlab itself are there.
    if (kind === 'defaults' && /^[/~]|^package:/.test(name)) return;
    const found = await take(nameBeside(topology.name, name, place, folder), kind);
    if (!found && required) missing.push(`"${name}" (${place})`);
  };
  const take = async (name: string, kind: Reference['kind']): Promise<boolean> => {
    switch (kind) {
      case 'config':
        return takeTemplate(name.replace(/\.j2$/, ''), collector);
      case 'plugin':
        return takePlugin(name.replace(/\.py$/, ''), collector);
      case 'folder':
        return (await collector.takeFolder(name)) > 0;
      case 'file':
        return (await collector.take(name)) !== undefined;
      case 'defaults': {
        const content = await collector.take(name);
        if (content === undefined) return false;
        const defaults = await readIncludes(name, content, collector, missing);
        const inner = readReferences(new Map([['defaults', defaults]]));
        for (const reference of inner) if (reference.kind !== 'defaults') await follow(reference);
        return true;
      }
    }
  };
  for (const reference of readReferences(tree)) await follow(reference);
  if (missing.length === 0) return collector.files;
  throw new RemoteLabError(
    'topology_unreadable',
    `${topology.name} refers to what is not in ${folder.shown}: ${[...new Set(missing)].join(', ')}. ` +
      'Put it there, or list in extraFiles what there is.',
  );
}

/** netlab takes the one that fits the node best: `name.j2`, `name.eos.j2`, `name/r1.j2`, `name/eos.j2`, …. */
async function takeTemplate(name: string, collector: FileCollector): Promise<boolean> {
  const { dir, base } = path.posix.parse(name);
  const beside = await collector.folder.list(dir, 'flat');
  const variants = (beside ?? []).filter((each) => {
    const file = path.posix.basename(each);
    return file.startsWith(`${base}.`) && file.endsWith('.j2');
  });
  let found = (await collector.takeFolder(name)) > 0;
  for (const variant of new Set([`${name}.j2`, ...variants]))
    found = (await collector.take(variant)) !== undefined || found;
  return found;
}

async function takePlugin(name: string, collector: FileCollector): Promise<boolean> {
  if ((await collector.takeFolder(name)) > 0) return true;
  for (const file of [`${name}.py`, `${name}/plugin.py`, `${name}/__init__.py`])
    if ((await collector.take(file)) !== undefined) return true;
  return false;
}
