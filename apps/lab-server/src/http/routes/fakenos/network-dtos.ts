import type { NetworkDetails } from '@remote-lab/fakenos';
import type { NetworksDto } from '@remote-lab/protocol';

/** Networks as the wire gives them. */
export function networksDto(networks: Readonly<Record<string, NetworkDetails>>): NetworksDto {
  return Object.fromEntries(
    Object.entries(networks).map(([name, details]) => [
      name,
      { ...details, hosts: details.hosts.map((host) => ({ ...host })) },
    ]),
  );
}
