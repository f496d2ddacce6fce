import type { FakeDevice } from '../../device/fake-device';

const DEFAULT_COUNT = 5;
const MOST = 1000;
const TIMES_MS = [1.204, 0.983, 1.117, 1.052, 1.011];

/** `ping 10.0.0.2 count 3 rapid`; without a count five, since nobody can interrupt it. */
export function ping(device: FakeDevice, target: string, options: string): string {
  const typed = Number(/(?:^|\s)count\s+(\d+)/.exec(options)?.[1] ?? DEFAULT_COUNT);
  const count = Math.min(Math.max(typed, 1), MOST);
  const reached = device.trace?.(target) !== undefined;
  const times = Array.from({ length: count }, (_, index) => TIMES_MS[index % TIMES_MS.length] ?? 1);
  const isRapid = /(?:^|\s)rapid/.test(options);
  const answers = reached
    ? times.map((ms, seq) => `64 bytes from ${target}: icmp_seq=${seq} ttl=64 time=${ms.toFixed(3)} ms`)
    : [];
  const mean = times.reduce((sum, ms) => sum + ms, 0) / count;
  const spread = Math.sqrt(times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / count);
  const range = [Math.min(...times), mean, Math.max(...times), spread].map((ms) => ms.toFixed(3)).join('/');
  return [
    `PING ${target} (${target}): 56 data bytes`,
    ...(isRapid ? [(reached ? '!' : '.').repeat(count)] : answers),
    `--- ${target} ping statistics ---`,
    `${count} packets transmitted, ${reached ? count : 0} packets received, ${reached ? 0 : 100}% packet loss`,
    ...(reached ? [`round-trip min/avg/max/stddev = ${range} ms`] : []),
  ].join('\n');
}

/** `traceroute 10.0.0.2`. */
export function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} (${hop})  1.214 ms  0.984 ms  1.040 ms`)
    : Array.from({ length: 30 }, () => '* * *');
  return [
    `traceroute to ${target} (${target}), 30 hops max, 52 byte packets`,
    ...lines.map((line, index) => `${String(index + 1).padStart(2)}  ${line}`),
  ].join('\n');
}
