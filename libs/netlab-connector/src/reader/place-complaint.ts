import type { TopologyBundle, TopologyProblem } from '@remote-lab/topology';
import { findElement } from './find-element';

/** Where the YAML parser stopped: `in "r1.yml", line 3, column 6`. */
const YAML_PLACE = /in "([^"]+)", line (\d+), column (\d+)/g;
/** An element in netlab's words: `attribute 'bgp.as_list'`, `… in nodes.r1.bgp`, `links[3].prefix`. */
const ELEMENTS = [
  /\battribute '([\w-]+(?:\.[\w-]+|\[[\w.-]+\])*)'/,
  /\b((?:topology\.)?(?:nodes|links|groups|vlans|vrfs|addressing|prefix|routing|validate)(?:\.[\w-]+|\[[\w.-]+\])+)/,
];
/** Names that are elements when the topology has them: they may as well be any word. */
const NAMES = [
  { pattern: /\bnode ([A-Za-z_][\w-]*)/gi, parent: 'nodes' },
  { pattern: /\bgroup '?([A-Za-z_][\w-]*)/gi, parent: 'groups' },
];

/** A complaint of netlab at the place it names, or seems to mean; the beginning of the topology where it says nothing. */
export function placeComplaint(message: string, bundle: TopologyBundle): TopologyProblem {
  const yaml = [...message.matchAll(YAML_PLACE)].at(-1);
  if (yaml) {
    const [, file = '', line, column] = yaml;
    return { file, line: Number(line), column: Number(column), path: '', message };
  }
  const file = bundle.topology.path;
  const text = Buffer.from(bundle.topology.content).toString('utf8');
  for (const path of elementsIn(message)) {
    const place = findElement(text, path);
    if (place) return { file, line: place.line, column: place.column, path, message };
  }
  for (const path of namesIn(message)) {
    const place = findElement(text, path);
    if (place?.isWhole === true) return { file, line: place.line, column: place.column, path, message };
  }
  return { file, line: 1, column: 1, path: '', message };
}

function elementsIn(message: string): readonly string[] {
  return ELEMENTS.flatMap((pattern) => pattern.exec(message)?.[1]?.replace(/^topology\./, '') ?? []);
}

function namesIn(message: string): readonly string[] {
  return NAMES.flatMap(({ pattern, parent }) =>
    [...message.matchAll(pattern)].map(([, name = '']) => `${parent}.${name}`),
  );
}
