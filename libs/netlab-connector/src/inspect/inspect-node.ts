import { NetlabError } from '../errors';
import { type InspectCall, inspectMapping, inspectNodes } from './list-nodes';
import type { Mapping } from './mapping';

/** As netlab allows them; anything else would be read as a glob or an expression. */
const NODE_NAME = /^[A-Za-z_][\w-]{0,15}$/;

/**
 * One node as `netlab inspect --node` prints it, with the group variables merged in, plus its `name` and `device`,
 * which netlab leaves out. Throws NetlabError `netlab_failed` for an unknown node.
 */
export async function inspectNode(call: InspectCall, name: string): Promise<Mapping> {
  const nodes = await inspectNodes(call);
  const known = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
  if (!NODE_NAME.test(name) || known === undefined) {
    throw new NetlabError('netlab_failed', `The lab has no node ${JSON.stringify(name)}.`);
  }
  return withGroupVariables(call, name, known);
}

/** All nodes of a lab, each as {@link inspectNode} has it. */
export async function inspectAll(call: InspectCall): Promise<Readonly<Record<string, Mapping>>> {
  const all: [string, Mapping][] = [];
  for (const [name, node] of Object.entries(await inspectNodes(call))) {
    all.push([name, await withGroupVariables(call, name, node)]);
  }
  return Object.fromEntries(all);
}

async function withGroupVariables(call: InspectCall, name: string, node: Mapping): Promise<Mapping> {
  // A group or device of the same name wins over the node; then netlab draws a table of several.
  const inspected = await inspectMapping(call, ['--node', name]);
  return { ...node, ...inspected, name, device: node['device'] };
}
