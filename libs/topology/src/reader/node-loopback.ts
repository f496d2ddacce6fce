import type { AddressPools } from '../addressing/address-pools';
import { FAMILIES, addressBits, formatInterface, hostAt, parseInterface } from '../addressing/ip';
import type { LoopbackModel } from '../topology-model';
import { emptyMap, isMap } from '../yaml/data';
import { reportKey, reportValue, type Draft, type NodeDraft } from './draft';
import { suggestion } from './identifiers';
import type { NodeDevice } from './node-device';

/** A node's loopback: what is written, else the next of its pool; undefined when it has none. */
export function readLoopback(
  draft: Draft,
  node: NodeDraft,
  device: NodeDevice,
  role: string,
  id: number,
  pools: AddressPools,
): LoopbackModel | undefined {
  const path = `nodes.${node.name}.loopback`;
  const written = node.data['loopback'] ?? null;
  if (written === false || (written === null && (role !== 'router' || device.loopbackName === undefined)))
    return undefined;
  if (device.loopbackName === undefined) {
    reportKey(draft, node.data, 'loopback', path, `the device ${device.name} cannot have a loopback`);
    return undefined;
  }
  const data = isMap(written) ? written : emptyMap();
  const pool = typeof data['pool'] === 'string' ? data['pool'] : 'loopback';
  if (!pools.has(pool)) {
    reportValue(
      draft,
      data,
      'pool',
      `${path}.pool`,
      `unknown address pool '${pool}'${suggestion(pool, pools.names())}`,
      pools.names(),
    );
    return undefined;
  }
  const { prefix, exhausted } = pools.take(pool, id);
  if (exhausted.length > 0)
    draft.problems.add(node.place, path, `the pool '${pool}' has no address for node ${id}`);
  const loopback: { ifname: string; ipv4?: string; ipv6?: string } = { ifname: device.loopbackName(0) };
  for (const family of FAMILIES) {
    const own = data[family] ?? null;
    const network = prefix[family];
    if (typeof own === 'string') {
      const address = parseInterface(own);
      if (address?.family === family && own.includes('/')) loopback[family] = formatInterface(address);
      else
        reportValue(
          draft,
          data,
          family,
          `${path}.${family}`,
          `${JSON.stringify(own)} is no ${family} address with a prefix length`,
        );
    } else if (own !== false && typeof network === 'object') {
      const host = hostAt(network, network.prefixLength === addressBits(family) ? 0 : 1);
      if (host !== undefined) loopback[family] = formatInterface(host);
    }
  }
  return loopback;
}
