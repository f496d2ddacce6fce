import { join } from 'node:path';
import type { BackendCall, LabRecord } from '@remote-lab/lab-manager';
import { createTopologyBundle, type TopologyBundle } from '@remote-lab/topology';
import { messageOf } from '../../errors';
import { NetlabRunner, type NetlabRunnerOptions } from '../../netlab-runner';
import type { FakeHost } from '../../test-fixtures/fake-host/fake-host';
import type { FakeHostBehaviour } from '../../test-fixtures/fake-host/fake-host-behaviour';
import { startFakeHost } from '../../test-fixtures/fake-host/start-fake-host';
import { foldersLeft } from './folders-left';
import { NetlabBackend, type NetlabBackendOptions } from '../netlab-backend';

/** Two routers and a link between them. */
export const twoRouters = bundleOf(
  '{ provider: clab, defaults.device: frr, nodes: [r1, r2], links: [r1-r2] }',
);
/** Three routers on a LAN: it needs a bridge of the host's. */
export const lanOfThree = bundleOf(
  '{ provider: clab, defaults.device: frr, nodes: [r1, r2, r3], links: [[r1, r2, r3]] }',
);

/** A bundle of one file. */
export function bundleOf(text: string): TopologyBundle {
  return createTopologyBundle({
    topology: { path: 'lab.yml', content: Buffer.from(text) },
    extraFiles: [],
  });
}

/** A server's backend on a fake host; another one over the same host is its successor. */
export interface NetlabBench extends AsyncDisposable {
  readonly host: FakeHost;
  readonly runner: NetlabRunner;
  readonly backend: NetlabBackend;
  /** The server's folder. */
  readonly folder: string;
  /** All that was said while it worked. */
  readonly said: string[];
  /** The server is killed: its processes go on, and it does nothing any more. */
  die(): void;
  /** A server that takes the place of this one. */
  successor(options?: Partial<NetlabBackendOptions>): NetlabBackend;
  call(signal?: AbortSignal): BackendCall;
  /** Starts a lab. */
  up(generation?: number, signal?: AbortSignal, bundle?: TopologyBundle): ReturnType<NetlabBackend['up']>;
  /** Tears a lab down as lab-manager does: by stronger means the second time; resolves with what is stuck. */
  down(generation?: number, backend?: NetlabBackend): Promise<string | undefined>;
  /** Everything that must be empty when a case is over: what is left, processes, commands that ran side by side. */
  traces(): Promise<Traces>;
}

export interface Traces {
  readonly leftovers: readonly string[];
  readonly processes: readonly unknown[];
  readonly overlaps: readonly string[];
}

export const NO_TRACES: Traces = { leftovers: [], processes: [], overlaps: [] };

/** Ends what ignores SIGTERM soon; the real limits are for real containers. */
export const SHORT = { graceMs: 300, killMs: 5_000, pollMs: 40 };

/** Enough to tear a lab down. */
export function recordOf(generation: number): LabRecord {
  return { generation, identity: 'x', topology: 'lab.yml', backend: 'netlab', notes: {} };
}

/** A bench whose host behaves so. */
export async function openBench(
  behaviour: FakeHostBehaviour = {},
  options: Partial<NetlabRunnerOptions & NetlabBackendOptions> = {},
): Promise<NetlabBench> {
  const host = await startFakeHost(behaviour);
  const { limits = SHORT, timeouts = {}, ...others } = options;
  const folder = join(host.folder, 'server');
  const said: string[] = [];
  const life = { hasEnded: false };
  const newRunner = (own: Partial<NetlabRunnerOptions> = {}): NetlabRunner =>
    new NetlabRunner({ environment: host.environment, owner: host.folder, limits, ...own });
  const backendOn = (runner: NetlabRunner, more: Partial<NetlabBackendOptions> = {}): NetlabBackend =>
    new NetlabBackend({ folder, home: host.home, interfaces: host.interfaces, ...others, ...more, runner });
  const call = (signal = new AbortController().signal): BackendCall => ({
    signal,
    onOutput: (line) => said.push(line),
  });
  const runner = mortal(newRunner({ timeouts }), life);
  const backend = backendOn(runner);
  return {
    host,
    runner,
    backend,
    folder,
    said,
    die() {
      life.hasEnded = true;
    },
    successor: (more) => backendOn(newRunner(), more),
    call,
    up: (generation = 1, signal, bundle = twoRouters) =>
      backend.up({ generation, bundle, advertiseHost: '127.0.0.1' }, call(signal)),
    async down(generation = 1, by = backend) {
      let stuck: string | undefined;
      for (const attempt of [1, 2]) {
        try {
          await by.down(recordOf(generation), { ...call(), attempt });
          return undefined;
        } catch (error) {
          stuck = messageOf(error);
        }
      }
      return stuck;
    },
    async traces() {
      return {
        leftovers: [...(await host.leftovers()), ...(await foldersLeft(folder))],
        processes: await host.processes(),
        overlaps: await host.overlaps(),
      };
    },
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}

/** A runner whose answers nobody hears any more once its server has died. */
function mortal(runner: NetlabRunner, life: { readonly hasEnded: boolean }): NetlabRunner {
  const never = new Promise<never>(() => undefined);
  return new Proxy(runner, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, args);
        return answer instanceof Promise ? answer.finally(() => (life.hasEnded ? never : undefined)) : answer;
      };
    },
  });
}
