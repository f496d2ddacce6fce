/** `ca:f0:00:01:00:02` as `caf0.0001.0002`. */
export function dottedMac(mac: string): string {
  return (mac.replaceAll(':', '').match(/.{4}/g) ?? []).join('.');
}
