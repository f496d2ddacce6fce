import type { FakeDevice } from '../../device/fake-device';

const COUNT = 5;

/** `execute ping <address>`. */
export function ping(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const replies = Array.from(
    { length: COUNT },
    (_, at) =>
      `64 bytes from ${target}: icmp_seq=${at} ttl=${256 - Math.max(1, hops?.length ?? 1)} time=0.3 ms`,
  );
  return [
    `PING ${target} (${target}): 56 data bytes`,
    ...(hops ? replies : []),
    '',
    `--- ${target} ping statistics ---`,
    `${COUNT} packets transmitted, ${hops ? COUNT : 0} packets received, ${hops ? 0 : 100}% packet loss`,
    ...(hops ? ['round-trip min/avg/max = 0.3/0.3/0.3 ms'] : []),
    '',
  ].join('\n');
}

/** `execute traceroute <address>`. */
export function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop}  0.3 ms  0.2 ms  0.2 ms`)
    : Array.from({ length: 32 }, () => '* * *');
  return [
    `traceroute to ${target} (${target}), 32 hops max, 3 probe packets per hop, 84 byte packets`,
    ...lines.map((line, at) => `${String(at + 1).padStart(2)}  ${line}`),
  ].join('\n');
}
