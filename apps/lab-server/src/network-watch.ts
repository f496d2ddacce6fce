import type { FakeNosEvent } from '@remote-lab/fakenos';
import type { Logger } from './logging/logger';

/** What a {@link NetworkWatch} writes to. */
export interface NetworkWatchParts {
  readonly logger: Logger;
  /** The history; a rejection is logged. */
  readonly record: (entry: { readonly kind: string; readonly detail: string }) => Promise<void>;
}

/** Writes what becomes of fake networks to log and history, and remembers what an operator should look at. */
export class NetworkWatch {
  readonly #parts: NetworkWatchParts;
  readonly #troubles = new Map<string, string>();

  constructor(parts: NetworkWatchParts) {
    this.#parts = parts;
  }

  /** A sentence for each network that has ended by itself, or did not start with the server or again. */
  get notes(): readonly string[] {
    return [...this.#troubles.values()];
  }

  /** Takes note of what has become of a network. */
  readonly hear = ({ type, network, message }: FakeNosEvent): void => {
    const { logger, record } = this.#parts;
    const isTrouble = type === 'fakenos.died' || type === 'fakenos.failed';
    if (isTrouble) this.#troubles.set(network, message);
    else this.#troubles.delete(network);
    logger[isTrouble ? 'error' : 'info'](`${type}: ${message}`);
    record({ kind: type, detail: message }).catch((error: unknown) =>
      logger.warning(`The history could not be written: ${String(error)}`),
    );
  };
}
