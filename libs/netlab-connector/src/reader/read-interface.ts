import type { InterfaceModel, NeighborModel } from '@remote-lab/topology';
import { isMapping, type Mapping } from '../inspect/mapping';
import { listOf, mappingOf, present, textOf, wholeOf, without } from './data';
import { readAddresses } from './read-addresses';
import { interfaceType } from './link-types';
import { unreadableTopology } from './unreadable-topology';

/** What of an interface's keys the model has fields for. */
const FIELDS: ReadonlySet<string> = new Set([
  'ifindex',
  'ifname',
  'name',
  'linkindex',
  'type',
  'ipv4',
  'ipv6',
  'mtu',
  'role',
  'bridge',
  'mac_address',
  'virtual_interface',
  'neighbors',
  'clab',
  'node',
  'pool',
]);

/** An interface of a node with these modules; throws NetlabError `netlab_unusable` when it has no name or number. */
export function readInterface(path: string, data: unknown, modules: readonly string[]): InterfaceModel {
  if (!isMapping(data)) throw unreadableTopology(path, data, 'a mapping');
  const ifname = textOf(data['ifname']);
  const ifindex = wholeOf(data['ifindex']);
  if (ifname === undefined) throw unreadableTopology(`${path}.ifname`, data['ifname'], 'a name');
  if (ifindex === undefined) throw unreadableTopology(`${path}.ifindex`, data['ifindex'], 'a number');
  const neighbors = listOf(data['neighbors']).map((one) => readNeighbor(`${path}.neighbors`, one));
  const clab = mappingOf(data['clab']);
  return {
    ifindex,
    ifname,
    name: textOf(data['name']) ?? '',
    linkindex: wholeOf(data['linkindex']) ?? 0,
    type: interfaceType(data['type'], neighbors.length),
    ...readAddresses(data),
    ...present({
      mtu: wholeOf(data['mtu']),
      role: textOf(data['role']),
      bridge: textOf(data['bridge']),
      macAddress: textOf(data['mac_address']),
      clabName: textOf(clab['name']),
      virtual: data['virtual_interface'] === true ? true : undefined,
    }),
    neighbors,
    attributes: { ...readAttributes(data, clab), ...switchedOff(data, modules) },
  };
}

function readNeighbor(path: string, data: unknown): NeighborModel {
  const neighbor = mappingOf(data);
  const node = textOf(neighbor['node']);
  if (node === undefined) throw unreadableTopology(path, data, 'the name of a node');
  return { node, ifname: textOf(neighbor['ifname']) ?? '', ...readAddresses(neighbor) };
}

function readAttributes(data: Mapping, clab: Mapping): Mapping {
  const more = without(clab, new Set(['name']));
  return { ...without(data, FIELDS), ...(Object.keys(more).length > 0 ? { clab: more } : {}) };
}

/** netlab leaves out OSPF where it does not run; in a model what is not said is on. */
function switchedOff(data: Mapping, modules: readonly string[]): Mapping {
  return modules.includes('ospf') && !isMapping(data['ospf']) ? { ospf: false } : {};
}
