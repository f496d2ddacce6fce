import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RemoteLabError } from './errors';
import { messageOf } from './message-of';

/** A topology by the path of its file, or by its content. */
export type TopologySource = string | { readonly name: string; readonly content: string | Uint8Array };

/** A file that the topology refers to; `path` is relative to the topology's folder, with `/` between its parts. */
export interface ExtraFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One file as it is uploaded. */
export interface UploadFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Everything that is uploaded to acquire a lab, in memory, so that it can be sent more than once. */
export interface LabUpload {
  readonly topology: UploadFile;
  readonly extraFiles: readonly UploadFile[];
}

/**
 * Reads what is to be uploaded. Extra files given by path are looked up in the topology's folder (in the working
 * directory for a topology given by content), and must lie in it.
 * @throws RemoteLabError `topology_extension`, `topology_unreadable` or `unsafe_file_name`
 */
export async function readUpload(
  topology: TopologySource,
  extraFiles: readonly (string | ExtraFile)[],
): Promise<LabUpload> {
  const name = typeof topology === 'string' ? path.basename(topology) : topology.name;
  if (!/\.ya?ml$/i.test(name))
    throw new RemoteLabError(
      'topology_extension',
      `A topology file must end in .yml or .yaml, not "${name}".`,
    );
  const folder = path.resolve(typeof topology === 'string' ? path.dirname(topology) : '.');
  return {
    topology: {
      name,
      content: typeof topology === 'string' ? await readLocal(topology) : toBytes(topology.content),
    },
    extraFiles: await Promise.all(extraFiles.map((file) => readExtra(file, folder))),
  };
}

async function readExtra(file: string | ExtraFile, folder: string): Promise<UploadFile> {
  if (typeof file !== 'string') return { name: file.path, content: toBytes(file.content) };
  const location = path.resolve(folder, file);
  const name = path.relative(folder, location);
  if (name === '' || name.split(path.sep)[0] === '..' || path.isAbsolute(name))
    throw new RemoteLabError(
      'unsafe_file_name',
      `${file} is not in ${folder}. Give { path, content } to choose the path it has beside the topology.`,
    );
  return { name: name.split(path.sep).join('/'), content: await readLocal(location) };
}

async function readLocal(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new RemoteLabError(
      'topology_unreadable',
      `${path.resolve(file)} cannot be uploaded: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
