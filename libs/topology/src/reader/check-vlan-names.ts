import { isMap, textOf, type DataMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { reportValue, type Draft, type EndDraft } from './draft';
import { suggestion } from './identifiers';
import { vlanOf } from './vlan-data';
import type { VlanPlan } from './vlan-plan';

/** Reports VLANs that a link or an end names and nobody has defined. */
export function checkVlanNames(
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
