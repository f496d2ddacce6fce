import type { NetlabRelease } from '@remote-lab/netlab-connector';
import type { Config } from './config/config';

/** What is to build the labs, and who reads topologies for fake ones. */
export interface BackendChoice {
  readonly backend: 'netlab' | 'fakenos';
  readonly reader: 'netlab' | 'builtin';
  readonly notes: readonly { readonly level: 'info' | 'warning'; readonly words: string }[];
}

/** What the machine has; asked only when it matters. */
export interface HostProbes {
  /** Rejects with `netlab_missing` or `netlab_unusable`. */
  readonly netlab: () => Promise<NetlabRelease>;
  readonly hasDocker: () => Promise<boolean>;
}

type Wishes = Pick<Config, 'backend' | 'topologyReader' | 'topologyPolicy'>;

const ROOT_WARNING =
  'Topology policy is trusted: whoever may upload a topology is root on this host, since netlab runs what it holds. ' +
  'Keep the port to people you trust with that, or start with --topology-policy restricted.';
const READER_WARNING =
  'Topologies are read by netlab, which runs what they hold with the rights of this server; ' +
  '--topology-reader builtin runs nothing.';

/** Decides by the operator's wishes and what the machine has. Rejects as the probe does for what was asked for by name. */
export async function chooseBackend(wishes: Wishes, probes: HostProbes): Promise<BackendChoice> {
  const { backend, topologyReader, topologyPolicy } = wishes;
  const trusted = topologyPolicy === 'trusted';
  if (backend === 'netlab') return withNetlab(await probes.netlab(), trusted);
  if (backend === 'fakenos' && topologyReader === 'builtin') return fake([]);

  const needed = topologyReader === 'netlab';
  const found = needed ? await probes.netlab() : await probes.netlab().catch(failureOf);
  if (found instanceof Error) {
    const missing = 'code' in found && found.code === 'netlab_missing';
    return fake(missing ? [] : [{ level: 'warning', words: `netlab is not used. ${found.message}` }]);
  }
  if (backend === 'auto' && (await probes.hasDocker())) return withNetlab(found, trusted);
  if (topologyReader === 'builtin') return fake([]);
  const why = backend === 'auto' ? ' Docker does not answer here, so the devices are fake ones.' : '';
  const words = `Topologies are read by netlab ${found.text}.${why}`;
  const warnings = trusted ? [{ level: 'warning', words: READER_WARNING } as const] : [];
  return fake([{ level: 'info', words }, ...warnings], 'netlab');
}

function withNetlab({ text }: NetlabRelease, trusted: boolean): BackendChoice {
  const said = { level: 'info', words: `Labs are built by netlab ${text}.` } as const;
  const notes = trusted ? [said, { level: 'warning', words: ROOT_WARNING } as const] : [said];
  return { backend: 'netlab', reader: 'builtin', notes };
}

function fake(notes: BackendChoice['notes'], reader: BackendChoice['reader'] = 'builtin'): BackendChoice {
  return { backend: 'fakenos', reader, notes };
}

function failureOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
