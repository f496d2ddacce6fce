import type { PoolPrefix } from '../addressing/address-pools';
import type { Data, DataMap, Place } from '../yaml/data';
import type { Places } from '../yaml/places';
import type { Problems } from '../yaml/problems';
import { MAX_NAMES, refuseMoreThan } from './limits';

/** A node while it is read: its attributes as written, later with those of its groups. */
export interface NodeDraft {
  readonly name: string;
  readonly place: Place | undefined;
  data: DataMap;
  readonly groups: string[];
}

/** A group while it is read. */
export interface GroupDraft {
  readonly name: string;
  readonly place: Place | undefined;
  readonly data: DataMap;
  /** Nodes and groups. */
  members: string[];
  /** Groups of VLANs and VRFs have members that are no nodes. */
  readonly type: string;
  /** Defined in `defaults.groups` only: may be without members. */
  readonly isDefault: boolean;
}

/** What a VLAN makes of an end of a link. */
export interface EndVlan {
  readonly name: string;
  readonly mode: 'bridge' | 'irb' | 'route';
  /** False for the native VLAN of a trunk. */
  readonly access: boolean;
  /** The port a VLAN inside a trunk is on; `none` for a VLAN without ports. */
  readonly parent?: { readonly linkindex: number; readonly position: number } | 'none';
  /** All nodes of this link route the VLAN. */
  readonly isRoutedLink?: boolean;
}

/** What a VLAN makes of a link. */
export interface LinkVlan {
  /** The VLAN the link's nodes are in. */
  readonly name?: string;
  readonly type?: 'lan' | 'vlan_member';
  /** The VLAN's prefix; null for none at all, absent for one of the link's own. */
  readonly prefix?: PoolPrefix | null;
  readonly routed?: boolean;
}

/** A node's end of a link: its attributes there. */
export interface EndDraft {
  readonly node: string;
  readonly place: Place | undefined;
  readonly data: DataMap;
  readonly vlan?: EndVlan;
}

/** A link in its one canonical form. */
export interface LinkDraft {
  /** What messages call it: `links[2]`. */
  readonly path: string;
  readonly place: Place | undefined;
  readonly data: DataMap;
  readonly ends: readonly EndDraft[];
  readonly vlan?: LinkVlan;
  /** The link is several wires in one; its interfaces are of type `lag`. */
  readonly isLag?: boolean;
}

/** A topology while it is read; the steps of the reader fill it in turn. */
export interface Draft {
  readonly places: Places;
  readonly problems: Problems;
  /** The whole file, included files in their places. */
  readonly root: DataMap;
  /** `defaults:` of the file. */
  readonly defaults: DataMap;
  /** Name of the lab, as written or as given by the caller. */
  readonly labName: string;
  readonly nodes: Map<string, NodeDraft>;
  readonly groups: Map<string, GroupDraft>;
  links: LinkDraft[];
  /** Links listed by VLANs and VRFs; they follow all others. */
  moduleLinks: LinkDraft[];
}

/** Notes a problem with an entry of a mapping or list, at its value. */
export function reportValue(
  draft: Draft,
  container: Data[] | DataMap,
  key: string | number,
  path: string,
  message: string,
  expected?: readonly string[],
): void {
  draft.problems.add(draft.places.ofValue(container, key), path, message, expected);
}

/** Notes a problem with the key of an entry. */
export function reportKey(
  draft: Draft,
  container: DataMap,
  key: string,
  path: string,
  message: string,
  expected?: readonly string[],
): void {
  draft.problems.add(draft.places.ofKey(container, key), path, message, expected);
}

/** A list where netlab also takes a single value: `module: ospf`. Notes a problem and returns nothing otherwise. */
export function readNames(draft: Draft, container: DataMap, key: string, path: string): string[] {
  const value = container[key] ?? null;
  if (value === null) return [];
  const items = Array.isArray(value) ? value : [value];
  refuseMoreThan(draft, MAX_NAMES, items.length, 'names', draft.places.ofValue(container, key), path);
  const names = items.filter((item) => typeof item === 'string');
  if (names.length < items.length) reportValue(draft, container, key, path, 'must be a list of names');
  return names;
}
