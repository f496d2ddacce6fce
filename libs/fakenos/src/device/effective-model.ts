import type { InterfaceModel, LoopbackModel, NodeModel, TopologyModel } from '@remote-lab/topology';
import type { ConfigFacts, InterfaceFacts } from '../configuration/config-facts';

/** The topology as the devices are configured by now: nodes that nobody has touched are those of the file. */
export function effectiveModel(
  model: TopologyModel,
  factsOf: ReadonlyMap<string, ConfigFacts>,
): TopologyModel {
  if (factsOf.size === 0) return model;
  const nodes = model.nodes.map((node) => {
    const facts = factsOf.get(node.name);
    return facts ? configuredNode(node, facts) : node;
  });
  return { ...model, nodes };
}

function configuredNode(node: NodeModel, facts: ConfigFacts): NodeModel {
  const factsByName = new Map(facts.interfaces.map((one) => [one.name, one]));
  const wired = node.interfaces.map((port) => configuredPort(port, factsByName.get(port.ifname)));
  const loopback = configuredLoopback(node.loopback, factsByName);
  const known = new Set([
    node.mgmt.ifname,
    ...(loopback ? [loopback.ifname] : []),
    ...wired.map(({ ifname }) => ifname),
  ]);
  const created = facts.interfaces
    .filter(({ name }) => !known.has(name))
    .map((one, at) => createdPort(one, highestIndex(wired) + 1 + at));
  const runsOspf = facts.interfaces.some(({ ospfArea }) => ospfArea !== undefined);
  return {
    ...without(node, 'loopback'),
    ...(loopback && { loopback }),
    interfaces: [...wired, ...created],
    modules: [
      ...node.modules.filter((module) => module !== 'ospf' && module !== 'bgp'),
      ...(runsOspf ? ['ospf'] : []),
      ...(facts.bgp ? ['bgp'] : []),
    ],
    attributes: {
      ...node.attributes,
      ...(facts.routerId !== undefined && { 'ospf.router_id': facts.routerId }),
      ...(facts.bgp && { 'bgp.as': facts.bgp.as }),
    },
  };
}

function configuredPort(port: InterfaceModel, facts: InterfaceFacts | undefined): InterfaceModel {
  return {
    ...without(port, 'ipv4', 'ipv6', 'mtu', 'unnumbered'),
    name: facts?.description ?? '',
    ...(facts?.ipv4 !== undefined && { ipv4: facts.ipv4 }),
    ...(facts?.ipv6 !== undefined && { ipv6: facts.ipv6 }),
    ...(facts?.mtu !== undefined ? { mtu: facts.mtu } : port.mtu !== undefined && { mtu: port.mtu }),
    attributes: {
      ...withoutDotted(port.attributes, 'ospf.'),
      shutdown: facts?.adminUp === false,
      ospf: ospfAttribute(facts),
    },
  };
}

function createdPort(facts: InterfaceFacts, ifindex: number): InterfaceModel {
  const isLoopback = /^(?:lo|dum|system)/i.test(facts.name);
  const wire: InterfaceModel = {
    ifindex,
    ifname: facts.name,
    name: '',
    linkindex: 0,
    type: isLoopback ? 'loopback' : 'svi',
    virtual: true,
    neighbors: [],
    attributes: {},
  };
  return configuredPort(wire, facts);
}

/** One that is shut down counts as an interface of its own, so that nobody hears of its address. */
function configuredLoopback(
  loopback: LoopbackModel | undefined,
  factsByName: ReadonlyMap<string, InterfaceFacts>,
): LoopbackModel | undefined {
  const facts = loopback && factsByName.get(loopback.ifname);
  if (!facts?.adminUp) return undefined;
  return {
    ifname: facts.name,
    ...(facts.ipv4 !== undefined && { ipv4: facts.ipv4 }),
    ...(facts.ipv6 !== undefined && { ipv6: facts.ipv6 }),
  };
}

function ospfAttribute(facts: InterfaceFacts | undefined): unknown {
  if (facts?.ospfArea === undefined) return false;
  const { ospfArea: area, ospfCost: cost, ospfPassive: passive } = facts;
  return { configured: true, area, ...(cost !== undefined && { cost }), passive: passive ?? false };
}

function highestIndex(ports: readonly InterfaceModel[]): number {
  return Math.max(0, ...ports.map(({ ifindex }) => ifindex));
}

function without<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  ...keys: readonly Key[]
): Omit<Whole, Key> {
  const rest: Whole = { ...whole };
  for (const key of keys) delete rest[key];
  return rest;
}

function withoutDotted(
  attributes: Readonly<Record<string, unknown>>,
  prefix: string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !key.startsWith(prefix)));
}
