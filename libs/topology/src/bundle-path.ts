import { TopologyError } from './errors';

const MAX_SEGMENT_BYTES = 255;
const MAX_PATH_BYTES = 1024;

/**
 * Refuses every path that could leave the lab's folder, be read as a command-line option or not be stored
 * on a common file system. Looks at nothing but the string.
 *
 * @throws TopologyError `unsafe_file_name`
 */
export function checkBundlePath(path: string): void {
  const reason = whyUnsafe(path);
  if (reason !== undefined) {
    throw new TopologyError(
      'unsafe_file_name',
      `Refused file name ${JSON.stringify(path)}: ${reason}. Send a path relative to the topology's folder, such as "configs/r1.cfg".`,
    );
  }
}

function whyUnsafe(path: string): string | undefined {
  if (path === '') return 'it is empty';
  // Before anything else, so that no later sentence carries a terminal escape.
  if (/\p{Cc}|\p{Cs}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(path))
    return 'it contains control characters';
  if (path.includes('\\')) return 'it contains a backslash';
  if (path.startsWith('/')) return 'it is absolute';
  if (/^[A-Za-z]:/.test(path)) return 'it begins with a drive letter';
  if (path.endsWith('/')) return 'it names a folder';
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `it is longer than ${MAX_PATH_BYTES} bytes`;
  return path
    .split('/')
    .map(whyUnsafeSegment)
    .find((reason) => reason !== undefined);
}

function whyUnsafeSegment(segment: string): string | undefined {
  if (segment === '') return 'it has an empty part';
  if (segment === '.' || segment === '..') return `it contains a "${segment}" part`;
  if (segment.startsWith('-')) return `its part "${segment}" begins with "-" and would be read as an option`;
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `one of its parts is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}
