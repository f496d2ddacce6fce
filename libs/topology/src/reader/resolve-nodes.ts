import type { AddressPools } from '../addressing/address-pools';
import { emptyMap, isMap, lookUp, textOf, type DataMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { readNames, reportValue, type Draft, type NodeDraft } from './draft';
import { suggestion } from './identifiers';
import { MODULES, MODULE_KEYS_NOT_FOR_NODES } from './known-keys';
import { nodeDevice, usableDevices, type NodeDevice } from './node-device';
import { assignNodeIds } from './node-ids';
import { readLoopback } from './node-loopback';
import { readMgmt, refuseSharedMgmt } from './node-mgmt';
import { labProviders } from './node-providers';

const ROLES = ['router', 'host', 'bridge', 'gateway'] as const;

/** Gives every node its id, device, modules, management address and loopback. */
export function resolveNodes(draft: Draft, pools: AddressPools): Map<string, BuiltNode> {
  const providers = labProviders(draft);
  const ids = assignNodeIds(draft);
  const nodes = new Map<string, BuiltNode>();
  for (const node of draft.nodes.values()) {
    const provider = providers.of(node);
    const device = findDevice(draft, node, provider);
    const id = ids.get(node.name);
    if (device === undefined || id === undefined) continue;
    const role = readRole(draft, node, device);
    const modules = readModules(draft, node, device, role);
    addModuleSettings(draft, node, modules);
    nodes.set(node.name, {
      draft: node,
      id,
      device,
      role,
      provider,
      modules,
      mtu: readMtu(draft, node) ?? device.mtu,
      mgmt: readMgmt(draft, node, device, id, pools),
      loopback: readLoopback(draft, node, device, role, id, pools),
      interfaces: [],
    });
  }
  refuseSharedMgmt(draft, nodes);
  return nodes;
}

function findDevice(draft: Draft, node: NodeDraft, provider: string): NodeDevice | undefined {
  const [container, path] =
    'device' in node.data ? [node.data, `nodes.${node.name}.device`] : [draft.defaults, 'defaults.device'];
  const name = container['device'] ?? null;
  if (name === null) {
    const message =
      'the node has no device; give it one with "device:", in a group, or for all nodes with "defaults.device: frr"';
    draft.problems.add(node.place, `nodes.${node.name}`, message);
    return undefined;
  }
  const device = typeof name === 'string' ? nodeDevice(draft, name, provider) : undefined;
  if (device !== undefined) return device;
  const known = usableDevices(draft);
  const shown = typeof name === 'string' ? `'${name}'` : JSON.stringify(name);
  const message = `unknown device type ${shown}${suggestion(textOf(name), known)}; known: ${known.join(', ')}`;
  reportValue(draft, container, 'device', path, message, known);
  return undefined;
}

function readRole(draft: Draft, node: NodeDraft, device: NodeDevice): BuiltNode['role'] {
  const written = node.data['role'] ?? null;
  if (written === null) return device.role;
  const role = ROLES.find((name) => name === written);
  if (role === undefined) {
    reportValue(
      draft,
      node.data,
      'role',
      `nodes.${node.name}.role`,
      `unknown role ${JSON.stringify(written)}`,
      ROLES,
    );
  }
  return role ?? device.role;
}

/** A node's own modules, or those of the topology unless it is a host. */
function readModules(draft: Draft, node: NodeDraft, device: NodeDevice, role: string): string[] {
  const own = 'module' in node.data;
  const inherits = (device.role !== 'host' && role !== 'host') || device.daemon;
  const [container, path] = own ? [node.data, `nodes.${node.name}.module`] : [draft.root, 'module'];
  const names = own || inherits ? [...new Set(readNames(draft, container, 'module', path))] : [];
  if (role === 'bridge') addDefaultVlan(node);
  for (const name of names) {
    if (MODULES.includes(name)) continue;
    reportValue(
      draft,
      container,
      'module',
      path,
      `unknown module '${name}'${suggestion(name, MODULES)}`,
      MODULES,
    );
  }
  return role === 'bridge' && !names.includes('vlan') ? [...names, 'vlan'] : names;
}

/** A bridge node has one VLAN that only bridges; ports are in it unless they say otherwise. */
function addDefaultVlan(node: NodeDraft): void {
  const child = (map: DataMap, key: string): DataMap => {
    const value = map[key];
    return isMap(value) ? value : (map[key] = emptyMap());
  };
  child(node.data, 'vlan')['mode'] ??= 'bridge';
  child(child(node.data, 'vlans'), 'br_default')['id'] ??= 1;
}

/** What the topology says of a module holds for each node that runs it. */
function addModuleSettings(draft: Draft, node: NodeDraft, modules: readonly string[]): void {
  const settings = emptyMap();
  for (const module of modules) {
    const deviceSettings = lookUp(draft.defaults, `devices.${textOf(node.data['device'])}.${module}`);
    const levels = [draft.defaults[module], deviceSettings, draft.root[module]].filter(isMap);
    const merged = levels.reduce((under, over) => draft.places.merge(under, over), emptyMap());
    for (const key of [
      ...(Object.hasOwn(MODULE_KEYS_NOT_FOR_NODES, module) ? (MODULE_KEYS_NOT_FOR_NODES[module] ?? []) : []),
      'warnings',
      'attributes',
      'features',
    ])
      delete merged[key];
    if (Object.keys(merged).length > 0) settings[module] = merged;
  }
  node.data = draft.places.merge(settings, node.data);
}

function readMtu(draft: Draft, node: NodeDraft): number | undefined {
  const written = node.data['mtu'] ?? null;
  if (written === null) {
    const everywhere = lookUp(draft.defaults, 'interfaces.mtu');
    return typeof everywhere === 'number' ? everywhere : undefined;
  }
  if (typeof written === 'number' && Number.isInteger(written) && written >= 64 && written <= 9216)
    return written;
  reportValue(draft, node.data, 'mtu', `nodes.${node.name}.mtu`, 'must be a whole number from 64 to 9216');
  return undefined;
}
