import { virtualInterface } from '../text/virtual-interface';

const TYPES = ['loopback', 'Vlan', 'port-channel', 'Tunnel'];

/** The whole name of an interface that configuration may create: `lo10`, `vlan 20`, `e1/1.10`; undefined for hardware. */
export function newInterface(typed: string): string | undefined {
  const [, type = '', number = ''] = /^([a-z-]+)\s*(\d[\d/.]*)$/i.exec(typed.trim()) ?? [];
  if (type === '') return undefined;
  if (/^\d+\/\d+\.\d+$/.test(number)) {
    return 'ethernet'.startsWith(type.toLowerCase()) ? `Ethernet${number}` : undefined;
  }
  return virtualInterface(TYPES, typed);
}
