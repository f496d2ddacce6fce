import { posix } from 'node:path';
import type { TopologyBundle } from '../topology-bundle';
import { isMap, type Data, type DataMap } from '../yaml/data';
import type { Places } from '../yaml/places';
import type { Problems } from '../yaml/problems';
import { readYaml } from '../yaml/read-yaml';
import { MAX_INCLUDES } from './limits';
import { globMatcher } from './name-patterns';

const MAX_INCLUDE_DEPTH = 16;

/**
 * Reads files with their `_include` lists: each file of the bundle that matches becomes an entry under its name
 * without extension. Files outside the bundle do not exist for us, so nothing of this host can be read in.
 */
export function fileReader(
  bundle: TopologyBundle,
  places: Places,
  problems: Problems,
): (path: string, content: Uint8Array) => DataMap | undefined {
  const files = new Map(bundle.extraFiles.map((file) => [file.path, file.content]));

  let includes = 0;
  const read = (path: string, content: Uint8Array, depth: number): DataMap | undefined => {
    const data = readYaml(path, content, places, problems);
    if (data !== undefined) include(data, path, depth);
    return data;
  };

  const include = (map: DataMap, file: string, depth: number): void => {
    for (const value of Object.values(map)) if (isMap(value)) include(value, file, depth);
    const patterns = map['_include'];
    if (patterns === undefined) return;
    delete map['_include'];
    for (const pattern of Array.isArray(patterns) ? patterns : [patterns]) {
      includePattern(map, file, pattern, depth);
    }
  };

  const includePattern = (map: DataMap, file: string, pattern: Data, depth: number): void => {
    const place = places.ofKey(map, '_include');
    if (typeof pattern !== 'string' || depth >= MAX_INCLUDE_DEPTH) {
      problems.add(
        place,
        '_include',
        typeof pattern === 'string' ? 'files include each other' : 'must be a list of file names',
      );
      return;
    }
    includes += 1;
    if (includes > MAX_INCLUDES)
      problems.refuse(
        place,
        '_include',
        `there are more than ${MAX_INCLUDES} files to include; no lab can have that many`,
      );
    if (isOutside(file, pattern)) {
      problems.add(
        place,
        '_include',
        `"${pattern}" is outside of the folder of the topology and can never be sent along; copy it there and name it from there`,
      );
      return;
    }
    const target = posix.normalize(posix.join(posix.dirname(file), pattern));
    const matches = globMatcher(target);
    const found = [...files.keys()].filter((path) => files.has(path) && matches(path)).sort();
    if (found.length === 0) {
      problems.add(
        place,
        '_include',
        `no file of the bundle is called "${pattern}"; send it along as an extra file`,
      );
    }
    for (const path of found) {
      includes += 1;
      const data = read(path, files.get(path) ?? new Uint8Array(), depth + 1);
      if (data === undefined) continue;
      const top = data['_top'];
      if (isMap(top))
        for (const [key, value] of Object.entries(top)) map[key] = mergeInto(map[key], value, places);
      delete data['_top'];
      map[posix.basename(path, posix.extname(path))] = data;
    }
  };

  return (path, content) => read(path, content, 0);
}

/** Names in `_include` count from the file they are in; files above the topology's folder are never in a bundle. */
function isOutside(file: string, pattern: string): boolean {
  const target = posix.normalize(posix.join(posix.dirname(file), pattern));
  return pattern.startsWith('/') || pattern.startsWith('~') || target === '..' || target.startsWith('../');
}

function mergeInto(existing: Data | undefined, value: Data, places: Places): Data {
  return isMap(existing) && isMap(value) ? places.merge(existing, value) : (existing ?? value);
}
