import { stat } from 'node:fs/promises';
import path from 'node:path';
import { RemoteLabError } from '../errors';
import { FileCollector, nameBeside } from './file-collector';
import { followReferences } from './follow-references';
import { isBelow } from './local-folder';
import { readLocalFile } from './read-local-file';
import type { Source } from './read-source';
import type { UploadFile } from './upload-file';

/** A file that the topology refers to; `path` is relative to the topology's folder, with `/` between its parts. */
export interface ExtraFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The files that go with a topology. `'follow'`: those beside it that it refers to. Another text, or each text of a
 * list: a file, or a folder with all that is below it, in the topology's folder. Or contents.
 */
export type ExtraFiles = string | readonly (string | ExtraFile)[];

/**
 * Reads the files that go with a topology, in the order of the list.
 * @throws RemoteLabError `topology_unreadable`, `unsafe_file_name`, `too_many_files`, `upload_too_large`,
 * `invalid_topology`, or the signal's reason
 */
export async function readExtraFiles(
  extraFiles: ExtraFiles,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<readonly UploadFile[]> {
  if (extraFiles === 'follow') return followReferences(source.topology, source.folder);
  const files: UploadFile[] = [];
  for (const entry of typeof extraFiles === 'string' ? [extraFiles] : extraFiles) {
    const found = typeof entry === 'string' ? await readEntry(entry, source, signal) : [givenFile(entry)];
    files.push(...found);
  }
  return files;
}

function givenFile({ path: name, content }: ExtraFile): UploadFile {
  return { name, content: typeof content === 'string' ? Buffer.from(content) : content };
}

function readEntry(
  entry: string,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<readonly UploadFile[]> {
  const { path: folder } = source.folder;
  return folder === undefined ? readRemote(entry, source) : readLocal(entry, folder, source, signal);
}

async function readRemote(entry: string, { folder }: Source): Promise<readonly UploadFile[]> {
  if (entry.endsWith('/'))
    throw unreadable(
      `${folder.shown} cannot be listed, so ${entry} cannot be uploaded as a whole: list its files`,
    );
  const name = nameBeside('', entry, 'extraFiles', folder);
  const content = await folder.read(name);
  if (content === undefined) throw unreadable(`${name} is not in ${folder.shown}`);
  return [{ name, content }];
}

async function readLocal(
  entry: string,
  base: string,
  { topology, folder }: Source,
  signal: AbortSignal | undefined,
): Promise<readonly UploadFile[]> {
  const location = path.resolve(base, entry);
  const name = path.relative(base, location).split(path.sep).join('/');
  const isInside = isBelow(base, location);
  if (isInside && (/[/\\]$/.test(entry) || (await isFolder(location)))) {
    const collector = new FileCollector(folder, topology);
    if ((await collector.takeFolder(name)) > 0) return collector.files;
    throw unreadable(`The folder ${location} is not there, or has no files`);
  }
  if (isInside) return [{ name, content: await readLocalFile(location, signal) }];
  throw new RemoteLabError(
    'unsafe_file_name',
    `${entry} is not in ${base}. Give { path, content } to choose the path it has beside the topology.`,
  );
}

/** What cannot be looked at is told when it is read. */
async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory();
  } catch {
    return false;
  }
}

function unreadable(message: string): RemoteLabError {
  return new RemoteLabError('topology_unreadable', `${message}.`);
}
