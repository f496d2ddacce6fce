import type { Behavior } from '../behavior/behavior';
import type { Recording, SessionSummary } from '../recording/recording';
import type { FakeNosConfiguration } from './fakenos-configuration';
import type { Logger } from '../logger';
import type { NetworkDetails } from './network-details';
import type { NornirInventory } from './nornir-inventory';
import type { FakeNosCall, FakeNosTask, StartRequest } from './service-call';

/** What a {@link FakeNosService} is made of. */
export interface FakeNosServiceOptions {
  /** Checked: see `readFakeNosConfiguration`. */
  readonly configuration: FakeNosConfiguration;
  /** Where relative paths of the configuration begin. */
  readonly configurationFolder: string;
  /** Address that hosts listen on whose inventory says nothing else. */
  readonly bind: string;
  /** Address at which hosts are announced; the one they listen on when absent. */
  readonly advertiseHost?: string;
  /** What this worker is called. */
  readonly hostName: string;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: FakeNosClock;
  /** For inventories and platform files behind URLs; the global one when absent. */
  readonly fetch?: typeof fetch;
  /** Networks at the same time, those that died included; 100 when absent. */
  readonly maxNetworks?: number;
  /** Hosts of one network; 5,000 when absent. */
  readonly maxHosts?: number;
}

export interface FakeNosClock {
  /** Monotonic milliseconds. */
  now(): number;
  date(): Date;
}

/** Fake networks by name, each a process of its own. What changes one network waits for what changes the same one, and for no other. */
export class FakeNosService implements AsyncDisposable {
  readonly #options: FakeNosServiceOptions;

  constructor(options: FakeNosServiceOptions) {
    this.#options = options;
  }

  /** Starts the declared networks that ask for it, side by side. One that fails is logged; never rejects because of it. */
  autoStart(signal?: AbortSignal): Promise<void> {
    return Promise.reject(this.#notYet(signal));
  }

  /**
   * Starts a network; resolves when every host listens. Rejects, with nothing left running, with FakeNosError
   * `network_running`, `too_many_networks`, `unknown_worker`, `invalid_inventory`, `inventory_unreachable`,
   * `inventory_not_allowed`, `unsupported_platform`, `port_in_use`, `bind_failed`, `network_start_failed`,
   * `start_timeout` or `service_closed`.
   */
  start(request: StartRequest, call?: FakeNosCall): Promise<Readonly<Record<string, NetworkDetails>>> {
    return Promise.reject(this.#notYet(request, call));
  }

  /** Stops a network and starts it again from the inventory that it had. Rejects as `start`, and with `network_unknown`. */
  restart(network: string, task?: FakeNosTask): Promise<Readonly<Record<string, NetworkDetails>>> {
    return Promise.reject(this.#notYet(network, task));
  }

  /** Stops a network, or all of them; resolves when their processes are gone. Rejects with `network_unknown`, `network_stop_failed`. */
  stop(network?: string, task?: FakeNosTask): Promise<Readonly<Record<string, 'stopped'>>> {
    return Promise.reject(this.#notYet(network, task));
  }

  /** Names of the networks, those included whose process died. Rejects with `network_unknown` when one is named and unknown. */
  inspectNetworks(request: {
    readonly network?: string;
    readonly details: false;
  }): Promise<readonly string[]>;
  /** What they are like by name, those included whose process died. */
  inspectNetworks(request?: {
    readonly network?: string;
    readonly details?: true;
  }): Promise<Readonly<Record<string, NetworkDetails>>>;
  inspectNetworks(): Promise<readonly string[] | Readonly<Record<string, NetworkDetails>>> {
    return Promise.reject(this.#notYet());
  }

  /** The configuration as it was given. */
  getInventory(): FakeNosConfiguration {
    return this.#options.configuration;
  }

  /** The hosts of the networks that live, for Nornir. Hosts whose name two networks have are called `network-host`; a notice says so. */
  getNornirInventory(
    request?: { readonly network?: string; readonly groups?: string | readonly string[] },
    call?: FakeNosCall,
  ): Promise<NornirInventory> {
    return Promise.reject(this.#notYet(request, call));
  }

  /**
   * Has hosts of a running network behave so from now on, whatever they did before; `{}` ends it. Resolves to how
   * every host of the network behaves. Rejects with `network_unknown`, `network_not_running`, `host_unknown`,
   * `invalid_behavior`.
   */
  setBehavior(
    network: string,
    hosts: 'all' | readonly string[],
    behavior: unknown,
  ): Promise<Readonly<Record<string, Behavior>>> {
    return Promise.reject(this.#notYet(network, hosts, behavior));
  }

  /** How every host of a running network behaves. Rejects with `network_unknown`, `network_not_running`. */
  getBehavior(network: string): Promise<Readonly<Record<string, Behavior>>> {
    return Promise.reject(this.#notYet(network));
  }

  /** The sessions on a running network that are remembered, the oldest first. Rejects with `network_unknown`, `network_not_running`. */
  getSessions(network: string): Promise<readonly SessionSummary[]> {
    return Promise.reject(this.#notYet(network));
  }

  /** What was said in a session. Rejects with `network_unknown`, `network_not_running`, `recording_unknown`. */
  getRecording(network: string, sessionId: string): Promise<Recording> {
    return Promise.reject(this.#notYet(network, sessionId));
  }

  /** Versions by name: of this service, of Node, and of the system. */
  getVersion(): Readonly<Record<string, string>> {
    return {};
  }

  /** Kills every network at once, without waiting: the last resort of a process that exits. */
  kill(): void {}

  /** Stops every network; nothing starts any more. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #notYet(...asked: readonly unknown[]): Error {
    return new Error(`${this.#options.hostName} cannot do that yet (${asked.length}).`);
  }
}
