import type { AddressPools } from '../addressing/address-pools';
import { FAMILIES, formatAddress, hostAt, parseInterface } from '../addressing/ip';
import { formatMac, parseMac } from '../addressing/mac';
import type { MgmtModel } from '../topology-model';
import { emptyMap, isMap, typeName, type DataMap } from '../yaml/data';
import type { BuiltNode } from './built-node';
import { reportValue, type Draft, type NodeDraft } from './draft';
import type { NodeDevice } from './node-device';

/** A node's management interface: what is written, else the next of the management pool. */
export function readMgmt(
  draft: Draft,
  node: NodeDraft,
  device: NodeDevice,
  id: number,
  pools: AddressPools,
): MgmtModel {
  const path = `nodes.${node.name}.mgmt`;
  const written = node.data['mgmt'] ?? null;
  if (written !== null && !isMap(written))
    reportValue(draft, node.data, 'mgmt', path, `must be a mapping, not ${typeName(written)}`);
  const mgmt = isMap(written) ? written : emptyMap();
  const pool = pools.definition('mgmt') ?? {};
  const addresses: { ipv4?: string; ipv6?: string } = {};
  for (const family of FAMILIES) {
    const own = mgmt[family] ?? null;
    if (typeof own === 'string') {
      const parsed = parseInterface(own);
      if (parsed?.family === family) addresses[family] = formatAddress(family, parsed.address);
      else
        reportValue(
          draft,
          mgmt,
          family,
          `${path}.${family}`,
          `${JSON.stringify(own)} is no ${family} address`,
        );
      continue;
    }
    const network = pool[family];
    if (own === false || typeof network !== 'object') continue;
    const host = hostAt(network, typeof own === 'number' ? own : id + (pool.start ?? 1));
    if (host !== undefined) addresses[family] = formatAddress(family, host.address);
    else
      draft.problems.add(node.place, path, `there is no address left for node ${id} in the management pool`);
  }
  if (addresses.ipv4 === undefined && addresses.ipv6 === undefined) {
    draft.problems.add(node.place, path, 'the node has no management address');
  }
  const ifname = typeof mgmt['ifname'] === 'string' ? mgmt['ifname'] : device.mgmtName;
  const { ipv4 = '', ipv6 } = addresses;
  return {
    ifname,
    ipv4,
    mac: readMac(draft, mgmt, path, id, pool.mac),
    ...(ipv6 === undefined ? {} : { ipv6 }),
  };
}

function readMac(draft: Draft, mgmt: DataMap, path: string, id: number, base: unknown): string {
  const own = mgmt['mac'];
  if (own !== undefined) {
    const mac = typeof own === 'string' ? parseMac(own) : undefined;
    if (mac !== undefined) return formatMac(mac);
    reportValue(draft, mgmt, 'mac', `${path}.mac`, `${JSON.stringify(own)} is no MAC address`);
  }
  const first = typeof base === 'string' ? parseMac(base) : undefined;
  return formatMac((first ?? 0xcafe00000000n) + BigInt(id) * (id < 256 ? 65536n : 1n));
}

/** Reports management addresses that several nodes have. */
export function refuseSharedMgmt(draft: Draft, nodes: ReadonlyMap<string, BuiltNode>): void {
  const owners = new Map<string, BuiltNode>();
  for (const node of nodes.values()) {
    for (const value of [node.mgmt.ipv4, node.mgmt.ipv6, node.mgmt.mac]) {
      if (value === undefined || value === '') continue;
      const owner = owners.get(value);
      const message = `the management address ${value} is also that of ${owner?.draft.name}`;
      // The same id gives the same address, and that is reported already.
      if (owner !== undefined && owner.id !== node.id)
        draft.problems.add(node.draft.place, `nodes.${node.draft.name}.mgmt`, message);
      owners.set(value, node);
    }
  }
}
