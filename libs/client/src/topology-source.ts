import { type ExtraFile, type ExtraFiles, readExtraFiles } from './topology/read-extra-files';
import { type ReadOptions, readSource } from './topology/read-source';
import type { TopologyInput } from './topology/topology-input';
import type { UploadFile } from './topology/upload-file';

/**
 * A topology: the path of its file, an http(s) or `file:` URL, YAML text (told by a line break in it), a name with
 * content, or what the YAML would say as an object. In an object the order of the keys counts, as it does in the file.
 */
export type TopologySource =
  | string
  | URL
  | { readonly name: string; readonly content: string | Uint8Array }
  | { readonly [element: string]: unknown };

export type { ExtraFile, ExtraFiles, UploadFile };

/** Everything that is uploaded to acquire a lab, in memory, so that it can be sent more than once. */
export interface LabUpload {
  readonly topology: UploadFile;
  readonly extraFiles: readonly UploadFile[];
}

/**
 * Reads what is to be uploaded. Extra files count from the topology's folder, or from `baseFolder` for a topology
 * given by content, and must lie in it.
 * @throws RemoteLabError `topology_unreadable`, `unsafe_file_name`, `upload_too_large`, `too_many_files`,
 * `invalid_topology` when references cannot be followed, or the signal's reason
 */
export async function readUpload(
  topology: TopologyInput,
  extraFiles: ExtraFiles,
  options: ReadOptions = {},
): Promise<LabUpload> {
  options.signal?.throwIfAborted();
  const source = await readSource(topology, options);
  return {
    topology: source.topology,
    extraFiles: await readExtraFiles(extraFiles, source, options.signal),
  };
}
