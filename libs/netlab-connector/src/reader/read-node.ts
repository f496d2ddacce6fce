import type { LoopbackModel, MgmtModel, NodeModel } from '@remote-lab/topology';
import { isMapping, type Mapping } from '../inspect/mapping';
import { listOf, mappingOf, present, textOf, textsOf, wholeOf, without } from './data';
import { readInterface } from './read-interface';
import { unreadableTopology } from './unreadable-topology';

/** What of a node's keys the model has fields for. */
const FIELDS: ReadonlySet<string> = new Set([
  'id',
  'device',
  'role',
  'module',
  'group',
  'mgmt',
  'loopback',
  'interfaces',
  'mtu',
  'provider',
  'name',
]);

/** A node of the transformed topology; throws NetlabError `netlab_unusable` when it has no id or device. */
export function readNode(name: string, data: unknown, groups: readonly string[]): NodeModel {
  const path = `nodes.${name}`;
  if (!isMapping(data)) throw unreadableTopology(path, data, 'a mapping');
  const id = wholeOf(data['id']);
  const device = textOf(data['device']);
  if (id === undefined) throw unreadableTopology(`${path}.id`, data['id'], 'a number');
  if (device === undefined)
    throw unreadableTopology(`${path}.device`, data['device'], 'the name of a device');
  const modules = textsOf(data['module']);
  return {
    name,
    id,
    device,
    role: readRole(data['role']),
    ...present({ provider: textOf(data['provider']) }),
    modules,
    groups,
    mgmt: readMgmt(mappingOf(data['mgmt']), id),
    ...present({ loopback: readLoopback(data['loopback']) }),
    interfaces: listOf(data['interfaces']).map((one, index) =>
      readInterface(`${path}.interfaces[${index}]`, one, modules),
    ),
    ...present({ mtu: wholeOf(data['mtu']) }),
    attributes: without(data, FIELDS),
  };
}

/** Who has no role is a router, and in older releases every router is such a one; a gateway is a router without loopback. */
function readRole(role: unknown): NodeModel['role'] {
  return role === 'host' || role === 'bridge' ? role : 'router';
}

function readMgmt(mgmt: Mapping, id: number): MgmtModel {
  return {
    ifname: textOf(mgmt['ifname']) ?? 'mgmt',
    ipv4: textOf(mgmt['ipv4']) ?? '',
    ...present({ ipv6: textOf(mgmt['ipv6']) }),
    // Nodes of the provider external have none.
    mac: textOf(mgmt['mac']) ?? `ca:fe:00:${(id % 256).toString(16).padStart(2, '0')}:00:00`,
  };
}

function readLoopback(data: unknown): LoopbackModel | undefined {
  const loopback = mappingOf(data);
  const ifname = textOf(loopback['ifname']);
  if (ifname === undefined) return undefined;
  return { ifname, ...present({ ipv4: textOf(loopback['ipv4']), ipv6: textOf(loopback['ipv6']) }) };
}
