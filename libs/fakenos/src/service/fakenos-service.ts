import { release, type } from 'node:os';
import type { Behavior } from '../behavior/behavior';
import { FakeNosError, messageOf } from '../errors';
import type { NetworkOrder } from '../network/network-messages';
import type { RunningNetwork } from '../network/running-network';
import type { Recording, SessionSummary } from '../recording/recording';
import { changeBehavior } from './change-behavior';
import { checkWorkers } from './check-workers';
import { createResolver } from './create-resolver';
import { EventTeller } from './event-teller';
import type { FakeNosConfiguration } from './fakenos-configuration';
import type { FakeNosServiceOptions } from './fakenos-service-options';
import type { InventoryResolver } from './inventory-resolver';
import { endServed, launchServed } from './launch-served';
import type { NetworkDetails } from './network-details';
import { checkNetworkName } from './network-name';
import { NetworkRegistry } from './network-registry';
import { NetworkTurns } from './network-turns';
import type { NornirInventory, NornirRequest } from './nornir-inventory';
import { nornirInventory } from './nornir-inventory';
import { ServedNetwork } from './served-network';
import type { FakeNosCall, FakeNosTask, StartRequest, Workers } from './service-call';
import { TaskDeadline } from './task-deadline';

const MAX_NETWORKS = 100;

/** Who only looks waits as long as it takes. */
const NEVER = new AbortController().signal;

/**
 * Fake networks by name, each a process of its own. What changes one network waits for what changes the same one, and for
 * no other.
 *
 * - open: from the beginning.
 * - closed: from the first dispose; starts under way are given up, networks are being stopped, nothing starts any more.
 */
export class FakeNosService implements AsyncDisposable {
  readonly #options: FakeNosServiceOptions;
  readonly #resolver: InventoryResolver;
  readonly #events: EventTeller;
  readonly #networks: NetworkRegistry;
  readonly #turns = new NetworkTurns();
  readonly #closing = new AbortController();

  constructor(options: FakeNosServiceOptions) {
    this.#options = options;
    this.#networks = new NetworkRegistry(options.maxNetworks ?? MAX_NETWORKS);
    this.#resolver = createResolver(options);
    this.#events = new EventTeller(options);
  }

  /**
   * Loads the operator's platforms, which logs what of the configuration is of no use, and starts the declared networks that
   * ask for it, side by side. Never rejects because one fails: resolves to why, by name, for those that did.
   */
  async autoStart(signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const declared = Object.entries(this.#options.configuration.networks ?? {});
    const wanted = declared.filter(([, network]) => network?.auto_start === true);
    const failures = new Map<string, string>();
    await this.#resolver.prepare();
    await Promise.all(
      wanted.map(async ([network]) => {
        try {
          await this.start({ network }, signal ? { signal } : {});
        } catch (error) {
          failures.set(network, messageOf(error));
          this.#events.tell(
            'fakenos.failed',
            network,
            `was not started with the service: ${messageOf(error)}`,
          );
        }
      }),
    );
    return failures;
  }

  /** Refuses with `unknown_worker` whatever does not mean this worker; for tasks that only look. */
  checkWorkers(workers: Workers | undefined): void {
    checkWorkers(workers, this.#options.hostName);
  }

  /**
   * Starts a network; resolves when every host listens. Rejects, with nothing left running, with FakeNosError
   * `invalid_name`, `network_running`, `too_many_networks`, `unknown_worker`, `invalid_inventory`, `inventory_unreachable`,
   * `inventory_not_allowed`, `unsupported_platform`, `unsupported_device`, `invalid_platform_file`,
   * `unsupported_platform_file`, `port_in_use`, `bind_failed`, `network_start_failed`, `start_timeout` or `service_closed`.
   */
  async start(
    request: StartRequest,
    call: FakeNosCall = {},
  ): Promise<Readonly<Record<string, NetworkDetails>>> {
    const { network, inventory, timeout, workers } = request;
    checkNetworkName(network);
    checkWorkers(workers, this.#options.hostName);
    const signal = this.#untilClosed(call);
    return this.#inTurn(network, { signal, timeout }, async (deadline) => {
      using reserved = this.#networks.reserve(network);
      const plan = await this.#resolver.resolve(network, inventory, { ...call, signal: deadline.signal });
      const running = await this.#launch(network, plan.order, call, deadline);
      const served = new ServedNetwork(network, plan, running, { now: () => this.#options.clock.now() });
      this.#networks.add(served);
      reserved[Symbol.dispose]();
      this.#events.watch(served);
      this.#events.tell('fakenos.started', network, `has ${hostsOf(running)} (process ${running.pid}).`);
      return { [network]: await served.details() };
    });
  }

  /**
   * Stops a network and starts it again from the inventory that it had, on the ports that it had where they are still free.
   * Rejects as `start` does once it has an inventory, and with `network_unknown`; a network that does not start again stays listed, dead.
   */
  async restart(network: string, task: FakeNosTask = {}): Promise<Readonly<Record<string, NetworkDetails>>> {
    checkWorkers(task.workers, this.#options.hostName);
    const signal = this.#untilClosed(task);
    return this.#inTurn(network, { signal, timeout: task.timeout }, async (deadline) => {
      const served = this.#networks.known(network);
      const order = served.orderAgain;
      await endServed(served, task);
      try {
        const running = await this.#launch(network, order, task, deadline);
        served.replace(running);
        this.#events.watch(served);
        this.#events.tell(
          'fakenos.restarted',
          network,
          `has ${hostsOf(running)} again (process ${running.pid}).`,
        );
      } catch (error) {
        served.failRestart(messageOf(error));
        this.#events.tell('fakenos.failed', network, `did not start again: ${messageOf(error)}`);
        throw error;
      }
      return { [network]: await served.details() };
    });
  }

  /**
   * Stops a network, or all of them; resolves when their processes are gone, to those that were stopped. Rejects with
   * `network_unknown` when one is named and unknown, and with `network_stop_failed`; the others are stopped nevertheless.
   */
  async stop(network?: string, task: FakeNosTask = {}): Promise<Readonly<Record<string, 'stopped'>>> {
    checkWorkers(task.workers, this.#options.hostName);
    if (network !== undefined)
      return this.#inTurn(network, task, () => this.#forget(this.#networks.known(network), task));
    const outcomes = await Promise.allSettled(
      this.#networks.names.map((name) =>
        this.#inTurn(name, task, async () => {
          const served = this.#networks.find(name);
          return served ? this.#forget(served, task) : {};
        }),
      ),
    );
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
    const stopped = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    return Object.fromEntries(stopped.flatMap((one) => Object.entries(one)));
  }

  /** Names of the networks, those included whose process died. Rejects with `network_unknown` when one is named and unknown. */
  inspectNetworks(request: {
    readonly network?: string | undefined;
    readonly details: false;
  }): Promise<readonly string[]>;
  /** What they are like by name, those included whose process died. A network that is just being changed is waited for if it is named. */
  inspectNetworks(request?: {
    readonly network?: string | undefined;
    readonly details?: true;
  }): Promise<Readonly<Record<string, NetworkDetails>>>;
  async inspectNetworks({
    network,
    details = true,
  }: { readonly network?: string | undefined; readonly details?: boolean } = {}): Promise<
    readonly string[] | Readonly<Record<string, NetworkDetails>>
  > {
    if (network !== undefined) await this.#turns.take(network, NEVER, () => Promise.resolve());
    const served = network === undefined ? this.#networks.all : [this.#networks.known(network)];
    if (!details) return served.map(({ name }) => name);
    const all = await Promise.all(served.map(async (one) => [one.name, await one.details()] as const));
    return Object.fromEntries(all);
  }

  /** The configuration as it was given. */
  getInventory(): FakeNosConfiguration {
    return this.#options.configuration;
  }

  /**
   * The hosts of the networks that live, for Nornir. Hosts whose name several networks have are called `network-host`;
   * a notice says so. Throws `network_unknown` when one is named and unknown.
   */
  getNornirInventory(request: NornirRequest = {}, call: FakeNosCall = {}): NornirInventory {
    const { network, advertiseHost = this.#options.advertiseHost } = request;
    const served = network === undefined ? this.#networks.all : [this.#networks.known(network)];
    return nornirInventory(served, {
      ...request,
      bind: this.#options.bind,
      advertiseHost,
      onNotice: (name, message) => call.onProgress?.({ kind: 'notice', network: name, message }),
    });
  }

  /**
   * Has hosts of a running network behave so from now on, whatever they did before; `{}` ends it. Resolves to how
   * every host of the network behaves. Rejects with `network_unknown`, `network_not_running`, `host_unknown`,
   * `invalid_behavior`.
   */
  async setBehavior(
    network: string,
    hosts: 'all' | readonly string[],
    behavior: unknown,
  ): Promise<Readonly<Record<string, Behavior>>> {
    return changeBehavior(this.#networks.known(network), hosts, behavior);
  }

  /** How every host of a running network behaves. Rejects with `network_unknown`, `network_not_running`. */
  async getBehavior(network: string): Promise<Readonly<Record<string, Behavior>>> {
    return this.#networks.known(network).ask('getBehavior', {});
  }

  /** The sessions on a running network that are remembered, the oldest first. Rejects with `network_unknown`, `network_not_running`. */
  async getSessions(network: string): Promise<readonly SessionSummary[]> {
    return this.#networks.known(network).ask('getSessions', {});
  }

  /** What was said in a session. Rejects with `network_unknown`, `network_not_running`, `recording_unknown`. */
  async getRecording(network: string, session: string): Promise<Recording> {
    return this.#networks.known(network).ask('getRecording', { session });
  }

  /** Versions by name: of this service, of Node, of its TLS library, and of the system. */
  getVersion(): Readonly<Record<string, string>> {
    const { version } = this.#options;
    const { node, openssl = '' } = process.versions;
    return { fakenos: version, node, openssl, platform: `${type()} ${release()}` };
  }

  /** Kills every network at once, without waiting: the last resort of a process that exits. */
  kill(): void {
    this.#close();
    for (const { running } of this.#networks.all) running.kill();
  }

  /** Gives starts up and stops every network; nothing starts any more. Rejects with `network_stop_failed`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#close();
    await this.stop();
  }

  #close(): void {
    this.#closing.abort(new FakeNosError('service_closed', 'The service of fake networks is being closed.'));
  }

  #untilClosed({ signal }: FakeNosCall): AbortSignal {
    return signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
  }

  /** Runs a task in its network's turn, within its time. */
  async #inTurn<T>(
    network: string,
    { signal, timeout }: { readonly signal?: AbortSignal | undefined; readonly timeout?: number | undefined },
    work: (deadline: TaskDeadline) => Promise<T>,
  ): Promise<T> {
    using deadline = new TaskDeadline(network, { timeout, signal, now: () => this.#options.clock.now() });
    // Awaited here: the deadline ends with this function.
    return await this.#turns.take(network, deadline.signal, () => work(deadline));
  }

  #launch(
    network: string,
    order: NetworkOrder,
    { onProgress }: FakeNosCall,
    deadline: TaskDeadline,
  ): Promise<RunningNetwork> {
    const { logger } = this.#options;
    const networks = this.#networks.all;
    return launchServed(network, order, { logger, networks, deadline, ...(onProgress && { onProgress }) });
  }

  async #forget(served: ServedNetwork, call: FakeNosCall): Promise<Readonly<Record<string, 'stopped'>>> {
    await endServed(served, call);
    this.#networks.remove(served);
    this.#events.tell('fakenos.stopped', served.name, 'was stopped.');
    return { [served.name]: 'stopped' };
  }
}

function hostsOf({ devices: { length } }: RunningNetwork): string {
  return length === 1 ? '1 host' : `${length} hosts`;
}
