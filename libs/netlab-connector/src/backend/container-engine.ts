import { codeOf, NetlabError } from '../errors';
import type { NetlabRunner } from '../netlab-runner';

/** A container of a lab, as the engine lists it. */
export interface LabContainer {
  readonly id: string;
  readonly name: string;
  /** The lab's name: the value of containerlab's label. */
  readonly lab: string;
  /** Where its lab was described; netlab calls that file `clab.yml`. */
  readonly topologyFile: string;
  readonly isRunning: boolean;
  /** The engine's networks that it is in. */
  readonly networks: readonly string[];
}

/** What is needed of the engine that runs labs' containers. */
export interface ContainerEngine {
  /** The containers of one lab, or of all; throws NetlabError `netlab_failed` when the engine does not answer. */
  list(lab?: string): Promise<readonly LabContainer[]>;
  /** Removes containers with what they wrote; whoever has gone is no failure. */
  remove(containers: readonly LabContainer[]): Promise<void>;
  /** Removes a network unless somebody still uses it. */
  removeNetwork(name: string): Promise<void>;
}

const FORMAT =
  '{{.ID}}\t{{.Names}}\t{{.Label "containerlab"}}\t{{.Label "clab-topo-file"}}\t{{.State}}\t{{.Networks}}';

/** Docker, through its command. A machine without Docker has no containers. */
export function dockerEngine(runner: Pick<NetlabRunner, 'tool'>): ContainerEngine {
  const docker = (args: readonly string[]) => runner.tool('docker', args, { cwd: '/' });
  return {
    async list(lab) {
      const label = lab === undefined ? 'containerlab' : `containerlab=${lab}`;
      const args = ['ps', '--all', '--no-trunc', '--filter', `label=${label}`, '--format', FORMAT];
      try {
        const { exitCode, stdout, tail } = await docker(args);
        if (exitCode === 0) return stdout.split('\n').flatMap(containerOf);
        throw new NetlabError('netlab_failed', `Docker does not answer: ${tail.at(-1) ?? 'no reason given'}`);
      } catch (error) {
        if (codeOf(error) === 'netlab_missing') return [];
        throw error;
      }
    },
    async remove(containers) {
      if (containers.length > 0)
        await docker(['rm', '--force', '--volumes', ...containers.map(({ id }) => id)]);
    },
    async removeNetwork(name) {
      await docker(['network', 'rm', name]);
    },
  };
}

function containerOf(line: string): readonly LabContainer[] {
  const [id = '', name = '', lab = '', topologyFile = '', state = '', networks = ''] = line.split('\t');
  return id === ''
    ? []
    : [{ id, name, lab, topologyFile, isRunning: state === 'running', networks: networks.trim().split(',') }];
}
