import type { FakeDevice } from '../../device/fake-device';
import { bestRoute } from '../../device/find-routes';
import { ipv4Contains } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { CommandEffect } from '../../engine/platform';
import { mgmtWay } from './ip-route';

/** `ip route get <address>`: how a packet to this address would leave. `uid` is that of the user who asks. */
export function ipRouteGet(device: FakeDevice, words: readonly string[], uid: number): CommandEffect {
  const [target = ''] = words.filter((word) => word !== 'to');
  const address = target.includes('/') ? undefined : ipv4Prefix(target)?.address;
  if (target === '') return { error: 'need at least a destination address', status: 255 };
  if (address === undefined)
    return { error: `Error: inet prefix is expected rather than "${target}".`, status: 1 };

  const isOwn = device.interfaces.some(({ ipv4 }) => ipv4Prefix(ipv4)?.address === address);
  if (isOwn || ipv4Contains('127.0.0.0/8', address)) {
    const source = isOwn ? address : '127.0.0.1';
    return { output: `local ${address} dev lo src ${source} uid ${uid} \n    cache <local> ` };
  }
  const way = labWay(device, address) ?? mgmtRoute(device, address);
  return way === undefined
    ? { error: 'RTNETLINK answers: Network is unreachable', status: 2 }
    : { output: `${address} ${way} uid ${uid} \n    cache ` };
}

function labWay(device: FakeDevice, address: string): string | undefined {
  const route = bestRoute(device, address);
  if (!route) return undefined;
  const egress = device.interfaces.find(({ name }) => name === route.interfaceName);
  return way(route.nextHop, route.interfaceName, ipv4Prefix(egress?.ipv4)?.address);
}

function mgmtRoute(device: FakeDevice, address: string): string | undefined {
  const mgmt = mgmtWay(device);
  if (!mgmt) return undefined;
  const gateway = ipv4Contains(mgmt.prefix, address) ? undefined : mgmt.gateway;
  return way(gateway, mgmt.interfaceName, mgmt.address);
}

function way(nextHop: string | undefined, interfaceName: string, source: string | undefined): string {
  const via = nextHop === undefined ? '' : `via ${nextHop} `;
  return `${via}dev ${interfaceName}${source === undefined ? '' : ` src ${source}`}`;
}
