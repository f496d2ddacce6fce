import type { DeviceVlan } from '../devices/device-type';
import { emptyMap, type DataMap } from '../yaml/data';
import { VIRTUAL_STEP, describeInterface, generatedMac } from './add-interface';
import type { BuiltInterface, BuiltNode, Neighbor } from './built-node';
import type { Draft } from './draft';
import { MAX_NEIGHBORS, refuseMoreThan } from './limits';
import { MODULES } from './known-keys';
import { NOT_FOR_LINKS } from './vlan-data';
import type { Vlan, VlanPlan } from './vlan-plan';

const FIRST_SVI = 4 * VIRTUAL_STEP;

/**
 * Turns ports of VLANs into what devices make of them: an interface with the VLAN's address per VLAN and node, ports
 * without addresses, subinterfaces on routers, and everybody in a VLAN as neighbor of everybody else.
 */
export function buildVlanInterfaces(
  draft: Draft,
  nodes: ReadonlyMap<string, BuiltNode>,
  plan: VlanPlan,
  roles: ReadonlyMap<string, string>,
): void {
  const saved = new Map<BuiltInterface, readonly Neighbor[]>();
  for (const node of nodes.values()) {
    const device = node.device.vlan;
    if (!node.modules.includes('vlan') || device === undefined) continue;
    addVlanInterfaces(draft, node, device, plan, roles, saved);
    nameSubinterfaces(node, device, plan, nodes);
  }
  let neighbors = 0;
  for (const node of nodes.values()) {
    for (const one of node.interfaces) {
      joinVlan(draft, node, one, plan, nodes);
      neighbors += one.neighbors.length;
      refuseMoreThan(draft, MAX_NEIGHBORS, neighbors, 'pairs of neighbors', node.draft.place, 'vlans');
    }
  }
  for (const [port, neighbors] of saved) {
    port.neighbors = [...neighbors];
    const prefix =
      port.vlan?.access !== true ? '' : port.vlan.parent === undefined ? '[Access VLAN' : '[SubIf VLAN';
    const name = describeInterface(
      draft,
      port.node,
      neighbors.map((neighbor) => neighbor.node),
    );
    port.name = prefix === '' ? name : `${prefix} ${port.vlan?.name}] ${name}`;
  }
}

function addVlanInterfaces(
  draft: Draft,
  node: BuiltNode,
  device: DeviceVlan,
  plan: VlanPlan,
  roles: ReadonlyMap<string, string>,
  saved: Map<BuiltInterface, readonly Neighbor[]>,
): void {
  const svis = new Map<string, BuiltInterface>();
  const groups = new Map<string, number>();
  for (const port of [...node.interfaces]) {
    const use = port.vlan;
    const vlan =
      use === undefined
        ? undefined
        : plan.find(
            use.name,
            node,
            port.neighbors.map((other) => other.node),
          );
    if (use === undefined || vlan === undefined) continue;
    const group = groups.get(vlan.name) ?? groups.size + 1;
    groups.set(vlan.name, group);
    if (use.mode === 'route') {
      port.role ??= roles.get(vlan.name);
      continue;
    }
    if (device.sviName === undefined) {
      draft.problems.add(
        node.draft.place,
        `nodes.${node.draft.name}`,
        `the device ${node.device.name} has no VLAN interfaces`,
      );
      return;
    }
    const svi =
      svis.get(vlan.name) ??
      makeSvi(node, device.sviName(vlan.id, group), vlan, port, svis.size, device.sviHasMac === true);
    svis.set(vlan.name, svi);
    svi.role = roles.get(vlan.name);
    svi.attributes = attributesOf(draft, node, plan, vlan, use.mode);
    port.attributes = withVlanId(draft, port.attributes, vlan.id);
    meet(vlan, port, svi);
    saved.set(port, port.neighbors);
    port.addresses = {};
    port.role = undefined;
    port.macAddress = undefined;
    port.vlanName = undefined;
  }
}

/** What the VLAN says about its interfaces: VRF, settings of the node's modules. */
function attributesOf(draft: Draft, node: BuiltNode, plan: VlanPlan, vlan: Vlan, mode: string): DataMap {
  const attributes = emptyMap();
  for (const [key, value] of Object.entries(plan.settings(vlan.name, node))) {
    if (NOT_FOR_LINKS.includes(key) || ['ipv4', 'ipv6', 'role', 'pool', 'mtu'].includes(key)) continue;
    if (!MODULES.includes(key) || node.modules.includes(key)) attributes[key] = draft.places.copy(value);
  }
  attributes['vlan'] = Object.assign(emptyMap(), { name: vlan.name, access_id: vlan.id, mode });
  return attributes;
}

function withVlanId(draft: Draft, attributes: DataMap, id: number): DataMap {
  const vlan = emptyMap();
  vlan['vlan'] = Object.assign(emptyMap(), { access_id: id });
  return draft.places.merge(attributes, vlan);
}

function makeSvi(
  node: BuiltNode,
  ifname: string,
  vlan: Vlan,
  port: BuiltInterface,
  position: number,
  hasMac: boolean,
): BuiltInterface {
  const bridges = port.vlan?.mode === 'bridge';
  const ifindex = FIRST_SVI + position;
  const attributes = emptyMap();
  const svi: BuiltInterface = {
    node: node.draft.name,
    ifindex,
    ifname,
    name: `VLAN ${vlan.name} (${vlan.id})`,
    linkindex: 0,
    type: 'svi',
    virtual: true,
    addresses: bridges ? {} : port.addresses,
    bridge: undefined,
    role: undefined,
    mtu: bridges || node.device.systemMtu ? undefined : node.mtu,
    macAddress: hasMac ? generatedMac(node, ifindex) : undefined,
    linkName: undefined,
    attributes,
    neighbors: [],
    vlan: undefined,
    vlanName: vlan.name,
    parentIfname: undefined,
  };
  node.interfaces.push(svi);
  return svi;
}

/** Adds the neighbors of a port to its VLAN, and the node itself with its VLAN interface. */
function meet(vlan: Vlan, port: BuiltInterface | undefined, own: BuiltInterface): void {
  const known = new Set(vlan.neighbors.map((neighbor) => neighbor.node));
  vlan.neighbors.push(...(port?.neighbors ?? []).filter((neighbor) => !known.has(neighbor.node)));
  const entry = { node: own.node, ifname: own.ifname, addresses: own.addresses };
  if (known.has(own.node)) vlan.neighbors = vlan.neighbors.filter((neighbor) => neighbor.node !== own.node);
  vlan.neighbors.push(entry);
}

function nameSubinterfaces(
  node: BuiltNode,
  device: DeviceVlan,
  plan: VlanPlan,
  nodes: ReadonlyMap<string, BuiltNode>,
): void {
  const counts = new Map<BuiltInterface, number>();
  const dropped = new Set<BuiltInterface>();
  const onLink = new Map<number, BuiltInterface[]>();
  for (const one of node.interfaces) {
    const known = onLink.get(one.linkindex);
    if (known === undefined) onLink.set(one.linkindex, [one]);
    else known.push(one);
  }
  for (const one of [...node.interfaces]) {
    const use = one.vlan;
    if (use?.parent === undefined) continue;
    const isPort = use.mode === 'route' || device.model === 'router';
    const vlan = plan.find(
      use.name,
      node,
      one.neighbors.map((other) => other.node),
    );
    if (use.parent === 'none' || !isPort || device.subinterfaceName === undefined || vlan === undefined) {
      dropped.add(one);
      continue;
    }
    const { linkindex, position } = use.parent;
    const parents = (onLink.get(linkindex) ?? []).filter((other) => !dropped.has(other));
    const parent = parents.length === 1 ? parents[0] : parents[position];
    if (parent === undefined) continue;
    const count = (counts.get(parent) ?? (device.firstSubinterface ?? 1) - 1) + 1;
    counts.set(parent, count);
    const before = one.ifname;
    one.ifname = device.subinterfaceName(parent.ifname, vlan.id, count);
    one.virtual = true;
    one.parentIfname = parent.ifname;
    one.bridge = undefined;
    one.mtu = undefined;
    if (use.isRoutedLink === true) renameAtNeighbors(one, before, nodes);
    else if (one.vlanName !== undefined) meet(vlan, undefined, one);
  }
  node.interfaces.splice(0, Infinity, ...node.interfaces.filter((one) => !dropped.has(one)));
}

function renameAtNeighbors(one: BuiltInterface, before: string, nodes: ReadonlyMap<string, BuiltNode>): void {
  for (const { node } of one.neighbors) {
    for (const other of nodes.get(node)?.interfaces ?? []) {
      if (other.linkindex !== one.linkindex) continue;
      other.neighbors = other.neighbors.map((neighbor) =>
        neighbor.node === one.node && neighbor.ifname === before
          ? { ...neighbor, ifname: one.ifname }
          : neighbor,
      );
    }
  }
}

function joinVlan(
  draft: Draft,
  node: BuiltNode,
  one: BuiltInterface,
  plan: VlanPlan,
  nodes: ReadonlyMap<string, BuiltNode>,
): void {
  if (one.vlanName === undefined || one.vlan?.isRoutedLink === true) return;
  const vlan = plan.find(
    one.vlanName,
    node,
    one.neighbors.map((other) => other.node),
  );
  if (vlan === undefined || vlan.neighbors.length === 0) return;
  const hosts = vlan.neighbors.filter((neighbor) => nodes.get(neighbor.node)?.role === 'host').length;
  if (one.role === undefined && vlan.neighbors.length === hosts + 1) one.role = 'stub';
  one.neighbors = vlan.neighbors.filter((neighbor) => neighbor.node !== node.draft.name);
  const [start = ''] = one.name.split(' -> ');
  if (one.neighbors.length === 0) return;
  one.name = describeInterface(
    draft,
    start,
    one.neighbors.map((neighbor) => neighbor.node),
    true,
  );
}
