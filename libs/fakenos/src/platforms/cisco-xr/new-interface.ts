const TYPES = ['Loopback', 'Bundle-Ether', 'BVI', 'tunnel-ip'];

/** The whole name of an interface that configuration may create: `lo10`, `be 1`, `Gi0/0/0/1.10`; undefined for hardware. */
export function newInterface(typed: string): string | undefined {
  const [, type = '', number = ''] = /^([a-z-]+?)\s*(\d[\d/.]*)$/i.exec(typed.trim()) ?? [];
  const begun = type.toLowerCase();
  if (begun === '') return undefined;
  if (/^\d+\/\d+\/\d+\/\d+\.\d+$/.test(number)) {
    return 'gigabitethernet'.startsWith(begun) ? `GigabitEthernet${number}` : undefined;
  }
  const whole = TYPES.find((one) => one.toLowerCase().startsWith(begun) || initials(one) === begun);
  return whole === undefined || !/^\d+$/.test(number) ? undefined : `${whole}${Number(number)}`;
}

/** `be` of `Bundle-Ether`. */
function initials(name: string): string {
  return name
    .split('-')
    .map((part) => part.charAt(0))
    .join('')
    .toLowerCase();
}
