import type {
  BackendCall,
  BackendLab,
  Device,
  LabBackend,
  LabOrder,
  LabRecord,
  ReclaimReport,
} from '@remote-lab/lab-manager';
import { probeProcess } from '@remote-lab/lab-manager';
import type { TopologyBundle, TopologyModel, TopologyReader } from '@remote-lab/topology';
import { netmikoPlatform } from '@remote-lab/protocol';
import { builtinTopologyReader, deviceType, readUnlessPlugins } from '@remote-lab/topology';
import { buildDevices } from './device/build-devices';
import { endProcess } from './end-process';
import { FakeNosError, messageOf } from './errors';
import { inspectNode, loginOf } from './inspect-node';
import { labNotes, readLabNotes } from './lab-notes';
import type { Logger } from './logger';
import { silentLogger } from './logger';
import type { RunningNetwork } from './network/running-network';
import { startFakeNetwork } from './network/start-fake-network';
import { platformEntryFor, platformFor, platformIndex } from './platforms';
import { recentModels } from './recent-models';

export interface FakeNosBackendOptions {
  /** Address that devices listen on: `127.0.0.1`, `0.0.0.0`, `::`. */
  readonly bindHost: string;
  /** Who reads topologies; by default our own reader, which runs nothing of them. */
  readonly reader?: TopologyReader;
  readonly logger?: Logger;
}

interface FakeLab {
  readonly network: RunningNetwork;
  readonly devices: readonly Device[];
  exit: string | undefined;
}

const DEFAULT_LAB_NAME = 'lab';

/**
 * Builds labs of fake devices: one process for each lab, one SSH server for each node of its topology.
 * The labs of this backend end with the process it lives in, however that one ends.
 */
export class FakeNosBackend implements LabBackend {
  readonly name = 'fakenos';
  readonly #bindHost: string;
  readonly #reader: TopologyReader;
  readonly #read: (bundle: TopologyBundle, signal: AbortSignal) => Promise<TopologyModel>;
  readonly #logger: Logger;
  readonly #labs = new Map<number, FakeLab>();
  readonly #starts = new Set<AbortController>();

  constructor({ bindHost, reader = builtinTopologyReader, logger = silentLogger }: FakeNosBackendOptions) {
    this.#bindHost = bindHost;
    this.#reader = reader;
    this.#read = recentModels(reader, DEFAULT_LAB_NAME);
    this.#logger = logger;
  }

  /**
   * Throws TopologyError `invalid_topology`, or a FakeNosError `unsupported_device` that names the device types there are.
   * Runs nothing of the bundle, whoever reads it in the end.
   */
  async check(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel | undefined> {
    if (this.#reader.name === builtinTopologyReader.name) return this.#readSupported(bundle, signal);
    signal.throwIfAborted();
    const model = readUnlessPlugins(bundle, DEFAULT_LAB_NAME);
    if (model !== undefined) refuseUnsupported(model);
    return model;
  }

  /** Has the reader read the bundle; throws as it does, or `unsupported_device`. */
  async rehearse(bundle: TopologyBundle, { signal }: BackendCall): Promise<void> {
    await this.#readSupported(bundle, signal);
  }

  async up(order: LabOrder, call: BackendCall): Promise<BackendLab> {
    const start = new AbortController();
    const signal = AbortSignal.any([call.signal, start.signal]);
    this.#starts.add(start);
    try {
      const model = await this.#readSupported(order.bundle, signal);
      const network = await startFakeNetwork(
        {
          model,
          bind: this.#bindHost,
          loginOf: (node) => loginOf(node, model.provider),
          onOutput: call.onOutput,
          logger: this.#logger,
        },
        signal,
      );
      const identity = await probeProcess(network.pid);
      if (identity && !signal.aborted) {
        const devices = inspectDevices(model, network, order.advertiseHost);
        this.#keep(order.generation, network, devices);
        const gone = network.exited.then(({ code, signal: by, lastWords }) => {
          const words = lastWords.length === 0 ? '' : `; its last words: ${lastWords.join(' ')}`;
          return `The process of the fake devices ended (${by ?? `status ${code}`})${words}.`;
        });
        return { devices, notes: labNotes(identity), gone };
      }
      await network.stop();
      signal.throwIfAborted();
      throw new FakeNosError('network_start_failed', 'The network ended as soon as it was up. Try again.');
    } finally {
      this.#starts.delete(start);
    }
  }

  async down(lab: LabRecord): Promise<void> {
    const running = this.#labs.get(lab.generation);
    const left = readLabNotes(lab);
    if (running) await running.network.stop();
    else if (left) await endProcess(left);
    this.#labs.delete(lab.generation);
  }

  /** Rejects with `lab_not_running` when the lab is not up, or its process has ended by itself. */
  inspect(lab: LabRecord): Promise<readonly Device[]> {
    const running = this.#labs.get(lab.generation);
    if (running && running.exit === undefined) return Promise.resolve(running.devices);
    const reason = running?.exit ?? 'it was never started here, or has been torn down';
    const message = `Lab generation ${lab.generation} is not running: ${reason}. Acquire it again.`;
    return Promise.reject(new FakeNosError('lab_not_running', message));
  }

  /** A fake lab does not outlive its server for longer than it takes to notice; what is caught doing so is ended. */
  async reclaim(lab: LabRecord | undefined): Promise<ReclaimReport> {
    const left = lab?.backend === this.name ? readLabNotes(lab) : undefined;
    if (!lab || !left) return { reclaimed: [], foreign: [] };
    try {
      const ended = await endProcess(left);
      const sentence = `Network process ${left.pid} of lab generation ${lab.generation} was still there and was ended.`;
      return { reclaimed: ended ? [sentence] : [], foreign: [] };
    } catch (error) {
      return { reclaimed: [], foreign: [messageOf(error)] };
    }
  }

  abandon(): void {
    for (const start of this.#starts)
      start.abort(new FakeNosError('network_start_failed', 'The server exits.'));
    for (const { network } of this.#labs.values()) network.kill();
  }

  async #readSupported(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel> {
    const model = await this.#read(bundle, signal);
    refuseUnsupported(model);
    return model;
  }

  #keep(generation: number, network: RunningNetwork, devices: readonly Device[]): void {
    const lab: FakeLab = { network, devices, exit: undefined };
    this.#labs.set(generation, lab);
    void network.exited.then(({ code, signal, lastWords }) => {
      lab.exit = `its process ended (${signal ?? `status ${code}`})`;
      this.#logger.info(`The network of lab generation ${generation} has ended.`, {
        code,
        signal,
        lastWords,
      });
    });
  }
}

function inspectDevices(model: TopologyModel, network: RunningNetwork, host: string): readonly Device[] {
  const clock = { now: () => performance.now(), date: () => new Date() };
  const devices = buildDevices(model, { clock, platformOf: platformFor });
  const listening = new Map(network.devices.map((device) => [device.name, device]));
  const { name: lab = DEFAULT_LAB_NAME, provider } = model;
  return model.nodes.flatMap((node) => {
    const device = devices.get(node.name);
    const login = listening.get(node.name);
    if (!device || !login) return [];
    const ssh = {
      host,
      port: login.port,
      user: login.username,
      password: login.password,
      platform: netmikoPlatform(node.device, deviceType(node.device)?.networkOs),
    };
    const surroundings = { lab, device, host, port: login.port, login, ...(provider ? { provider } : {}) };
    return [{ name: node.name, raw: inspectNode(node, surroundings), ssh }];
  });
}

function refuseUnsupported(model: TopologyModel): void {
  const strange = model.nodes.filter(({ device }) => !platformEntryFor(device));
  if (strange.length === 0) return;
  const nodes = strange.map(({ name, device }) => `${name} (${device})`).join(', ');
  const known = platformIndex.flatMap(({ netlabDevices }) => netlabDevices).sort();
  throw new FakeNosError(
    'unsupported_device',
    `The fake lab cannot play ${nodes}. Use one of the device types it has: ${known.join(', ')}.`,
  );
}
