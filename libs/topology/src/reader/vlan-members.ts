import { emptyMap, isMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import type { Draft, EndDraft, EndVlan, LinkDraft } from './draft';
import { bridged, copyVlanAttributes, nodeAddresses, vlanOf } from './vlan-data';
import type { VlanPlan } from './vlan-plan';

/** One VLAN inside a trunk. */
export function memberLink(
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
export function lonelyVlans(
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  links: readonly LinkDraft[],
): LinkDraft[] {
  const seenBy = new Map<string, Set<string | undefined>>();
  for (const { ends, vlan } of links) {
    for (const { node } of ends) {
      const seen = seenBy.get(node) ?? new Set<string | undefined>();
      seenBy.set(node, seen.add(vlan?.name));
    }
  }
  return [...nodes.values()]
    .filter((node) => node.modules.includes('vlan'))
    .flatMap((node) => {
      const seen = seenBy.get(node.draft.name) ?? new Set<string | undefined>();
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
