import type { Place } from '../yaml/data';
import type { Draft, LinkDraft } from './draft';

/** Nodes of one topology; netlab itself stops at 150 unless told otherwise. */
export const MAX_NODES = 1000;
/** Groups of one topology. */
export const MAX_GROUPS = 1000;
/** How deep groups may be inside groups. */
export const MAX_GROUP_DEPTH = 32;
/** Patterns of node names, in all groups together. */
export const MAX_PATTERNS = 200;
/** Names in one list. */
export const MAX_NAMES = 5000;
/** `_include` patterns of one topology, in all files together. */
export const MAX_INCLUDES = 500;
/** Links of one topology, those inside trunks among them; a full mesh of 141 nodes has 9,870. */
export const MAX_LINKS = 10_000;
/** Interfaces of one node. */
export const MAX_INTERFACES = 4096;
/** Neighbors of all interfaces together: a LAN of n nodes has n × (n - 1). */
export const MAX_NEIGHBORS = 100_000;
/** Nodes of one link; more of them have too many neighbors in any case. */
export const MAX_LINK_NODES = 300;
/** Numbers of interfaces; above are those of VLANs and other virtual ones. */
export const MAX_IFINDEX = 9999;

/**
 * Refuses a topology that has too much of something, before any more work is done for it.
 *
 * @throws TopologyError `invalid_topology`
 */
export function refuseMoreThan(
  draft: Draft,
  limit: number,
  count: number,
  what: string,
  place: Place | undefined,
  path: string,
): void {
  if (count <= limit) return;
  draft.problems.refuse(place, path, `there are more than ${limit} ${what}; no lab can have that many`);
}

/**
 * Refuses more links than a lab can have; it shows the first that is too many.
 *
 * @throws TopologyError `invalid_topology`
 */
export function checkLinkCount(draft: Draft, links: readonly LinkDraft[], added = 0): void {
  if (links.length + added <= MAX_LINKS) return;
  const place = links[Math.min(MAX_LINKS, links.length - 1)]?.place;
  refuseMoreThan(draft, MAX_LINKS, links.length + added, 'links', place, 'links');
}

/**
 * Refuses links that give a node too many interfaces or a lab too many neighbors.
 *
 * @throws TopologyError `invalid_topology`
 */
export function checkLinkSizes(draft: Draft, links: readonly LinkDraft[]): void {
  checkLinkCount(draft, links);
  const interfaces = new Map<string, number>();
  let neighbors = 0;
  for (const { ends, place, path } of links) {
    for (const { node } of ends) {
      const count = (interfaces.get(node) ?? 0) + 1;
      refuseMoreThan(draft, MAX_INTERFACES, count, `interfaces on the node ${node}`, place, path);
      interfaces.set(node, count);
    }
    neighbors += ends.length * (ends.length - 1);
    refuseMoreThan(draft, MAX_NEIGHBORS, neighbors, 'pairs of neighbors', place, path);
  }
}
