/** The MAC address of a node's interface, unique within a lab: `ca:f0:00:01:00:02`. */
export function interfaceMac(nodeId: number, ifindex: number): string {
  const bytes = [0xca, 0xf0, nodeId >> 8, nodeId, ifindex >> 8, ifindex];
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, '0')).join(':');
}
