const TYPES = ['LoopBack', 'Vlanif', 'Eth-Trunk', 'Tunnel', 'NULL', 'Bridge-if'];

/** The whole name of an interface that configuration may create: `loop 1`, `Vlanif20`, `GE0/0/1.100`; undefined for hardware. */
export function newVrpInterface(typed: string): string | undefined {
  const [, parent, unit] = /^(?:GE|Gig[a-z]*)\s*(\d+\/\d+\/\d+)\.(\d{1,4})$/i.exec(typed.trim()) ?? [];
  if (parent !== undefined && unit !== undefined) return `GigabitEthernet${parent}.${unit}`;
  const [, type = '', number] = /^([a-z-]+)\s*(\d{1,4}(?:\/\d+\/\d+)?)$/i.exec(typed.trim()) ?? [];
  const whole = TYPES.find((one) => type !== '' && one.toLowerCase().startsWith(type.toLowerCase()));
  return whole === undefined || number === undefined ? undefined : `${whole}${number}`;
}
