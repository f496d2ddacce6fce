import { emptyMap, isMap, textOf, type Data, type DataMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { reportValue, type Draft, type EndDraft, type EndVlan, type LinkDraft } from './draft';
import { suggestion } from './identifiers';
import type { VlanPlan } from './vlan-plan';

/** Attributes of a VLAN that say nothing about its links. */
export const NOT_FOR_LINKS: readonly string[] = [
  'id',
  'vni',
  'mode',
  'prefix',
  'evpn',
  'stp',
  'lag',
  'links',
];

/**
 * Works out what VLANs mean for links: which prefix a link with an access VLAN has, which ends only bridge, and the
 * links inside a trunk, one per VLAN, which follow all others.
 */
export function applyVlans(draft: Draft, nodes: ReadonlyMap<string, BuiltNode>, plan: VlanPlan): LinkDraft[] {
  addBridgePorts(draft, nodes);
  const links: LinkDraft[] = [];
  const members: LinkDraft[] = [];
  draft.links.forEach((link, index) => {
    const { applied, inside } = applyToLink(draft, nodes, plan, link, index);
    links.push(applied);
    members.push(...inside);
  });
  return [...links, ...members, ...lonelyVlans(nodes, plan, [...links, ...members])];
}

/** A bridge node has all of its ports in one VLAN unless they say otherwise. */
function addBridgePorts(draft: Draft, nodes: ReadonlyMap<string, BuiltNode>): void {
  for (const link of draft.links) {
    if ('vlan' in link.data || link.ends.length > 2) continue;
    for (const end of link.ends) {
      if (nodes.get(end.node)?.role !== 'bridge' || 'vlan' in end.data) continue;
      const vlan = emptyMap();
      vlan['access'] = 'br_default';
      end.data['vlan'] = vlan;
    }
  }
}

function applyToLink(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  link: LinkDraft,
  index: number,
): { applied: LinkDraft; inside: LinkDraft[] } {
  const shared = normalize(draft, link.data);
  const usesVlan = shared !== undefined || link.ends.some((end) => isMap(end.data['vlan']));
  if (!usesVlan) return { applied: link, inside: [] };
  const ends = link.ends.map((end): EndDraft => {
    const own = normalize(draft, end.data);
    const aware = nodes.get(end.node)?.modules.includes('vlan') === true;
    const merged = aware && shared !== undefined ? draft.places.merge(shared, own ?? emptyMap()) : own;
    if (merged === undefined) return end;
    const data = draft.places.copy(end.data);
    data['vlan'] = merged;
    return { ...end, data };
  });
  for (const [container, path] of [
    [link.data, link.path] as const,
    ...ends.map((end) => [end.data, `${link.path}.${end.node}`] as const),
  ]) {
    checkNames(draft, container, path, ends, nodes, plan);
  }
  const names = (key: string): string[] =>
    [shared, ...ends.map((end) => vlanOf(end.data))]
      .map((vlan) => vlan?.[key])
      .filter((name) => typeof name === 'string');
  const trunked = [shared, ...ends.map((end) => vlanOf(end.data))].flatMap((vlan) =>
    isMap(vlan?.['trunk']) ? Object.keys(vlan['trunk']) : [],
  );
  const [native] = names('native');
  const name = names('access')[0] ?? native;
  const inside = [...new Set(trunked)]
    .sort()
    .filter((vlan) => vlan !== native)
    .map((vlan) => memberLink(draft, nodes, plan, { ...link, ends }, vlan, index));
  if (name === undefined) {
    const addressed = ['role', 'prefix', 'pool'].some((key) => key in link.data);
    return {
      applied: {
        ...link,
        ends: ends.map(withVlan(nodes, plan, undefined)),
        vlan: addressed ? {} : { prefix: null },
      },
      inside,
    };
  }
  return { applied: accessLink(draft, nodes, plan, { ...link, ends }, name), inside };
}

function accessLink(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  link: LinkDraft,
  name: string,
): LinkDraft {
  const data = draft.places.copy(link.data);
  copyVlanAttributes(draft, plan, data, name);
  const ends = link.ends.map(withVlan(nodes, plan, name));
  const modes = ends.map((end) => end.vlan?.mode).filter((mode) => mode !== undefined);
  if (modes.length > 0 && modes.every((mode) => mode === 'route')) return { ...link, data, ends };
  const owner = link.ends
    .map((end) => nodes.get(end.node))
    .find((node) => node !== undefined && plan.find(name, node) !== undefined);
  const vlan = owner === undefined ? undefined : plan.find(name, owner);
  return { ...link, data, ends, vlan: { name, type: 'lan', prefix: vlan?.prefix ?? null } };
}

/** One VLAN inside a trunk. */
function memberLink(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  link: LinkDraft,
  name: string,
  index: number,
): LinkDraft {
  const data = emptyMap();
  copyVlanAttributes(draft, plan, data, name);
  let selfLoop = 0;
  const ends = link.ends.flatMap((end): EndDraft[] => {
    const trunk = vlanOf(end.data)?.['trunk'];
    const node = nodes.get(end.node);
    if (!isMap(trunk) || !(name in trunk) || node === undefined) return [];
    const settings = trunk[name];
    const own = draft.places.merge(isMap(settings) ? settings : emptyMap(), nodeAddresses(plan, name, node));
    const written = (isMap(own['vlan']) ? own['vlan']['mode'] : undefined) ?? vlanOf(end.data)?.['mode'];
    const mode = plan.mode(name, node, written);
    delete own['vlan'];
    const vlan: EndVlan = { name, mode, access: true, parent: { linkindex: index + 1, position: selfLoop } };
    selfLoop += 1;
    return [{ node: end.node, place: end.place, data: bridged(own, mode), vlan }];
  });
  const routed = ends.length > 0 && ends.every((end) => end.vlan?.mode === 'route');
  const owners = ends.filter((end) => end.vlan?.mode !== 'bridge').map((end) => nodes.get(end.node));
  const found = owners
    .map((node) => (node === undefined ? undefined : plan.find(name, node)))
    .find((vlan) => vlan?.prefix !== undefined);
  const prefix = plan.global.get(name)?.prefix ?? found?.prefix;
  return {
    path: `${link.path}.${name}`,
    place: link.place,
    data,
    ends,
    vlan: { name, type: 'vlan_member', ...(routed || prefix === undefined ? {} : { prefix }), routed },
  };
}

/** A VLAN that a node lists and no port has still gets its interface, if it routes. */
function lonelyVlans(
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  links: readonly LinkDraft[],
): LinkDraft[] {
  return [...nodes.values()]
    .filter((node) => node.modules.includes('vlan'))
    .flatMap((node) => {
      const seen = new Set(
        links
          .filter((link) => link.ends.some((end) => end.node === node.draft.name))
          .map((link) => link.vlan?.name),
      );
      return plan.listedBy(node).flatMap((name): LinkDraft[] => {
        const mode = plan.mode(name, node, undefined);
        if (seen.has(name) || mode !== 'irb') return [];
        const vlan: EndVlan = { name, mode, access: true, parent: 'none' };
        const prefix = plan.find(name, node)?.prefix;
        return [
          {
            path: `nodes.${node.draft.name}.vlans.${name}`,
            place: node.draft.place,
            data: emptyMap(),
            ends: [
              { node: node.draft.name, place: node.draft.place, data: nodeAddresses(plan, name, node), vlan },
            ],
            vlan: { name, type: 'vlan_member', prefix: prefix ?? null },
          },
        ];
      });
    });
}

function withVlan(nodes: ReadonlyMap<string, BuiltNode>, plan: VlanPlan, name: string | undefined) {
  return (end: EndDraft): EndDraft => {
    const vlan = vlanOf(end.data);
    const node = nodes.get(end.node);
    const own = vlan?.['access'] ?? vlan?.['native'];
    if (vlan === undefined || node === undefined || !node.modules.includes('vlan')) return end;
    // A trunk of others that has no untagged VLAN here has no address here either.
    if (typeof own !== 'string') return { ...end, data: bridged(end.data, 'bridge') };
    const mode = plan.mode(own, node, vlan['mode']);
    const data = { ...end.data, ...(name === undefined ? {} : nodeAddresses(plan, own, node)) };
    return { ...end, data: bridged(data, mode), vlan: { name: own, mode, access: 'access' in vlan } };
  };
}

/** Addresses are written with the VLAN of the node, since its ports have none. */
function nodeAddresses(plan: VlanPlan, name: string, node: BuiltNode): DataMap {
  const settings = plan.settings(name, node);
  const data = emptyMap();
  for (const family of ['ipv4', 'ipv6']) if (settings[family] !== undefined) data[family] = settings[family];
  return data;
}

function bridged(data: DataMap, mode: string): DataMap {
  if (mode !== 'bridge') return data;
  const result: DataMap = Object.assign(emptyMap(), data);
  result['ipv4'] = false;
  result['ipv6'] = false;
  return result;
}

function copyVlanAttributes(draft: Draft, plan: VlanPlan, data: DataMap, name: string): void {
  const vlan = plan.global.get(name)?.data ?? emptyMap();
  for (const [key, value] of Object.entries(vlan)) {
    if (NOT_FOR_LINKS.includes(key)) continue;
    const known = data[key];
    if (known === undefined) data[key] = draft.places.copy(value);
    else if (isMap(known) && isMap(value)) data[key] = draft.places.merge(value, known);
  }
}

function vlanOf(data: DataMap): DataMap | undefined {
  const vlan = data['vlan'];
  return isMap(vlan) ? vlan : undefined;
}

/** `trunk: [ red, blue ]` is `trunk: { red: {}, blue: {} }`. */
function normalize(draft: Draft, data: DataMap): DataMap | undefined {
  const vlan = vlanOf(data);
  if (vlan === undefined) return undefined;
  const copy = draft.places.copy(vlan);
  const trunk: Data = copy['trunk'] ?? null;
  if (!Array.isArray(trunk)) return copy;
  const map = emptyMap();
  for (const name of trunk) if (typeof name === 'string') map[name] = null;
  copy['trunk'] = map;
  return copy;
}

function checkNames(
  draft: Draft,
  data: DataMap,
  path: string,
  ends: readonly EndDraft[],
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
): void {
  const vlan = vlanOf(data);
  if (vlan === undefined) return;
  const known = (name: string): boolean =>
    plan.global.has(name) ||
    ends.some((end) => {
      const node = nodes.get(end.node);
      return (
        node !== undefined && (plan.find(name, node) !== undefined || plan.listedBy(node).includes(name))
      );
    });
  for (const key of ['access', 'native', 'trunk']) {
    const value = vlan[key];
    const names = isMap(value)
      ? Object.keys(value)
      : Array.isArray(value)
        ? value
        : value === undefined
          ? []
          : [value];
    for (const name of names) {
      if (typeof name === 'string' && known(name)) continue;
      const message = `unknown VLAN ${JSON.stringify(name)}${suggestion(textOf(name), plan.global.keys())}`;
      reportValue(draft, vlan, key, `${path}.vlan.${key}`, message);
    }
  }
}
