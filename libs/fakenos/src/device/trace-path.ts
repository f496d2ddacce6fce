import type { FakeDevice } from './fake-device';
import { bestRoute } from './find-routes';
import { ipv4Prefix } from './ipv4-prefix';

const MAX_HOPS = 64;

/** Who answers to which address: every interface that is up, but not the management network. */
export function addressOwners(devices: ReadonlyMap<string, FakeDevice>): ReadonlyMap<string, FakeDevice> {
  const owners = new Map<string, FakeDevice>();
  for (const device of devices.values()) {
    for (const { ipv4, kind, linkUp } of device.interfaces) {
      const address = ipv4Prefix(ipv4)?.address;
      if (address !== undefined && kind !== 'mgmt' && linkUp) owners.set(address, device);
    }
  }
  return owners;
}

/** The hops from a device to an address, by everybody's routes; undefined when there is no way there or back. */
export function tracePath(
  owners: ReadonlyMap<string, FakeDevice>,
  from: FakeDevice,
  target: string,
): readonly string[] | undefined {
  const there = walk(owners, from, target);
  const end = owners.get(target);
  const source = sourceAddress(from, target);
  if (!there || !end || source === undefined) return undefined;
  return walk(owners, end, source) && there;
}

function walk(
  owners: ReadonlyMap<string, FakeDevice>,
  from: FakeDevice,
  target: string,
): readonly string[] | undefined {
  const hops: string[] = [];
  for (let at = from; hops.length <= MAX_HOPS;) {
    if (owners.get(target) === at) return hops.length === 0 ? hops : [...hops.slice(0, -1), target];
    const route = bestRoute(at, target);
    const hop = route && (route.nextHop ?? target);
    const next = hop === undefined ? undefined : owners.get(hop);
    if (hop === undefined || !next) return undefined;
    hops.push(hop);
    at = next;
  }
  return undefined;
}

function sourceAddress(from: FakeDevice, target: string): string | undefined {
  const route = bestRoute(from, target);
  const egress = from.interfaces.find(({ name }) => name === route?.interfaceName);
  return ipv4Prefix(egress?.ipv4)?.address;
}
