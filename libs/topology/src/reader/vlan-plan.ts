import type { PoolPrefix } from '../addressing/address-pools';
import { emptyMap, isMap, lookUp, type DataMap } from '../yaml/data';
import type { BuiltNode, Neighbor } from './built-node';
import type { Draft, GroupDraft } from './draft';
import { refuseMoreThan } from './limits';
import type { LinkPrefixes } from './link-prefix';

/** What a VLAN does with traffic: bridge it, bridge and route it, or route it per port. */
export type VlanMode = 'bridge' | 'irb' | 'route';

/** A VLAN of the topology or of a single node. */
export interface Vlan {
  readonly name: string;
  readonly id: number;
  readonly data: DataMap;
  readonly prefix: PoolPrefix | undefined;
  /** Everybody in the VLAN, filled while its interfaces are built. */
  neighbors: Neighbor[];
}

const FIRST_ID = 1000;
/** VLANs there can be, by their 12-bit ids. */
const MAX_VLANS = 4094;

/** The VLANs of a topology: ids and prefixes are handed out in netlab's order, before any link gets its own. */
export class VlanPlan {
  readonly global = new Map<string, Vlan>();
  readonly #settings = new Map<BuiltNode, Map<string, DataMap>>();
  readonly #listed = new Map<BuiltNode, Map<string, DataMap>>();
  readonly #local = new Map<BuiltNode, Map<string, Vlan>>();
  readonly #used = new Set<number>();
  #nextId: number | undefined;
  readonly #mixesModes: boolean;

  constructor(
    private readonly draft: Draft,
    private readonly nodes: ReadonlyMap<string, BuiltNode>,
    private readonly prefixes: LinkPrefixes,
  ) {
    this.#mixesModes = lookUp(draft.defaults, 'vlan.warnings.mixed_fwd_check') === false;
    const everywhere = this.#definitions();
    const excess = [...everywhere][MAX_VLANS];
    if (excess !== undefined)
      refuseMoreThan(draft, MAX_VLANS, everywhere.size, 'VLANs', draft.places.of(excess[1]), 'vlans');
    for (const data of everywhere.values()) this.#reserve(data);
    for (const node of nodes.values())
      for (const data of this.#vlansOfNode(node).values()) this.#reserve(data);
    for (const [name, data] of everywhere) {
      const mode = asMode(data['mode']) ?? this.#defaultMode() ?? 'irb';
      const prefix = mode !== 'route' || this.#mixesModes ? this.#assign(data, `vlans.${name}`) : undefined;
      this.global.set(name, { name, id: this.#idOf(data), data, prefix, neighbors: [] });
    }
    for (const node of nodes.values()) this.#addLocal(node);
  }

  /** A VLAN as a node sees it: its own, else that of the topology, else that of a neighbor. */
  find(name: string, node: BuiltNode, neighbors: readonly string[] = []): Vlan | undefined {
    const others = neighbors.map((other) => this.nodes.get(other)).filter((other) => other !== undefined);
    const local = [node, ...others].map((owner) => this.#local.get(owner)?.get(name));
    return this.global.get(name) ?? local.find((vlan) => vlan !== undefined);
  }

  /** Names of the VLANs that a node itself lists, for VLANs no port has. */
  listedBy(node: BuiltNode): string[] {
    return [...this.#vlansOfNode(node).keys()];
  }

  /** What a node says of a VLAN, above what the topology says; one mapping for all who ask. */
  settings(name: string, node: BuiltNode): DataMap {
    const known = this.#settings.get(node) ?? new Map<string, DataMap>();
    this.#settings.set(node, known);
    let settings = known.get(name);
    if (settings === undefined) {
      const own = this.#vlansOfNode(node).get(name) ?? emptyMap();
      settings = this.draft.places.merge(this.global.get(name)?.data ?? emptyMap(), own);
      known.set(name, settings);
    }
    return settings;
  }

  /** What a node does with a VLAN on an interface that says `written`. */
  mode(name: string, node: BuiltNode, written: unknown): VlanMode {
    const own = this.#vlansOfNode(node).get(name)?.['mode'];
    return (
      asMode(written) ??
      asMode(own) ??
      asMode(lookUp(node.draft.data, 'vlan.mode')) ??
      asMode(this.global.get(name)?.data['mode']) ??
      this.#defaultMode() ??
      'irb'
    );
  }

  #defaultMode(): VlanMode | undefined {
    return asMode(lookUp(this.draft.root, 'vlan.mode'));
  }

  /** `vlans:` of the topology, and those that only groups mention. */
  #definitions(): Map<string, DataMap> {
    const all = vlansOf(this.draft.root);
    for (const group of this.draft.groups.values()) {
      if (group.type === 'vlan') addGroup(this.draft, group, all);
      if (group.type !== 'node') continue;
      const data = isMap(group.data['node_data']) ? group.data['node_data'] : group.data;
      for (const [name, vlan] of vlansOf(data)) {
        const known = all.get(name) ?? emptyMap();
        for (const key of ['id', 'vni']) if (vlan[key] !== undefined) known[key] ??= vlan[key];
        all.set(name, known);
      }
    }
    return all;
  }

  #addLocal(node: BuiltNode): void {
    if (!node.modules.includes('vlan')) return;
    const local = new Map<string, Vlan>();
    for (const [name, own] of this.#vlansOfNode(node)) {
      if (this.global.has(name)) continue;
      const id = this.#idOf(own);
      const prefix =
        this.mode(name, node, undefined) === 'route'
          ? undefined
          : this.#assign(own, `nodes.${node.draft.name}.vlans.${name}`);
      local.set(name, { name, id, data: own, prefix, neighbors: [] });
    }
    this.#local.set(node, local);
  }

  #assign(data: DataMap, path: string): PoolPrefix | undefined {
    const prefix = this.prefixes.assign(data, ['vlan', 'lan'], path, this.draft.places.of(data));
    return prefix === undefined ? undefined : { ...prefix, allocation: prefix.allocation ?? 'id_based' };
  }

  /** What a node lists, taken apart once. */
  #vlansOfNode(node: BuiltNode): Map<string, DataMap> {
    let vlans = this.#listed.get(node);
    if (vlans === undefined) this.#listed.set(node, (vlans = vlansOf(node.draft.data)));
    return vlans;
  }

  #reserve(data: DataMap): void {
    if (typeof data['id'] === 'number') this.#used.add(data['id']);
  }

  #idOf(data: DataMap): number {
    if (typeof data['id'] === 'number') return data['id'];
    const start =
      lookUp(this.draft.defaults, 'vlan.start_vlan_id') ?? lookUp(this.draft.root, 'vlan.start_vlan_id');
    const first =
      typeof start === 'number' && Number.isInteger(start) && start > 0 && start < MAX_VLANS
        ? start
        : FIRST_ID;
    this.#nextId ??= first;
    while (this.#used.has(this.#nextId)) this.#nextId += 1;
    this.#used.add(this.#nextId);
    return this.#nextId;
  }
}

function vlansOf(data: DataMap): Map<string, DataMap> {
  const vlans = data['vlans'];
  if (!isMap(vlans)) return new Map();
  return new Map(Object.entries(vlans).map(([name, value]) => [name, isMap(value) ? value : emptyMap()]));
}

function asMode(value: unknown): VlanMode | undefined {
  return value === 'bridge' || value === 'irb' || value === 'route' ? value : undefined;
}

/** A group of VLANs creates its members with `_auto_create` and has settings for all of them. */
function addGroup(draft: Draft, group: GroupDraft, all: Map<string, DataMap>): void {
  const data = draft.places.copy(group.data);
  for (const key of Object.keys(data))
    if (key === 'members' || key === 'type' || key.startsWith('_')) delete data[key];
  const creates = group.data['_auto_create'] === true || lookUp(draft.root, 'groups._auto_create') === true;
  for (const name of group.members) {
    const known = all.get(name);
    if (known !== undefined || creates) all.set(name, draft.places.merge(data, known ?? emptyMap()));
  }
}
