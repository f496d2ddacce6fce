import { ipv4Prefix } from './ipv4-prefix';

/** Whether `address` lies in the network `prefix`; false when either is not IPv4. */
export function ipv4Contains(prefix: string, address: string): boolean {
  const network = ipv4Prefix(prefix);
  const host = ipv4Prefix(address);
  if (!network || !host || host.length < network.length) return false;
  return ipv4Prefix(`${host.address}/${network.length}`)?.network === network.network;
}

/** The address of `10.1.0.1` or `10.1.0.1/30` as an unsigned number; 0 when it is not IPv4. */
export function ipv4Number(text: string): number {
  const octets = (text.split('/')[0] ?? '').split('.').map(Number);
  const known = octets.length === 4 && octets.every((octet) => octet >= 0 && octet <= 255);
  return known ? octets.reduce((sum, octet) => sum * 256 + octet, 0) : 0;
}
