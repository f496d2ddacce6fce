import type { FakeDevice } from '../../device/fake-device';
import type { CommandEffect } from '../../engine/platform';

/** How the packets of a `ping` are counted and sized. */
export interface PingPackets {
  readonly count: number;
  /** Bytes of payload; 8 of ICMP and 20 of IP come on top. */
  readonly payload: number;
}

const TAKE_A_VALUE = ['-W', '-w', '-i', '-I', '-s', '-t'];
const DEFAULT_COUNT = 4;
const PAYLOAD = 56;
const MILLISECONDS = '0.512';

/** `ping` with its arguments: `-c 2 10.0.0.1`. Without a count four packets are sent. */
export function pingCommand(device: FakeDevice, typed: readonly string[]): CommandEffect {
  const words = typed.map((word) => word.replace(/^-c(?=\d)/, '-c ')).flatMap((word) => word.split(' '));
  let count = DEFAULT_COUNT;
  let target: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-c') count = Number(words.shift());
    else if (TAKE_A_VALUE.includes(word)) words.shift();
    else if (!word.startsWith('-')) target = word;
  }
  if (target === undefined || target === '')
    return { error: 'ping: usage error: Destination address required', status: 2 };
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    return { error: 'ping: invalid count, must be 1 to 1000', status: 1 };
  }
  return ping(device, target, { count, payload: PAYLOAD });
}

/** What ping prints: an answer to each packet where there is a way, none where there is not (then status 1). */
export function ping(device: FakeDevice, target: string, { count, payload }: PingPackets): CommandEffect {
  const hops = device.trace?.(target);
  const received = hops ? count : 0;
  const ttl = 64 - Math.max(0, (hops?.length ?? 0) - 1);
  const answers = Array.from(
    { length: received },
    (_, index) =>
      `${payload + 8} bytes from ${target}: icmp_seq=${index + 1} ttl=${ttl} time=${MILLISECONDS} ms`,
  );
  const loss = hops ? 0 : 100;
  const output = [
    `PING ${target} (${target}) ${payload}(${payload + 28}) bytes of data.`,
    ...answers,
    '',
    `--- ${target} ping statistics ---`,
    `${count} packets transmitted, ${received} received, ${loss}% packet loss, time ${(count - 1) * 1000}ms`,
    ...(hops ? [`rtt min/avg/max/mdev = ${MILLISECONDS}/${MILLISECONDS}/${MILLISECONDS}/0.000 ms`] : []),
  ].join('\n');
  return { output, status: hops ? 0 : 1 };
}

/** `traceroute` to an address. */
export function traceroute(device: FakeDevice, target: string): CommandEffect {
  const hops = device.trace?.(target);
  const time = `  ${MILLISECONDS} ms`.repeat(3);
  const lines = hops
    ? hops.map((hop) => `${hop} (${hop})${time}`)
    : Array.from({ length: 30 }, () => '* * *');
  const header = `traceroute to ${target} (${target}), 30 hops max, 60 byte packets`;
  return {
    output: [header, ...lines.map((line, index) => `${String(index + 1).padStart(2)}  ${line}`)].join('\n'),
    status: hops ? 0 : 1,
  };
}
