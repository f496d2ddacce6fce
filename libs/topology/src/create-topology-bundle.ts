import { checkBundlePath } from './bundle-path';
import { TopologyError } from './errors';
import type { BundleFile, TopologyBundle } from './topology-bundle';
import { topologyIdentity } from './topology-identity';

/** Whether a file name ends in `.yml` or `.yaml`, in any case. */
export function hasTopologyExtension(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/**
 * Checks the names of an upload and computes its identity. Reads no YAML.
 *
 * @throws TopologyError `topology_extension`, `unsafe_file_name` or `duplicate_file_name`
 */
export function createTopologyBundle(files: {
  readonly topology: BundleFile;
  readonly extraFiles: readonly BundleFile[];
}): TopologyBundle {
  const { topology, extraFiles } = files;
  if (!hasTopologyExtension(topology.path)) {
    throw new TopologyError(
      'topology_extension',
      `The topology must be a .yml or .yaml file, not ${JSON.stringify(topology.path)}.`,
    );
  }
  const paths = [topology, ...extraFiles].map((file) => file.path);
  paths.forEach(checkBundlePath);
  refuseDuplicates(paths);
  return { topology, extraFiles, identity: topologyIdentity(topology, extraFiles) };
}

/** Compares without regard to case and Unicode form: on some file systems `R1.cfg` and `r1.cfg` are one file. */
function refuseDuplicates(paths: readonly string[]): void {
  const files = new Map<string, string>();
  for (const path of paths) {
    const key = foldName(path);
    const earlier = files.get(key);
    if (earlier !== undefined) {
      throw new TopologyError(
        'duplicate_file_name',
        `The files ${JSON.stringify(earlier)} and ${JSON.stringify(path)} would be stored in the same place. Rename one of them.`,
      );
    }
    files.set(key, path);
  }
  for (const path of paths) {
    const parts = foldName(path).split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const file = files.get(parts.slice(0, length).join('/'));
      if (file !== undefined) {
        throw new TopologyError(
          'duplicate_file_name',
          `${JSON.stringify(file)} is a file and also a folder of ${JSON.stringify(path)}. Rename one of them.`,
        );
      }
    }
  }
}

function foldName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
