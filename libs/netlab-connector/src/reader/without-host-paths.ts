import type { TopologyBundle } from '@remote-lab/topology';

/** An absolute path of two parts or more. */
const HOST_PATH = /(?<![\w./:])\/(?:[\w.@+-]+\/)+([\w.@+-]*)/g;

/**
 * netlab's words with the names that the files of the bundle have for their owner. Of other files of the host only the
 * last part of the path is left, unless the topology itself speaks of it.
 */
export function withoutHostPaths(text: string, folder: string, bundle: TopologyBundle): string {
  const topology = Buffer.from(bundle.topology.content).toString('utf8');
  return text
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, '.')
    .replace(/(?<![\w/.-])topology\.yml\b/g, () => bundle.topology.path)
    .replace(HOST_PATH, (path, name: string) => (topology.includes(path) ? path : `…/${name}`));
}
