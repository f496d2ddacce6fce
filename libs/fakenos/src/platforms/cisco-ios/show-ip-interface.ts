import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { loopbacksLast } from '../text/interface-order';
import { lineState, linkState, LOOPBACK_MTU } from './show-interfaces';

/** `show ip interface`, of all or of those given. */
export function showIpInterface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = loopbacksLast(device),
): string {
  return interfaces.flatMap(interfaceLines).join('\n');
}

function interfaceLines(one: DeviceInterface): string[] {
  const first = `${one.name} is ${linkState(one)}, line protocol is ${lineState(one)}`;
  if (one.ipv4 === undefined) return [first, '  Internet protocol processing disabled'];
  return [
    first,
    `  Internet address is ${one.ipv4}`,
    '  Broadcast address is 255.255.255.255',
    '  Address determined by non-volatile memory',
    `  MTU is ${one.kind === 'loopback' ? LOOPBACK_MTU : one.mtu} bytes`,
    '  Helper address is not set',
    '  Directed broadcast forwarding is disabled',
    ...(groups(one) === '' ? [] : [`  Multicast reserved groups joined: ${groups(one)}`]),
    '  Outgoing access list is not set',
    '  Inbound  access list is not set',
    '  Proxy ARP is enabled',
    '  Local Proxy ARP is disabled',
    '  Security level is default',
    '  Split horizon is enabled',
    '  ICMP redirects are always sent',
    '  ICMP unreachables are always sent',
    '  ICMP mask replies are never sent',
    '  IP fast switching is enabled',
    '  IP CEF switching is enabled',
    ...(one.kind === 'mgmt' ? ['  VPN Routing/Forwarding "mgmt"'] : []),
    '  Router Discovery is disabled',
    '  IP access violation accounting is disabled',
    '  TCP/IP header compression is disabled',
    '  Policy routing is disabled',
    '  Network address translation is disabled',
  ];
}

function groups({ ospfState, ospfPassive, kind }: DeviceInterface): string {
  if (ospfState === undefined || ospfPassive || kind === 'loopback') return '';
  return ospfState === 'DR' || ospfState === 'BDR' ? '224.0.0.5 224.0.0.6' : '224.0.0.5';
}
