import type { FakeDevice } from '../../device/fake-device';

const COUNT = 5;
const BYTES = 56;

/** `ping <address>`. */
export function ping(device: FakeDevice, target: string): string {
  const reached = device.trace?.(target) !== undefined;
  const replies = Array.from({ length: COUNT }, (_, at) =>
    reached
      ? `    Reply from ${target}: bytes=${BYTES} Sequence=${at + 1} ttl=254 time=${at === 0 ? 10 : 1} ms`
      : '    Request time out',
  );
  return [
    `  PING ${target}: ${BYTES}  data bytes, press CTRL_C to break`,
    ...replies,
    '',
    `  --- ${target} ping statistics ---`,
    `    ${COUNT} packet(s) transmitted`,
    `    ${reached ? COUNT : 0} packet(s) received`,
    `    ${reached ? '0.00' : '100.00'}% packet loss`,
    ...(reached ? ['    round-trip min/avg/max = 1/2/10 ms'] : []),
    '',
  ].join('\n');
}

/** `tracert <address>`. */
export function tracert(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} 1 ms  1 ms  1 ms`)
    : Array.from({ length: 30 }, () => '  *  *  *');
  return [
    ` traceroute to  ${target}(${target}), max hops: 30 ,packet length: 40,press CTRL_C to break`,
    ...lines.map((line, at) => `${String(at + 1).padStart(2)} ${line}`),
  ].join('\n');
}
