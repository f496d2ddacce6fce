import { posix } from 'node:path';
import type { TopologyBundle } from '../topology-bundle';
import { emptyMap, isMap, lookUp, type DataMap } from '../yaml/data';
import type { Places } from '../yaml/places';

/** The file of defaults that netlab reads when it lies beside the topology. */
const DEFAULT_FILE = 'topology-defaults.yml';

/**
 * `defaults:` of a topology, above those of the bundle's default files: what `defaults.sources` names, and
 * `topology-defaults.yml` beside the topology. Files that are not in the bundle do not exist for us.
 */
export function readDefaults(
  bundle: TopologyBundle,
  root: DataMap,
  places: Places,
  read: (path: string, content: Uint8Array) => DataMap | undefined,
): DataMap {
  const written = root['defaults'];
  let defaults = isMap(written) ? written : emptyMap();
  const files = new Map(bundle.extraFiles.map((file) => [file.path, file.content]));
  const user = namesIn(root, 'defaults.sources.user') ?? [DEFAULT_FILE];
  const names = namesIn(root, 'defaults.sources.list') ?? [
    ...(namesIn(root, 'defaults.sources.extra') ?? []),
    ...user,
  ];
  for (const name of names) {
    const path = posix.normalize(posix.join(posix.dirname(bundle.topology.path), name));
    const content = files.get(path);
    if (content === undefined) continue;
    const found = read(path, content);
    if (found !== undefined) defaults = places.merge(found, defaults);
  }
  return defaults;
}

function namesIn(root: DataMap, path: string): string[] | undefined {
  const value = lookUp(root, path) ?? null;
  if (value === null) return undefined;
  return (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
}
