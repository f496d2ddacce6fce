import { emptyMap, isMap, lookUp, typeName, type DataMap } from '../yaml/data';
import { reportValue, type Draft, type EndDraft, type LinkDraft } from './draft';
import { MAX_IFINDEX, MAX_LINKS, checkLinkCount, refuseMoreThan } from './limits';
import { readLink } from './read-links';

/** What a member link keeps of the aggregated link and of itself. */
const MEMBER_KEYS = ['mtu', 'bandwidth'];

/**
 * Spells out `lag.members`: the aggregated link gets an interface on each of its nodes, and every member becomes a
 * wire without addresses, after all other links. The link between MLAG peers is nothing but its wires.
 */
export function expandLags(draft: Draft): void {
  const numbers = new LagNumbers(draft);
  const peers = peersOf(draft);
  const wires: LinkDraft[] = [];
  draft.links = draft.links.flatMap((link): LinkDraft[] => {
    const lag = link.data['lag'];
    if (!isMap(lag) || lag['members'] === undefined) return [link];
    const members = readMembers(draft, link, lag);
    if (members === undefined) return [];
    const shared = emptyMap();
    for (const key of MEMBER_KEYS) if (link.data[key] !== undefined) shared[key] = link.data[key];
    checkLinkCount(draft, draft.links, wires.length + members.length);
    const made = members.map((member) => wire(draft, shared, member));
    if ((lookUp(lag, 'mlag.peergroup') ?? false) !== false) {
      const [first, ...others] = made;
      wires.push(...others);
      return first === undefined ? [] : [first];
    }
    wires.push(...made);
    return [aggregate(draft, link, members, numbers, peers)];
  });
  draft.links.push(...wires);
}

function readMembers(draft: Draft, link: LinkDraft, lag: DataMap): LinkDraft[] | undefined {
  const members = lag['members'] ?? null;
  const path = `${link.path}.lag.members`;
  if (!Array.isArray(members) || members.length === 0) {
    reportValue(
      draft,
      lag,
      'members',
      path,
      `must be a list of links${Array.isArray(members) ? '' : `, not ${typeName(members)}`}`,
    );
    return undefined;
  }
  refuseMoreThan(draft, MAX_LINKS, members.length, 'links', link.place, path);
  const read = members.map((_, index) =>
    readLink(draft, members, index, `${path}[${index + 1}]`, (name) => draft.nodes.has(name)),
  );
  const links = read.filter((member) => member !== undefined);
  for (const member of links) {
    const [one, other] = member.ends;
    if (member.ends.length === 2 && one?.node !== other?.node) continue;
    draft.problems.add(member.place, member.path, 'a member of a LAG connects two different nodes');
    return undefined;
  }
  return links.length < members.length ? undefined : links;
}

function wire(draft: Draft, shared: DataMap, member: LinkDraft): LinkDraft {
  const data = draft.places.copy(shared);
  for (const key of MEMBER_KEYS) if (member.data[key] !== undefined) data[key] = member.data[key];
  data['type'] = 'p2p';
  data['prefix'] = false;
  const ends = member.ends.map((end): EndDraft => {
    const own = emptyMap();
    if (end.data['ifindex'] !== undefined) own['ifindex'] = end.data['ifindex'];
    return { ...end, data: own };
  });
  return { ...member, data, ends };
}

function aggregate(
  draft: Draft,
  link: LinkDraft,
  members: readonly LinkDraft[],
  numbers: LagNumbers,
  peers: ReadonlyMap<string, string>,
): LinkDraft {
  const data = draft.places.copy(link.data);
  if (isMap(data['lag'])) delete data['lag']['members'];
  const ends = sidesOf(peers, members).flatMap((side) => {
    const common = { ifindex: lookUp(data, 'lag.ifindex') };
    return [...side].sort().map((node): EndDraft => {
      const own = attributesOf(draft, members, node);
      const written = lookUp(own, 'lag.ifindex');
      const number = numbers.next(node, written, common, side.size > 1);
      const lag = isMap(own['lag']) ? own['lag'] : emptyMap();
      lag['ifindex'] = number;
      own['lag'] = lag;
      return { node, place: link.place, data: own };
    });
  });
  return { ...link, data, ends, isLag: true };
}

/** Which nodes are on which side; with MLAG a side has two. */
function sidesOf(peers: ReadonlyMap<string, string>, members: readonly LinkDraft[]): readonly Set<string>[] {
  const [left, right] = [new Set<string>(), new Set<string>()];
  for (const { ends } of members) {
    const [a, b] = ends.map((end) => end.node);
    if (a === undefined || b === undefined) continue;
    const has = (side: Set<string>, node: string): boolean =>
      side.has(node) || side.has(peers.get(node) ?? '');
    const swapped = !has(left, a) && !has(right, b) && (has(right, a) || has(left, b));
    left.add(swapped ? b : a);
    right.add(swapped ? a : b);
  }
  return [left, right];
}

/** Nodes with a link between MLAG peers. */
function peersOf(draft: Draft): ReadonlyMap<string, string> {
  const peers = new Map<string, string>();
  for (const link of draft.links) {
    const members = lookUp(link.data, 'lag.members');
    if ((lookUp(link.data, 'lag.mlag.peergroup') ?? false) === false || !Array.isArray(members)) continue;
    const first = readLink(draft, members, 0, link.path, (name) => draft.nodes.has(name));
    const [a, b] = first?.ends.map((end) => end.node) ?? [];
    if (a === undefined || b === undefined) continue;
    peers.set(a, b);
    peers.set(b, a);
  }
  return peers;
}

function attributesOf(draft: Draft, members: readonly LinkDraft[], node: string): DataMap {
  let attributes = emptyMap();
  for (const member of members) {
    const end = member.ends.find((candidate) => candidate.node === node);
    if (end !== undefined)
      attributes = draft.places.merge(attributes, draft.places.merge(member.data, end.data));
  }
  for (const key of ['ifindex', 'ifname', 'name']) delete attributes[key];
  return attributes;
}

/** Numbers of LAG interfaces: written, else the next of the node; both nodes of an MLAG side have the same. */
class LagNumbers {
  readonly #used = new Set<number>();
  readonly #next = new Map<string, number>();
  readonly #first: number;

  constructor(draft: Draft) {
    const first = lookUp(draft.defaults, 'lag.start_lag_id');
    this.#first =
      typeof first === 'number' && Number.isInteger(first) && first >= 0 && first <= MAX_IFINDEX ? first : 1;
    for (const link of draft.links) {
      const number = lookUp(link.data, 'lag.ifindex');
      if (typeof number === 'number') this.#used.add(number);
    }
  }

  next(node: string, written: unknown, side: { ifindex: unknown }, isShared: boolean): number {
    if (typeof written === 'number') {
      side.ifindex ??= written;
      return written;
    }
    let number = side.ifindex;
    if (typeof number !== 'number') {
      number = this.#next.get(node) ?? (isShared ? this.#free() : this.#first);
      if (isShared) side.ifindex = number;
    }
    this.#next.set(node, Number(number) + 1);
    return Number(number);
  }

  #free(): number {
    let number = this.#first;
    while (this.#used.has(number)) number += 1;
    this.#used.add(number);
    return number;
  }
}
