import { FakeNosError } from '../errors';
import type { NetworkOrder } from '../network/network-messages';
import { sameListener } from '../network/same-listener';
import type { ServedNetwork } from './served-network';

/** Refuses with `port_in_use`, naming the owner, when a host asks for a port on which a host of another living network listens. */
export function refuseTakenPorts(
  network: string,
  { bind, nodes }: NetworkOrder,
  networks: readonly ServedNetwork[],
): void {
  const owners = new Map<number, { readonly address: string; readonly owner: string }[]>();
  for (const other of networks) {
    if (other.name === network || !other.isAlive) continue;
    for (const { name, host: address, port, telnetPort } of other.devices)
      for (const taken of [port, telnetPort ?? 0]) {
        const owner = `${name} of the network ${other.name}`;
        owners.set(taken, [...(owners.get(taken) ?? []), { address, owner }]);
      }
  }
  for (const { name, port, telnetPort = 0, bind: own = bind } of nodes)
    for (const wanted of [port, telnetPort]) {
      if (wanted === 0) continue;
      const owner = owners.get(wanted)?.find(({ address }) => sameListener(address, own))?.owner;
      if (owner === undefined) continue;
      const message = `${name} cannot listen on ${own} port ${wanted}: ${owner} does. Stop that network, or give ${name} another port, or auto.`;
      throw new FakeNosError('port_in_use', message);
    }
}
