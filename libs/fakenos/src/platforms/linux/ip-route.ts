import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { ipv4Number } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';

/** `ip route`: on a host also the way out over its management interface. */
export function ipRoute(device: FakeDevice): string {
  const byPrefix = new Map<string, DeviceRoute[]>();
  for (const route of device.routes.filter(({ protocol }) => protocol !== 'local')) {
    const routes = byPrefix.get(route.prefix) ?? [];
    routes.push(route);
    byPrefix.set(route.prefix, routes);
  }
  const lines = [...byPrefix].flatMap(([prefix, routes]) => prefixLines(device, prefix, routes));
  return [...(device.role === 'host' ? mgmtLines(device) : []), ...lines].join('\n');
}

/** `ip neigh`. */
export function ipNeigh({ arp = [] }: FakeDevice): string {
  return arp
    .map(({ ipv4, interfaceName, mac }) => `${ipv4} dev ${interfaceName} lladdr ${mac} REACHABLE `)
    .join('\n');
}

function prefixLines(device: FakeDevice, prefix: string, routes: readonly DeviceRoute[]): string[] {
  const [first] = routes;
  const target = prefix.replace(/\/32$/, '');
  if (!first) return [];
  if (first.nextHop === undefined) {
    const own = device.interfaces.find(({ name }) => name === first.interfaceName);
    const address = ipv4Prefix(own?.ipv4);
    const isAddress = address === undefined || address.length === 32;
    return isAddress
      ? []
      : [`${target} dev ${first.interfaceName} proto kernel scope link src ${address.address} `];
  }
  const origin = first.protocol === 'ospf' ? ' proto ospf metric 20 ' : ' ';
  if (routes.length === 1) return [`${target} via ${first.nextHop} dev ${first.interfaceName}${origin}`];
  return [
    `${target}${origin}`,
    ...routes.map(
      ({ nextHop, interfaceName }) => `\tnexthop via ${nextHop ?? ''} dev ${interfaceName} weight 1 `,
    ),
  ];
}

function mgmtLines({ interfaces }: FakeDevice): string[] {
  const mgmt = interfaces.find(({ kind }) => kind === 'mgmt');
  const address = ipv4Prefix(mgmt?.ipv4);
  if (!mgmt || !address) return [];
  const gateway = ipv4Number(address.network) + 1;
  const dotted = [24, 16, 8, 0].map((shift) => Math.floor(gateway / 2 ** shift) % 256).join('.');
  return [
    `default via ${dotted} dev ${mgmt.name} `,
    `${address.prefix} dev ${mgmt.name} proto kernel scope link src ${address.address} `,
  ];
}
