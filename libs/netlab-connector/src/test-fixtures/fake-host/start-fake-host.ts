import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addForeignLab } from './add-foreign-lab';
import { endProcesses, livingProcesses } from './end-processes';
import type { FakeContainer, FakeHost, FakeProcess, FakeRun, ForeignLab } from './fake-host';
import type { FakeHostBehaviour } from './fake-host-behaviour';
import { readJsonFolder } from './host-files';
import { installPrograms } from './install-programs';
import { leftoversOf } from './leftovers-of';
import { RunLog } from './run-log';

interface StoredContainer {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly running: boolean;
}

const patience = 10_000;

class ScriptedHost implements FakeHost {
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly interfaces: string;
  private readonly log: RunLog;
  private readonly foreignFolders: string[] = [];
  private behaviourId = '';

  constructor(
    readonly folder: string,
    private readonly state: string,
    path: string,
  ) {
    this.home = join(folder, 'home');
    this.interfaces = join(state, 'interfaces');
    this.environment = { PATH: path, HOME: this.home, FAKE_HOST: state };
    this.log = new RunLog(state);
  }

  async behave(behaviour: FakeHostBehaviour): Promise<void> {
    this.behaviourId = randomUUID();
    const draft = join(this.state, 'behaviour.draft');
    await writeFile(draft, JSON.stringify({ ...behaviour, id: this.behaviourId }));
    await rename(draft, join(this.state, 'behaviour.json'));
  }

  async release(): Promise<void> {
    await writeFile(join(this.state, `released-${this.behaviourId}.json`), '{}');
  }

  async uninstall(program: string): Promise<void> {
    await rm(join(this.folder, 'bin', program));
  }

  async reached(stage: string, times = 1): Promise<void> {
    const tries = patience / 10;
    for (let tried = 0; tried < tries; tried += 1) {
      if ((await this.log.timesReached(stage)) >= times) return;
      await pause(10);
    }
    throw new Error(`No run of the fake host came to the stage ${stage} (${times} times asked for).`);
  }

  async containers(): Promise<FakeContainer[]> {
    const stored = await readJsonFolder<StoredContainer>(join(this.state, 'containers'));
    return stored.map(({ name, labels, running }) => ({
      name,
      lab: labels['containerlab'] ?? '',
      topoFile: labels['clab-topo-file'] ?? '',
      running,
    }));
  }

  async stopContainer(name: string): Promise<void> {
    const stored = await readJsonFolder<StoredContainer>(join(this.state, 'containers'));
    const found = stored.find((container) => container.name === name);
    if (found === undefined) throw new Error(`There is no container ${name} to stop.`);
    await writeFile(
      join(this.state, 'containers', `${name}.json`),
      JSON.stringify({ ...found, running: false }),
    );
  }

  async removeContainer(name: string): Promise<void> {
    await rm(join(this.state, 'containers', `${name}.json`));
  }

  async addForeignLab(lab: ForeignLab = {}): Promise<string> {
    const dir = await addForeignLab(this.folder, this.home, this.state, lab);
    this.foreignFolders.push(dir);
    return dir;
  }

  runs(): Promise<FakeRun[]> {
    return this.log.runs();
  }

  async netlabRuns(): Promise<string[]> {
    return (await this.runs()).filter((run) => run.program === 'netlab').map((run) => run.args.join(' '));
  }

  async overlaps(): Promise<string[]> {
    const netlabs = (await this.runs()).filter((run) => run.program === 'netlab');
    return netlabs.flatMap((run) => run.alive.map((other) => `netlab ${run.args.join(' ')} during ${other}`));
  }

  async processes(): Promise<FakeProcess[]> {
    return (await livingProcesses(this.state)).filter(({ program }) => program !== 'docker');
  }

  async leftovers(): Promise<string[]> {
    const netlabs = (await this.runs()).filter((run) => run.program === 'netlab');
    return leftoversOf(this.state, this.home, [...netlabs.map((run) => run.cwd), ...this.foreignFolders]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await endProcesses(this.state);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    // A program that had not come to its first line finds no state folder and ends by itself.
  }
}

/**
 * Makes a lab host of scripts in a temporary folder: nothing of netlab, Docker or Python is needed, and nothing
 * real can be reached through its PATH. Disposing kills every process of it and removes the folder.
 */
export async function startFakeHost(behaviour: FakeHostBehaviour = {}): Promise<FakeHost> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fake-lab-host-')));
  const state = join(folder, 'state');
  await mkdir(join(folder, 'home'));
  for (const kind of ['containers', 'networks', 'interfaces', 'processes', 'turns']) {
    await mkdir(join(state, kind), { recursive: true });
  }
  const host = new ScriptedHost(folder, state, await installPrograms(folder, state));
  await host.behave(behaviour);
  return host;
}
