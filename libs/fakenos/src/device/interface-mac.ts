import type { InterfaceModel, NodeModel } from '@remote-lab/topology';

/** The MAC address of a node's interface, `ca:f0:00:01:00:02`: the topology's, else one that is unique in the lab. */
export function interfaceMac(
  { id }: Pick<NodeModel, 'id'>,
  { ifindex, macAddress }: Pick<InterfaceModel, 'ifindex' | 'macAddress'>,
): string {
  const given = macAddress?.toLowerCase().replace(/[^\da-f]/g, '');
  if (given?.length === 12) return (given.match(/../g) ?? []).join(':');
  const bytes = [0xca, 0xf0, id >> 8, id, ifindex >> 8, ifindex];
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join(':');
}
