const TYPES = ['Loopback', 'Vlan', 'Port-Channel', 'Tunnel', 'Vxlan'];

/** The whole name of an interface that configuration may create: `lo10`, `vlan 20`; undefined for hardware. */
export function newInterface(typed: string): string | undefined {
  const [, type = '', number = ''] = /^([a-z-]+)\s*(\d{1,5})$/i.exec(typed.trim()) ?? [];
  if (number === '') return undefined;
  const whole = TYPES.find((one) => one.toLowerCase().startsWith(type.toLowerCase()));
  return whole === undefined ? undefined : `${whole}${Number(number)}`;
}
