import { nearestName } from '@remote-lab/topology';
import { FakeNosError } from '../errors';
import type { ServedNetwork } from './served-network';

/** The networks there are by name, those whose process died included. */
export class NetworkRegistry {
  readonly #maxNetworks: number;
  readonly #networks = new Map<string, ServedNetwork>();
  /** Those that are being started; they count as well. */
  readonly #starting = new Set<string>();

  constructor(maxNetworks: number) {
    this.#maxNetworks = maxNetworks;
  }

  /** In the order in which they were started. */
  get all(): readonly ServedNetwork[] {
    return [...this.#networks.values()];
  }

  /** Those included that are being started. */
  get names(): readonly string[] {
    return [...new Set([...this.#networks.keys(), ...this.#starting])];
  }

  find(network: string): ServedNetwork | undefined {
    return this.#networks.get(network);
  }

  /** Throws `network_unknown`. */
  known(network: string): ServedNetwork {
    const served = this.#networks.get(network);
    if (served) return served;
    const names = [...this.#networks.keys()];
    const nearest = nearestName(network, names);
    const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    const there =
      names.length === 0 ? 'None runs.' : `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
    throw new FakeNosError('network_unknown', `There is no network ${network}. ${guess.trim() || there}`);
  }

  /** Keeps a name for a network while it is being started; throws `network_running` or `too_many_networks`. */
  reserve(network: string): Disposable {
    if (this.#networks.get(network)?.isAlive) {
      const message = `The network ${network} runs already. Stop or restart it, or choose another name.`;
      throw new FakeNosError('network_running', message);
    }
    const others = this.names.filter((name) => name !== network).length;
    if (others >= this.#maxNetworks) {
      const message = `There are ${others} networks already, and at most ${this.#maxNetworks}. Stop one of them, or allow more.`;
      throw new FakeNosError('too_many_networks', message);
    }
    this.#starting.add(network);
    return { [Symbol.dispose]: () => void this.#starting.delete(network) };
  }

  add(served: ServedNetwork): void {
    this.#networks.set(served.name, served);
  }

  remove({ name }: ServedNetwork): void {
    this.#networks.delete(name);
  }
}
