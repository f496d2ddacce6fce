import type { NetworkDevice } from '../network/network-messages';
import { isEverywhere } from '../network/same-listener';
import { platformIndex } from '../platforms';
import type { ServedNetwork } from './served-network';

/** Which hosts, and how they are announced. */
export interface NornirRequest {
  /** One network; all that live when absent. */
  readonly network?: string | undefined;
  /** Groups that every host is in. */
  readonly groups?: string | readonly string[] | undefined;
  /** Where hosts are reached that listen where the service does; the service's own setting when absent. */
  readonly advertiseHost?: string | undefined;
}

/** What Nornir's dictionary inventory plug-in reads. */
export interface NornirInventory {
  readonly hosts: Readonly<Record<string, NornirHost>>;
}

/** A host for Nornir. */
export interface NornirHost {
  /** The address at which it is announced. */
  readonly hostname: string;
  readonly port: number;
  readonly platform: string;
  readonly username: string;
  readonly password: string;
  readonly groups: readonly string[];
  /** Where it stands: the name alone does not say it when two networks have the same. */
  readonly data: { readonly network: string; readonly host: string };
}

/** How networks become an inventory. */
export interface NornirOptions extends NornirRequest {
  /** Where hosts listen that say nothing else. */
  readonly bind: string;
  readonly onNotice: (network: string, message: string) => void;
}

/** The hosts of those networks that live. Names that several networks have get the network's before them. */
export function nornirInventory(networks: readonly ServedNetwork[], options: NornirOptions): NornirInventory {
  const { groups = [], onNotice } = options;
  const inGroups = typeof groups === 'string' ? [groups] : groups;
  const living = networks.filter((network) => {
    if (!network.isAlive) onNotice(network.name, `${network.name}: left out, its process has ended`);
    return network.isAlive;
  });
  const owners = new Map<string, string[]>();
  for (const { name, devices } of living)
    for (const device of devices) owners.set(device.name, [...(owners.get(device.name) ?? []), name]);
  for (const [host, names] of owners)
    for (const name of names.length > 1 ? names : [])
      onNotice(
        name,
        `${host} is in the networks ${names.join(', ')}: that of ${name} is called ${name}-${host}`,
      );
  const hosts = living.flatMap(({ name: network, devices, plan }) =>
    devices.map((device) => {
      const { name: host, port, username, password } = device;
      const shared = (owners.get(host) ?? []).length > 1;
      const platform = libraryName(plan.platformOf.get(host) ?? device.platform);
      const hostname = announced(device, options);
      const login = { hostname, port, platform, username, password };
      return [
        shared ? `${network}-${host}` : host,
        { ...login, groups: inGroups, data: { network, host } },
      ] as const;
    }),
  );
  return { hosts: Object.fromEntries(hosts) };
}

/** Scraping libraries know a platform by one name only: `frr` is Linux to them. What is no platform of ours is left as it is. */
function libraryName(platform: string): string {
  const isOwnName = platformIndex.some(({ name }) => name === platform);
  return isOwnName
    ? platform
    : (platformIndex.find(({ aliases }) => aliases?.includes(platform))?.name ?? platform);
}

/** A host with an address of its own is reached there, whatever the others are called from outside. */
function announced({ host }: NetworkDevice, { bind, advertiseHost }: NornirOptions): string {
  if (advertiseHost !== undefined && (host === bind || isEverywhere(host))) return advertiseHost;
  if (!isEverywhere(host)) return host;
  return host === '::' ? '::1' : '127.0.0.1';
}
