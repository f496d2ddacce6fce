import { emptyMap, isMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { checkVlanNames } from './check-vlan-names';
import type { Draft, EndDraft, LinkDraft } from './draft';
import { bridged, copyVlanAttributes, nodeAddresses, normalizedVlan, vlanOf } from './vlan-data';
import { lonelyVlans, memberLink } from './vlan-members';
import { checkLinkCount } from './limits';
import type { VlanPlan } from './vlan-plan';

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
    checkLinkCount(draft, draft.links, members.length + inside.length);
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
  const shared = normalizedVlan(draft, link.data);
  const usesVlan = shared !== undefined || link.ends.some((end) => isMap(end.data['vlan']));
  if (!usesVlan) return { applied: link, inside: [] };
  const ends = link.ends.map((end): EndDraft => {
    const own = normalizedVlan(draft, end.data);
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
    checkVlanNames(draft, container, path, ends, nodes, plan);
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
