import { describeExit } from '../network/network-child';
import type { FakeNosEvent } from './fakenos-event';
import type { FakeNosServiceOptions } from './fakenos-service-options';
import type { ServedNetwork } from './served-network';

/** Tells what becomes of networks, to whoever listens or to the log. */
export class EventTeller {
  readonly #options: Pick<FakeNosServiceOptions, 'onEvent' | 'logger'>;

  constructor(options: Pick<FakeNosServiceOptions, 'onEvent' | 'logger'>) {
    this.#options = options;
  }

  /** `words` follow "The network …". */
  tell(type: FakeNosEvent['type'], network: string, words: string): void {
    const message = `The network ${network} ${words}`;
    const { onEvent, logger } = this.#options;
    if (onEvent !== undefined) return onEvent({ type, network, message });
    const isBad = type === 'fakenos.died' || type === 'fakenos.failed';
    return isBad ? logger.error(message) : logger.debug(message);
  }

  /** Tells when the network's process ends and nobody has asked it to. */
  watch({ name, running }: ServedNetwork): void {
    void running.exited.then((exit) => {
      if (!running.isStopping) this.tell('fakenos.died', name, `has died: its process ${describeExit(exit)}`);
    });
  }
}
