import type { FakeDevice } from '../../device/fake-device';

const DEFAULT_COUNT = 5;
const MOST = 1000;
const TIMES_MS = [1.21, 0.98, 1.12, 1.05, 1.01];

/** `ping 10.0.0.2 count 3 output-format summary`; `rapid` shows a mark for each answer. */
export function ping(device: FakeDevice, target: string, options: string): string {
  const typed = Number(/(?:^|\s)count\s+(\d+)/.exec(options)?.[1] ?? DEFAULT_COUNT);
  const count = Math.min(Math.max(typed, 1), MOST);
  const reached = device.trace?.(target) !== undefined;
  const times = Array.from({ length: count }, (_, index) => TIMES_MS[index % TIMES_MS.length] ?? 1);
  const mean = times.reduce((sum, ms) => sum + ms, 0) / count;
  const spread = Math.sqrt(times.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / count);
  const [min, avg, max, stddev] = [Math.min(...times), mean, Math.max(...times), spread].map((ms) =>
    ms.toFixed(2),
  );
  const isRapid = /(?:^|\s)(?:rapid|output-format\s+summary)/.test(options);
  const answers = times.map((ms, at) =>
    reached
      ? `64 bytes from ${target}: icmp_seq=${at + 1} ttl=64 time=${ms.toFixed(2)}ms.`
      : `Request timed out. icmp_seq=${at + 1}.`,
  );
  return [
    `PING ${target} 56 data bytes`,
    ...(isRapid ? [(reached ? '!' : '.').repeat(count)] : answers),
    '',
    `---- ${target} PING Statistics ----`,
    `${count} packets transmitted, ${reached ? count : 0} packets received, ${reached ? '0.00' : '100'}% packet loss`,
    ...(reached ? [`round-trip min = ${min}ms, avg = ${avg}ms, max = ${max}ms, stddev = ${stddev}ms`] : []),
  ].join('\n');
}

/** `traceroute 10.0.0.2`. */
export function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} (${hop})  1.21 ms  0.98 ms  1.04 ms`)
    : Array.from({ length: 30 }, () => '0.0.0.0  * * *');
  return [
    `traceroute to ${target}, 30 hops max, 40 byte packets`,
    ...lines.map((line, index) => `${String(index + 1).padStart(3)}  ${line}`),
  ].join('\n');
}
