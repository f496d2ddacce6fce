import { release, type } from 'node:os';
import { resolve } from 'node:path';
import { nearestName } from '@remote-lab/topology';
import type { Behavior } from '../behavior/behavior';
import { behaviorSchema } from '../behavior/behavior-schema';
import { documentChecker } from '../documents/document-checker';
import { DocumentReader } from '../documents/document-reader';
import { refusedDocument } from '../documents/refuse-document';
import { FakeNosError, messageOf } from '../errors';
import type { NetworkPlan } from '../inventory/network-plan';
import type { Logger } from '../logger';
import { launchNetwork } from '../network/launch-network';
import { describeExit } from '../network/network-child';
import type { NetworkOrder } from '../network/network-messages';
import type { RunningNetwork } from '../network/running-network';
import type { Recording, SessionSummary } from '../recording/recording';
import { checkWorkers } from './check-workers';
import type { FakeNosConfiguration } from './fakenos-configuration';
import type { FakeNosEvent } from './fakenos-event';
import { InventoryResolver } from './inventory-resolver';
import { loadCatalogue } from './load-catalogue';
import type { NetworkDetails } from './network-details';
import { checkNetworkName } from './network-name';
import { NetworkTurns } from './network-turns';
import type { NornirInventory, NornirRequest } from './nornir-inventory';
import { nornirInventory } from './nornir-inventory';
import { refuseTakenPorts } from './refuse-taken-ports';
import { ServedNetwork } from './served-network';
import type { FakeNosCall, FakeNosTask, StartRequest, Workers } from './service-call';
import { TaskDeadline } from './task-deadline';

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
  /** Hears what becomes of networks, at once; the logger does when absent, of what is bad as an error. Must not throw. */
  readonly onEvent?: (event: FakeNosEvent) => void;
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

const MAX_NETWORKS = 100;
const MAX_HOSTS = 5_000;

/** Who only looks waits as long as it takes. */
const NEVER = new AbortController().signal;
const behaviors = documentChecker<Behavior>(behaviorSchema);

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
  readonly #networks = new Map<string, ServedNetwork>();
  /** Networks that are being started for the first time; they count as well. */
  readonly #starting = new Set<string>();
  readonly #turns = new NetworkTurns();
  readonly #closing = new AbortController();

  constructor(options: FakeNosServiceOptions) {
    const { configuration, configurationFolder, bind, logger, maxHosts = MAX_HOSTS } = options;
    const { inventory_folders: folders, allowed_urls: allowedUrls } = configuration;
    const reader = new DocumentReader({
      folders: (folders ?? []).map((folder) => resolve(configurationFolder, folder)),
      allowedUrls: allowedUrls ?? [],
      fetch: options.fetch ?? fetch,
    });
    let catalogue: ReturnType<typeof loadCatalogue> | undefined;
    this.#options = options;
    this.#resolver = new InventoryResolver({
      configuration,
      configurationFolder,
      reader,
      catalogue: () => (catalogue ??= loadCatalogue({ configuration, configurationFolder, reader, logger })),
      bind,
      maxHosts,
    });
  }

  /**
   * Starts the declared networks that ask for it, side by side. Never rejects because one fails: resolves to why, by name,
   * for those that did.
   */
  async autoStart(signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const declared = Object.entries(this.#options.configuration.networks ?? {});
    const wanted = declared.filter(([, network]) => network?.auto_start === true);
    const failures = new Map<string, string>();
    await Promise.all(
      wanted.map(async ([network]) => {
        try {
          await this.start({ network }, signal ? { signal } : {});
        } catch (error) {
          failures.set(network, messageOf(error));
          this.#tell('fakenos.failed', network, `was not started with the service: ${messageOf(error)}`);
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
      this.#refuseAnother(network);
      this.#starting.add(network);
      try {
        const plan = await this.#resolver.resolve(network, inventory, { ...call, signal: deadline.signal });
        const running = await this.#launch(network, plan.order, call, deadline);
        const details = await this.#serve(network, plan, running);
        this.#tell('fakenos.started', network, `has ${hostsOf(running)} (process ${running.pid}).`);
        return details;
      } finally {
        this.#starting.delete(network);
      }
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
      const served = this.#known(network);
      const order = served.orderAgain;
      await this.#end(served, task);
      try {
        const running = await this.#launch(network, order, task, deadline);
        served.replace(running);
        this.#watch(served);
        this.#tell('fakenos.restarted', network, `has ${hostsOf(running)} again (process ${running.pid}).`);
      } catch (error) {
        served.failRestart(messageOf(error));
        this.#tell('fakenos.failed', network, `did not start again: ${messageOf(error)}`);
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
      return this.#inTurn(network, task, () => this.#forget(this.#known(network), task));
    const names = new Set([...this.#networks.keys(), ...this.#starting]);
    const outcomes = await Promise.allSettled(
      [...names].map((name) =>
        this.#inTurn(name, task, async () => {
          const served = this.#networks.get(name);
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
    const served = network === undefined ? [...this.#networks.values()] : [this.#known(network)];
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
    const served = network === undefined ? [...this.#networks.values()] : [this.#known(network)];
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
    if (!behaviors.is(behavior))
      throw refusedDocument('invalid_behavior', 'The behaviour', behaviors.problems(behavior));
    const served = this.#known(network);
    const names = served.devices.map(({ name }) => name);
    const strange = hosts === 'all' ? undefined : hosts.find((host) => !names.includes(host));
    if (strange !== undefined) throw unknownHost(strange, network, names);
    return served.ask('setBehavior', { hosts, behavior });
  }

  /** How every host of a running network behaves. Rejects with `network_unknown`, `network_not_running`. */
  async getBehavior(network: string): Promise<Readonly<Record<string, Behavior>>> {
    return this.#known(network).ask('getBehavior', {});
  }

  /** The sessions on a running network that are remembered, the oldest first. Rejects with `network_unknown`, `network_not_running`. */
  async getSessions(network: string): Promise<readonly SessionSummary[]> {
    return this.#known(network).ask('getSessions', {});
  }

  /** What was said in a session. Rejects with `network_unknown`, `network_not_running`, `recording_unknown`. */
  async getRecording(network: string, session: string): Promise<Recording> {
    return this.#known(network).ask('getRecording', { session });
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
    for (const { running } of this.#networks.values()) running.kill();
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
    return this.#turns.take(network, deadline.signal, () => work(deadline));
  }

  #refuseAnother(network: string): void {
    if (this.#networks.get(network)?.isAlive) {
      const message = `The network ${network} runs already. Stop or restart it, or choose another name.`;
      throw new FakeNosError('network_running', message);
    }
    const { maxNetworks = MAX_NETWORKS } = this.#options;
    const others = new Set([...this.#networks.keys(), ...this.#starting]);
    others.delete(network);
    if (others.size < maxNetworks) return;
    const message = `There are ${others.size} networks already, and at most ${maxNetworks}. Stop one of them, or allow more.`;
    throw new FakeNosError('too_many_networks', message);
  }

  async #launch(
    network: string,
    order: NetworkOrder,
    { onProgress }: FakeNosCall,
    deadline: TaskDeadline,
  ): Promise<RunningNetwork> {
    refuseTakenPorts(network, order, [...this.#networks.values()]);
    const of = order.nodes.length;
    let up = 0;
    onProgress?.({ kind: 'starting_network', network, message: `${network}: starting network`, up, of });
    const running = await launchNetwork(order, {
      logger: this.#options.logger,
      deadlineMs: deadline.leftMs,
      signal: deadline.callerSignal,
      onListening: (devices) => {
        up += devices.length;
        onProgress?.({ kind: 'hosts_up', network, message: `${network}: ${up} of ${of} hosts up`, up, of });
      },
    });
    onProgress?.({ kind: 'network_up', network, message: `${network}: every host listens`, up, of });
    return running;
  }

  async #serve(
    network: string,
    plan: NetworkPlan,
    running: RunningNetwork,
  ): Promise<Readonly<Record<string, NetworkDetails>>> {
    const served = new ServedNetwork(network, plan, running, { now: () => this.#options.clock.now() });
    this.#networks.set(network, served);
    this.#watch(served);
    return { [network]: await served.details() };
  }

  /** Says so when a network ends that nobody stopped. */
  #watch(served: ServedNetwork): void {
    const { running } = served;
    void running.exited.then((exit) => {
      if (running.isStopping) return;
      this.#tell('fakenos.died', served.name, `has died: its process ${describeExit(exit)}`);
    });
  }

  async #forget(served: ServedNetwork, call: FakeNosCall): Promise<Readonly<Record<string, 'stopped'>>> {
    await this.#end(served, call);
    this.#networks.delete(served.name);
    this.#tell('fakenos.stopped', served.name, 'was stopped.');
    return { [served.name]: 'stopped' };
  }

  async #end({ name: network, running, isAlive }: ServedNetwork, { onProgress }: FakeNosCall): Promise<void> {
    if (!isAlive) return;
    onProgress?.({ kind: 'stopping_network', network, message: `${network}: stopping network` });
    const { signal } = await running.stop();
    const how = signal === 'SIGKILL' ? 'it did not stop when asked and was killed' : 'stopped';
    onProgress?.({ kind: 'network_stopped', network, message: `${network}: ${how}` });
  }

  #tell(type: FakeNosEvent['type'], network: string, words: string): void {
    const message = `The network ${network} ${words}`;
    const { onEvent, logger } = this.#options;
    if (onEvent !== undefined) return onEvent({ type, network, message });
    const isBad = type === 'fakenos.died' || type === 'fakenos.failed';
    return isBad ? logger.error(message) : logger.debug(message);
  }

  #known(network: string): ServedNetwork {
    const served = this.#networks.get(network);
    if (served) return served;
    const names = [...this.#networks.keys()];
    const there =
      names.length === 0 ? 'None runs.' : `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
    throw new FakeNosError('network_unknown', `There is no network ${network}. ${there}`);
  }
}

function hostsOf({ devices: { length } }: RunningNetwork): string {
  return length === 1 ? '1 host' : `${length} hosts`;
}

function unknownHost(host: string, network: string, names: readonly string[]): FakeNosError {
  const nearest = nearestName(host, names);
  const guess = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return new FakeNosError('host_unknown', `The network ${network} has no host ${host}.${guess}`);
}
