/**
 * The whole name of an interface that exists because somebody configures it: `lo10` of the types `Loopback`, `Vlan`, … is `Loopback10`.
 * Undefined for what is none of them.
 */
export function virtualInterface(types: readonly string[], typed: string): string | undefined {
  const [, type = '', number = ''] = /^([a-z-]+)\s*(\d{1,5})$/i.exec(typed.trim()) ?? [];
  if (number === '') return undefined;
  const whole = types.find((one) => one.toLowerCase().startsWith(type.toLowerCase()));
  return whole === undefined ? undefined : `${whole}${Number(number)}`;
}
