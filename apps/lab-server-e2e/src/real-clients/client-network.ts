import { FakeNosService } from '@remote-lab/fakenos';
import type { NetworkHost, NornirInventory } from '@remote-lab/fakenos';

/** A running network for a client program to visit. */
export interface ClientNetwork extends AsyncDisposable {
  readonly hosts: readonly NetworkHost[];
  nornirInventory(groups: readonly string[]): NornirInventory;
}

const quiet = () => undefined;

/** Starts an inventory on loopback, as the server's service does. */
export async function startClientNetwork(inventory: object): Promise<ClientNetwork> {
  const service = new FakeNosService({
    configuration: {},
    configurationFolder: '.',
    bind: '127.0.0.1',
    hostName: 'test',
    version: 'test',
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    clock: { now: () => performance.now(), date: () => new Date() },
  });
  const call = { signal: AbortSignal.timeout(30_000), onProgress: quiet };
  const started = await service.start({ network: 'clients', inventory }, call);
  return {
    hosts: started['clients']?.hosts ?? [],
    nornirInventory: (groups) => service.getNornirInventory({ network: 'clients', groups: [...groups] }),
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  };
}
