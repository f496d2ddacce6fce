import { virtualInterface } from '../text/virtual-interface';

const TYPES = ['Loopback', 'Vlan', 'Port-channel', 'Tunnel', 'BDI'];

/** The whole name of an interface that configuration may create: `lo10`, `vlan 20`; undefined for hardware. */
export function newInterface(typed: string): string | undefined {
  return virtualInterface(TYPES, typed) ?? subinterface(typed);
}

function subinterface(typed: string): string | undefined {
  const [, type, number] =
    /^(GigabitEthernet|TenGigabitEthernet|Ethernet)\s*([\d/]+\.\d{1,5})$/.exec(typed.trim()) ?? [];
  return type === undefined ? undefined : `${type}${number}`;
}
