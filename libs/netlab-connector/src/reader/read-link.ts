import type { LinkModel } from '@remote-lab/topology';
import type { Mapping } from '../inspect/mapping';
import { listOf, mappingOf, present, textOf, wholeOf } from './data';
import { interfaceType } from './link-types';

/** Longest part of a lab's name in the names of its bridges. */
const MAX_BRIDGE_PREFIX = 10;

/** The links between nodes of these names; a link that keeps one node of two becomes a stub, one without nodes goes. */
export function readLinks(
  links: readonly unknown[],
  nodes: ReadonlySet<string>,
  lab: string,
): readonly LinkModel[] {
  return links.flatMap((data, index) => {
    const link = readLink(mappingOf(data), index + 1);
    const ends = link.ends.filter((end) => nodes.has(end.node));
    if (ends.length === link.ends.length) return [link];
    if (ends.length === 0) return [];
    const bridge = link.bridge ?? `${lab.slice(0, MAX_BRIDGE_PREFIX)}_${link.linkindex}`;
    return [{ ...link, ...(link.ends.length === 2 ? { type: 'stub' as const } : {}), bridge, ends }];
  });
}

function readLink(link: Mapping, position: number): LinkModel {
  const ends = listOf(link['interfaces']).flatMap((data) => {
    const end = mappingOf(data);
    const node = textOf(end['node']);
    return node === undefined ? [] : [{ node, ifname: textOf(end['ifname']) ?? '' }];
  });
  const prefix = mappingOf(link['prefix']);
  return {
    linkindex: wholeOf(link['linkindex']) ?? position,
    type: interfaceType(link['type'], ends.length - 1),
    ...present({
      ipv4: textOf(prefix['ipv4']),
      ipv6: textOf(prefix['ipv6']),
      bridge: textOf(link['bridge']),
      role: textOf(link['role']),
    }),
    ends,
  };
}
