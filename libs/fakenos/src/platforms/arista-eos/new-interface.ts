import { virtualInterface } from '../text/virtual-interface';

const TYPES = ['Loopback', 'Vlan', 'Port-Channel', 'Tunnel', 'Vxlan'];

/** The whole name of an interface that configuration may create: `lo10`, `vlan 20`; undefined for hardware. */
export function newInterface(typed: string): string | undefined {
  return virtualInterface(TYPES, typed);
}
