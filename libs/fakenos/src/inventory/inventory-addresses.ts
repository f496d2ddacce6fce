/** `10.0.0.7/32` */
export function loopbackAddress(id: number): string {
  return `10.0.${high(id)}.${low(id)}/32`;
}

/** Without prefix length: `172.16.0.7`. */
export function managementAddress(id: number): string {
  return `172.16.${high(id)}.${low(id)}`;
}

/** `ca:fe:00:07:00:00` */
export function managementMac(id: number): string {
  const [one, other] = [high(id), low(id)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `ca:fe:${one}:${other}:00:00`;
}

/** The ends of the nth link, counted from 1: `10.1.n.1/30` and `10.1.n.2/30`. */
export function linkEnds(n: number): { readonly prefix: string; readonly a: string; readonly b: string } {
  const network = `10.${1 + high(n)}.${low(n)}`;
  return { prefix: `${network}.0/30`, a: `${network}.1/30`, b: `${network}.2/30` };
}

/** The one address of the nth link, counted from 1, on which nobody else is. */
export function stubAddress(n: number): { readonly prefix: string; readonly address: string } {
  const network = `10.${128 + high(n)}.${low(n)}`;
  return { prefix: `${network}.0/24`, address: `${network}.1/24` };
}

function high(n: number): number {
  return (n >> 8) & 0xff;
}

function low(n: number): number {
  return n & 0xff;
}
