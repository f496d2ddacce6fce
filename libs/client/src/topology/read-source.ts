import path from 'node:path';
import { RemoteLabError } from '../errors';
import { download, shown } from './download';
import { localFolder } from './local-folder';
import { readLocalFile } from './read-local-file';
import { readTree } from './read-tree';
import { remoteFolder } from './remote-folder';
import type { SourceFolder } from './source-folder';
import { hasTopologyExtension, type TopologyInput } from './topology-input';
import type { UploadFile } from './upload-file';
import { UPLOAD_LIMITS } from './upload-limits';

/** How sources are read. */
export interface ReadOptions {
  /** Where relative paths count from, and what topologies without a file refer to. Default: the working directory. */
  readonly baseFolder?: string | undefined;
  /** Milliseconds for one download. Default 30,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A topology, and where the files beside it are. */
export interface Source {
  readonly topology: UploadFile;
  readonly folder: SourceFolder;
}

/**
 * Reads the topology.
 * @throws RemoteLabError `topology_unreadable`, `upload_too_large`, or the signal's reason
 */
export async function readSource(input: TopologyInput, options: ReadOptions): Promise<Source> {
  const { signal, baseFolder = '.', timeout = 30_000 } = options;
  switch (input.kind) {
    case 'content': {
      const { name, content } = input;
      const topology = { name, content: typeof content === 'string' ? Buffer.from(content) : content };
      return { topology, folder: localFolder(path.resolve(baseFolder), signal) };
    }
    case 'file': {
      const file = path.resolve(baseFolder, input.path);
      const topology = { name: path.basename(file), content: await readLocalFile(file, signal) };
      return { topology: notEmpty(topology, file), folder: localFolder(path.dirname(file), signal) };
    }
    case 'url': {
      const { url } = input;
      const limit = UPLOAD_LIMITS.topologyBytes;
      const content = await download(url, { timeout, limit, signal });
      const topology = notEmpty({ name: nameOf(url), content }, shown(url.href));
      if (!hasTopologyExtension(url.pathname)) checkIsTopology(topology, url);
      return { topology, folder: remoteFolder(url, { timeout, signal }) };
    }
  }
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // Stays as it is written: a stray % is no reason to fail.
  }
  const usable = hasTopologyExtension(name) && /^[^-/\\\p{C}][^/\\\p{C}]{0,200}$/u.test(name);
  return usable ? name : 'topology.yml';
}

/** An address without the extension may be anything. */
function checkIsTopology(topology: UploadFile, url: URL): void {
  try {
    readTree(topology.name, topology.content);
  } catch (error) {
    throw new RemoteLabError(
      'topology_unreadable',
      `What is at ${shown(url.href)} is no topology. Is there another address for the file as it is ("raw")?`,
      { status: 200, cause: error },
    );
  }
}

function notEmpty(topology: UploadFile, shownName: string): UploadFile {
  if (topology.content.byteLength > 0) return topology;
  throw new RemoteLabError('topology_unreadable', `${shownName} is empty.`);
}
