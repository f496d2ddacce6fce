import { createTopologyBundle } from '@remote-lab/topology';
import { type AcquireOptions, acquireSettings } from '../acquire-options';
import { RemoteLabError } from '../errors';
import { propertyOf } from '../http-answer';
import { messageOf } from '../message-of';
import { readUpload, type TopologySource, type UploadFile } from '../topology-source';

/**
 * The identity of the lab that `acquire` would ask for with the same topology and extra files: a SHA-256 in lower-case
 * hexadecimal, which the server computes as well. Needs no server, but for a topology at a URL the one that has it.
 * @throws RemoteLabError what `acquire` throws before it uploads, also `unsafe_file_name` and `duplicate_file_name`,
 * or the signal's reason
 */
export async function topologyIdentity(
  topology: TopologySource,
  options: Pick<AcquireOptions, 'extraFiles' | 'baseFolder' | 'signal'> = {},
): Promise<string> {
  const { extraFiles, baseFolder, signal } = options;
  const settings = acquireSettings(topology, { reuse: true, extraFiles, baseFolder, signal }, 1);
  const upload = await readUpload(settings.topology, settings.extraFiles, { baseFolder, signal });
  try {
    return createTopologyBundle({
      topology: bundleFile(upload.topology),
      extraFiles: upload.extraFiles.map(bundleFile),
    }).identity;
  } catch (error) {
    const code = propertyOf(error, 'code');
    throw new RemoteLabError(typeof code === 'string' ? code : 'invalid_topology', messageOf(error), {
      cause: error,
    });
  }
}

function bundleFile({ name, content }: UploadFile): { readonly path: string; readonly content: Uint8Array } {
  return { path: name, content };
}
