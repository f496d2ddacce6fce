import { type ExtraFiles, readUpload, type TopologySource } from '../../topology-source';
import type { ReadOptions } from '../read-source';
import { topologyInput } from '../topology-input';

/** What is uploaded, as names with texts; the topology first. */
export async function readFiles(
  topology: TopologySource,
  extraFiles: ExtraFiles = [],
  options: ReadOptions = {},
): Promise<readonly (readonly [string, string])[]> {
  const upload = await readUpload(topologyInput(topology), extraFiles, options);
  return [upload.topology, ...upload.extraFiles].map(({ name, content }) => [
    name,
    Buffer.from(content).toString(),
  ]);
}

/** The names of the extra files. */
export async function extraNames(
  topology: TopologySource,
  extraFiles: ExtraFiles,
  options: ReadOptions = {},
): Promise<readonly string[]> {
  const [, ...extra] = await readFiles(topology, extraFiles, options);
  return extra.map(([name]) => name);
}
