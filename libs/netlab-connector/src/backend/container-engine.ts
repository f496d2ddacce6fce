import { codeOf, NetlabError } from '../errors';
import type { NetlabRunner } from '../netlab-runner';
import { isNetlabsNetwork } from './management-networks';

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
  /**
   * The containers of one lab, or of all. Throws NetlabError `netlab_missing` without an engine, `netlab_failed` or
   * `netlab_timeout` when it does not answer.
   */
  list(lab?: string): Promise<readonly LabContainer[]>;
  /** Removes containers with what they wrote; whoever has gone is no failure. Throws NetlabError `netlab_failed`. */
  remove(containers: readonly LabContainer[]): Promise<void>;
  /** Removes a network that containerlab made, unless somebody still uses it; without an engine there is none. */
  removeNetwork(name: string): Promise<void>;
}

/** The engine for those who would rather not know than wait longer, be it for their turn. */
export function hastyEngine(runner: Pick<NetlabRunner, 'tool'>, milliseconds: number): ContainerEngine {
  return dockerEngine({
    tool: (program, args, call) =>
      runner.tool(program, args, { ...call, signal: AbortSignal.timeout(milliseconds) }),
  });
}

/** containerlab's, on all that it makes. */
const LABEL = 'containerlab';
const FORMAT =
  '{{.ID}}\t{{.Names}}\t{{.Label "containerlab"}}\t{{.Label "clab-topo-file"}}\t{{.State}}\t{{.Networks}}';

/** Docker, through its command. */
export function dockerEngine(runner: Pick<NetlabRunner, 'tool'>): ContainerEngine {
  const docker = (args: readonly string[]) => runner.tool('docker', args, { cwd: '/' });
  const list = async (filters: readonly string[]): Promise<readonly LabContainer[]> => {
    const args = ['ps', '--all', '--no-trunc', ...filters, '--format', FORMAT];
    const { exitCode, stdout, tail } = await docker(args);
    if (exitCode === 0) return stdout.split('\n').flatMap(containerOf);
    throw new NetlabError('netlab_failed', `Docker does not answer: ${tail.at(-1) ?? 'no reason given'}`);
  };
  return {
    list: (lab) => list(['--filter', `label=${lab === undefined ? LABEL : `${LABEL}=${lab}`}`]),
    async remove(containers) {
      if (containers.length === 0) return;
      const { exitCode, tail } = await docker([
        'rm',
        '--force',
        '--volumes',
        ...containers.map(({ id }) => id),
      ]);
      if (exitCode === 0) return;
      const ids = new Set((await list(['--filter', `label=${LABEL}`])).map(({ id }) => id));
      if (!containers.some(({ id }) => ids.has(id))) return;
      throw new NetlabError('netlab_failed', `docker rm failed: ${tail.at(-1) ?? 'no reason given'}`);
    },
    async removeNetwork(name) {
      try {
        // A lab may be told to use a network of the operator's; only containerlab's own carry its label.
        const filter = ['--filter', `label=${LABEL}`, '--format', '{{.Name}}'];
        const isMade =
          isNetlabsNetwork(name) ||
          (await docker(['network', 'ls', ...filter])).stdout.split('\n').includes(name);
        if (isMade) await docker(['network', 'rm', name]);
      } catch (error) {
        if (codeOf(error) !== 'netlab_missing') throw error;
      }
    },
  };
}

function containerOf(line: string): readonly LabContainer[] {
  const [id = '', name = '', lab = '', topologyFile = '', state = '', networks = ''] = line.split('\t');
  return id === ''
    ? []
    : [{ id, name, lab, topologyFile, isRunning: state === 'running', networks: networks.trim().split(',') }];
}
