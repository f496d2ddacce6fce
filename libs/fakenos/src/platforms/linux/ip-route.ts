import type { DeviceRoute, FakeDevice } from '../../device/fake-device';
import { ipv4Number } from '../../device/ipv4-order';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Routes } from '../../device/ipv6-routes';

/** `ip route`: on a host also the way out over its management interface. */
export function ipRoute(device: FakeDevice): string {
  const byPrefix = new Map<string, DeviceRoute[]>();
  for (const route of device.routes.filter(({ protocol }) => protocol !== 'local')) {
    const routes = byPrefix.get(route.prefix) ?? [];
    routes.push(route);
    byPrefix.set(route.prefix, routes);
  }
  const lines = [...byPrefix].flatMap(([prefix, routes]) => prefixLines(device, prefix, routes));
  return [...mgmtLines(device), ...lines].join('\n');
}

/** `ip -6 route`. */
export function ipv6Route(device: FakeDevice): string {
  return ipv6Routes(device)
    .filter(({ protocol }) => protocol === 'connected')
    .map(({ prefix, interfaceName }) => {
      const target = prefix.replace(/\/128$/, '');
      return `${target} dev ${interfaceName} proto kernel metric 256 pref medium`;
    })
    .join('\n');
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

/** A host's way out of the lab. */
export interface MgmtWay {
  readonly interfaceName: string;
  readonly address: string;
  readonly prefix: string;
  readonly gateway: string;
}

/** The management network of a host; undefined for a router, which has it in a table of its own. */
export function mgmtWay({ interfaces, role }: FakeDevice): MgmtWay | undefined {
  const mgmt = interfaces.find(({ kind }) => kind === 'mgmt');
  const address = ipv4Prefix(mgmt?.ipv4);
  if (role !== 'host' || !mgmt || !address) return undefined;
  const gateway = ipv4Number(address.network) + 1;
  return {
    interfaceName: mgmt.name,
    address: address.address,
    prefix: address.prefix,
    gateway: [24, 16, 8, 0].map((shift) => Math.floor(gateway / 2 ** shift) % 256).join('.'),
  };
}

function mgmtLines(device: FakeDevice): string[] {
  const way = mgmtWay(device);
  if (!way) return [];
  return [
    `default via ${way.gateway} dev ${way.interfaceName} `,
    `${way.prefix} dev ${way.interfaceName} proto kernel scope link src ${way.address} `,
  ];
}
