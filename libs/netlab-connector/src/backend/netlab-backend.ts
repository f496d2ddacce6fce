import type {
  BackendCall,
  BackendLab,
  Device,
  LabBackend,
  LabOrder,
  LabRecord,
  ReclaimReport,
} from '@remote-lab/lab-manager';
import { readUnlessPlugins, type TopologyBundle, type TopologyModel } from '@remote-lab/topology';
import { messageOf, NetlabError } from '../errors';
import { readDevicesFile } from '../inspect/devices-file';
import { inspectAll } from '../inspect/inspect-node';
import { labDevices } from '../inspect/lab-devices';
import { type LabPlaces, labPlaces } from '../lab-folder/lab-places';
import { removeFolders } from '../lab-folder/remove-folders';
import { hastyEngine } from './container-engine';
import { findForeignLabs } from './find-foreign-labs';
import { describeForeignLab } from './foreign-labs';
import { type LabHost, type LabHostOptions, openLabHost } from './lab-host';
import { hasSnapshot, lookAtLab } from './lab-remains';
import { reclaimLabs } from './reclaim-labs';
import { rehearseTopology } from './rehearse-topology';
import { removeLab } from './remove-lab';
import { refuseToStart, startLab } from './start-lab';
import { StartNotes } from './start-notes';
import { whyNotWhole } from './why-not-whole';

/** What {@link NetlabBackend} needs. */
export interface NetlabBackendOptions extends LabHostOptions {
  /** Whether `reclaim` also tears down labs that this server did not start. */
  readonly reclaimForeign?: boolean;
}

/** Names the bridges of a lab that nobody has built yet. */
const DEFAULT_LAB_NAME = 'lab';
/** What a look at a lab may take that somebody is waiting to be handed. */
const LOOK_MS = 2_000;

/**
 * Builds labs with the netlab CLI. Every place and name of a lab follows from its generation, so that nothing but the
 * record's number is needed to find it again. netlab's exit codes decide nothing: what is there does.
 */
export class NetlabBackend implements LabBackend {
  readonly name = 'netlab';
  readonly #options: NetlabBackendOptions;
  #host: Promise<LabHost> | undefined;

  constructor(options: NetlabBackendOptions) {
    this.#options = options;
  }

  /** Throws TopologyError `invalid_topology`; what plugins may have added is left to netlab. */
  check(bundle: TopologyBundle, signal: AbortSignal): Promise<TopologyModel | undefined> {
    return new Promise((resolve) => {
      signal.throwIfAborted();
      resolve(readUnlessPlugins(bundle, DEFAULT_LAB_NAME));
    });
  }

  /** Has netlab itself make all of the lab but the lab. Throws as `rehearseTopology` does. */
  async rehearse(bundle: TopologyBundle, call: BackendCall): Promise<void> {
    await rehearseTopology(bundle, await this.#open(), call);
  }

  /** Throws as `refuseToStart` and `startLab` do. */
  async up({ generation, bundle }: LabOrder, call: BackendCall): Promise<BackendLab> {
    call.signal.throwIfAborted();
    const host = await this.#open();
    const lab = labPlaces(host.folders, generation);
    await refuseToStart(lab, host);
    const notes = new StartNotes(call);
    try {
      await startLab(lab, bundle, host, notes.call);
      return await this.#running(lab, call.signal);
    } catch (error) {
      await notes.keep(lab, error, host.runner);
      // What resists is told by the next down, which is sure to follow.
      await this.#remove(lab, { ...call, attempt: 1 }).catch((trouble: unknown) =>
        call.onOutput(messageOf(trouble)),
      );
      throw error;
    }
  }

  /** Throws NetlabError `lab_left_over`. */
  async down({ generation }: LabRecord, call: BackendCall): Promise<void> {
    const { folders } = await this.#open();
    await this.#remove(labPlaces(folders, generation), call);
  }

  /** Throws NetlabError `lab_not_running` when nothing of the lab is there. */
  async inspect({ generation }: LabRecord, signal: AbortSignal): Promise<readonly Device[]> {
    const host = await this.#open();
    const lab = labPlaces(host.folders, generation);
    if (await hasSnapshot(lab)) return this.#devices(lab, signal);
    throw new NetlabError('lab_not_running', `Lab ${lab.lab} is not running. Acquire it again.`);
  }

  /** Undefined also when the engine does not answer soon: no lab is torn down on doubt. */
  async whyNotWhole({ generation }: LabRecord): Promise<string | undefined> {
    const host = await this.#open();
    const lab = labPlaces(host.folders, generation);
    const remains = await lookAtLab(lab, { ...host, engine: hastyEngine(host.runner, LOOK_MS) });
    const isDoubtful = remains.unknown.length > 0 || remains.unseen === 'containers';
    return isDoubtful ? undefined : whyNotWhole(lab, remains);
  }

  async adopt({ generation }: LabRecord, call: BackendCall): Promise<BackendLab | string> {
    const host = await this.#open();
    const strays = await host.runner.endStrays();
    if (strays > 0) return `netlab was still at work on it (${strays} of its processes were ended)`;
    const lab = labPlaces(host.folders, generation);
    return (
      (await whyNotWhole(lab, await lookAtLab(lab, host))) ??
      this.#running(lab, call.signal).catch((error: unknown) => {
        call.signal.throwIfAborted();
        return `its devices cannot be read: ${messageOf(error)}`;
      })
    );
  }

  async reclaim(record: LabRecord | undefined, call: BackendCall, kept?: LabRecord): Promise<ReclaimReport> {
    const foreignToo = this.#options.reclaimForeign ?? false;
    return reclaimLabs({ record, kept, foreignToo }, await this.#open(), call);
  }

  async obstacles(): Promise<readonly string[]> {
    try {
      return (await findForeignLabs(await this.#open())).map(describeForeignLab);
    } catch (error) {
      return [messageOf(error)];
    }
  }

  abandon(): void {
    this.#options.runner.abandon();
  }

  async #running(lab: LabPlaces, signal: AbortSignal): Promise<BackendLab> {
    const devices = await this.#devices(lab, signal);
    return { devices, notes: { folder: lab.folder, lab: lab.lab } };
  }

  async #devices({ folder }: LabPlaces, signal: AbortSignal): Promise<readonly Device[]> {
    const runNetlab = this.#options.runner.run;
    return labDevices((await readDevicesFile(folder)) ?? (await inspectAll({ runNetlab, folder, signal })));
  }

  async #remove(lab: LabPlaces, { attempt = 1, onOutput }: BackendCall): Promise<void> {
    const host = await this.#open();
    await removeLab(lab, host, { attempt, onOutput });
    await removeFolders(lab, host.runner);
  }

  #open(): Promise<LabHost> {
    return (this.#host ??= openLabHost(this.#options));
  }
}
