import { setMaxListeners } from 'node:events';
import { Refusal } from './refusal';

/**
 * Where the server is in its life.
 *
 * - `starting`: from the bound port on; requests that need the services wait, `/readyz` says what is missing.
 * - `ready`: entered once, by {@link Lifecycle.ready}.
 * - `draining`: entered at the first signal to stop; nothing new is begun, what runs may finish.
 */
export type Phase = 'starting' | 'ready' | 'draining';

/** Holds the services until they are there, and tells everybody when the end begins. */
export class Lifecycle<Services> {
  readonly #services: Promise<Services>;
  #resolve: (services: Services) => void = () => undefined;
  #reject: (reason: Refusal) => void = () => undefined;
  #phase: Phase = 'starting';
  readonly #draining = new AbortController();
  #step = 'The server has just started.';

  constructor() {
    // One for each request that waits.
    setMaxListeners(0, this.#draining.signal);
    this.#services = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Those who wait see the rejection; nobody may be waiting.
    this.#services.catch(() => undefined);
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Aborted when draining begins: for those who would otherwise wait for things to happen. */
  get draining(): AbortSignal {
    return this.#draining.signal;
  }

  /** The sentence for `/readyz` while starting: what is being done now. */
  get step(): string {
    return this.#step;
  }

  /** Notes what start-up is doing. */
  starting(step: string): void {
    this.#step = step;
  }

  /** Start-up is complete. */
  ready(services: Services): void {
    if (this.#phase === 'starting') this.#phase = 'ready';
    this.#resolve(services);
  }

  /** Refuses new work from now on, also that of requests that still wait for start-up. */
  drain(): void {
    this.#phase = 'draining';
    this.#draining.abort();
    this.#reject(
      new Refusal('shutting_down', 'The server stopped before it was ready; ask again after its restart.'),
    );
  }

  /** Resolves when start-up is complete. @throws {Refusal} `shutting_down` when that will not be. */
  services(): Promise<Services> {
    return this.#services;
  }

  /** @throws {Refusal} `shutting_down` while draining. */
  refuseNewWork(): void {
    if (this.#phase === 'draining') {
      throw new Refusal(
        'shutting_down',
        'The server is going down; the queue is kept, ask again after its restart.',
      );
    }
  }
}
