import type { FakeDevice } from '../../device/fake-device';

const COUNT = 5;
const ESCAPE = 'Type escape sequence to abort.';

/** `ping <address>`. */
export function ping(device: FakeDevice, target: string): string {
  const reached = device.trace?.(target) !== undefined;
  return [
    ESCAPE,
    `Sending ${COUNT}, 100-byte ICMP Echos to ${target}, timeout is 2 seconds:`,
    (reached ? '!' : '.').repeat(COUNT),
    reached
      ? `Success rate is 100 percent (${COUNT}/${COUNT}), round-trip min/avg/max = 1/1/2 ms`
      : `Success rate is 0 percent (0/${COUNT})`,
  ].join('\n');
}

/** `traceroute <address>`. */
export function traceroute(device: FakeDevice, target: string): string {
  const hops = device.trace?.(target);
  const lines = hops
    ? hops.map((hop) => `${hop} 1 msec 1 msec 1 msec`)
    : Array.from({ length: 30 }, () => ' *  *  * ');
  return [
    ESCAPE,
    `Tracing the route to ${target}`,
    'VRF info: (vrf in name/id, vrf out name/id)',
    ...lines.map((line, index) => `${String(index + 1).padStart(3)} ${line}`),
  ].join('\n');
}
