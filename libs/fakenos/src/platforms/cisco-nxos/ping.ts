import type { FakeDevice } from '../../device/fake-device';

const LONGEST = 20;

/** `ping <address>`. */
export function ping(device: FakeDevice, target: string, count = 5): string {
  const hops = device.trace?.(target);
  const probes = Array.from({ length: Math.min(count, LONGEST) }, (_, sequence) => sequence);
  const sent = probes.length;
  const statistics = (received: number) => [
    '',
    `--- ${target} ping statistics ---`,
    `${sent} packets transmitted, ${received} packets received, ${received ? '0.00' : '100.00'}% packet loss`,
  ];
  const lines = hops
    ? [
        ...probes.map((sequence) => {
          const ttl = 255 - Math.max(1, hops.length);
          return `64 bytes from ${target}: icmp_seq=${sequence} ttl=${ttl} time=1.2${sequence % 10} ms`;
        }),
        ...statistics(sent),
        'round-trip min/avg/max = 1.2/1.224/1.29 ms',
      ]
    : [...probes.map((sequence) => `Request ${sequence} timed out`), ...statistics(0)];
  return [`PING ${target} (${target}): 56 data bytes`, ...lines].join('\n');
}

/** `traceroute <address>`. */
export function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} (${hop})  1.214 ms  1.102 ms  1.087 ms`)
    : Array.from({ length: 30 }, () => '* * *');
  return [
    `traceroute to ${target} (${target}), 30 hops max, 48 byte packets`,
    ...lines.map((line, index) => `${String(index + 1).padStart(2)}  ${line}`),
  ].join('\n');
}
