import { ipv4Prefix } from './ipv4-prefix';

/** Compares two addresses or prefixes for sorting: by address, then the shorter prefix first. */
export function compareIpv4(left: string, right: string): number {
  return ipv4Number(left) - ipv4Number(right) || lengthOf(left) - lengthOf(right);
}

/** Whether `address` lies in the network `prefix`; false when either is not IPv4. */
export function ipv4Contains(prefix: string, address: string): boolean {
  const network = ipv4Prefix(prefix);
  const host = ipv4Prefix(address);
  if (!network || !host || host.length < network.length) return false;
  return ipv4Prefix(`${host.address}/${network.length}`)?.network === network.network;
}

/** The address as an unsigned number; 0 when it is not IPv4. */
export function ipv4Number(text: string): number {
  const address = ipv4Prefix(text)?.address ?? '0.0.0.0';
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function lengthOf(text: string): number {
  return ipv4Prefix(text)?.length ?? 32;
}
