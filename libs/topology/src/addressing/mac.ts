/** Reads a MAC address in any of the usual forms; undefined when it has not exactly 48 bits. */
export function parseMac(text: string): bigint | undefined {
  const digits = text.replace(/[-:.]/g, '');
  return /^[0-9a-f]{12}$/i.test(digits) ? BigInt(`0x${digits}`) : undefined;
}

/** `ca:fe:00:01:00:00` */
export function formatMac(value: bigint): string {
  const digits = value.toString(16).padStart(12, '0');
  return (digits.match(/../g) ?? []).join(':');
}

/** `cafe.0001.0000`, the form netlab gives interfaces. */
export function formatMacInWords(value: bigint): string {
  const digits = value.toString(16).padStart(12, '0');
  return (digits.match(/..../g) ?? []).join('.');
}
