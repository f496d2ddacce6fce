import path from 'node:path';
import { RemoteLabError } from '../errors';
import { type FileCollector, nameBeside } from './file-collector';
import { fixedFolder, isGlob, matchesGlob } from './name-glob';
import { isTree, readTree, textsOf, type Tree, type TreeValue } from './read-tree';

const MAX_DEPTH = 16;

/** What was found missing, as `"name" (place)`. */
export type Missing = string[];

/**
 * Reads a file of the topology, and puts in what its `_include` lists name: each file is the entry of its name without
 * extension. The files go into the collector, those that are not there into `missing`.
 * @throws RemoteLabError `invalid_topology`, `unsafe_file_name`, and what the collector throws
 */
export async function readIncludes(
  file: string,
  content: Uint8Array,
  collector: FileCollector,
  missing: Missing,
): Promise<Tree> {
  return include(readTree(file, content), { file, place: '', depth: 0, collector, missing });
}

interface Context {
  readonly file: string;
  readonly place: string;
  readonly depth: number;
  readonly collector: FileCollector;
  readonly missing: Missing;
}

async function include(tree: Tree, context: Context): Promise<Tree> {
  const result = new Map<string, TreeValue>();
  for (const [key, value] of tree) {
    if (key === '_include') continue;
    const place = context.place === '' ? key : `${context.place}.${key}`;
    result.set(key, isTree(value) ? await include(value, { ...context, place }) : value);
  }
  for (const pattern of textsOf(tree.get('_include')))
    for (const [name, content] of await matchingFiles(pattern, context)) {
      if (context.depth >= MAX_DEPTH)
        throw new RemoteLabError('invalid_topology', `${context.file}: its files include each other.`);
      const inner = await include(readTree(name, content), {
        ...context,
        file: name,
        depth: context.depth + 1,
      });
      const top = inner.get('_top');
      if (isTree(top)) merge(result, top);
      result.set(path.posix.basename(name, path.posix.extname(name)), inner);
    }
  return result;
}

async function matchingFiles(
  pattern: string,
  { file, place, collector, missing }: Context,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  const where = place === '' ? '_include' : `${place}._include`;
  const target = nameBeside(file, pattern, where, collector.folder);
  const names = isGlob(target) ? await listMatching(target, collector) : [target];
  const found: (readonly [string, Uint8Array])[] = [];
  for (const name of names) {
    const content = await collector.take(name);
    if (content !== undefined) found.push([name, content]);
  }
  if (found.length === 0)
    missing.push(`"${pattern}" (${where}${collector.isTopology(file) ? '' : ` of ${file}`})`);
  return found;
}

async function listMatching(pattern: string, { folder }: FileCollector): Promise<readonly string[]> {
  const names = await folder.list(fixedFolder(pattern), 'deep');
  if (names !== undefined) return names.filter((name) => matchesGlob(pattern, name));
  throw new RemoteLabError(
    'topology_unreadable',
    `The files that "${pattern}" stands for cannot be found: ${folder.shown} cannot be listed. ` +
      'Name each file in the topology, or list them in extraFiles.',
  );
}

function merge(target: Map<string, TreeValue>, source: Tree): void {
  for (const [key, value] of source) {
    const before = target.get(key);
    if (isTree(before) && isTree(value)) {
      const both = new Map(before);
      merge(both, value);
      target.set(key, both);
    } else if (before === undefined) target.set(key, value);
  }
}
