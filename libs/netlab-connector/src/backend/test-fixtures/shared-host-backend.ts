import { join } from 'node:path';
import type { BackendUnderTest } from '@remote-lab/lab-manager/contract';
import { NetlabRunner } from '../../netlab-runner';
import type { FakeHost } from '../../test-fixtures/fake-host/fake-host';
import { startFakeHost } from '../../test-fixtures/fake-host/start-fake-host';
import { NetlabBackend } from '../netlab-backend';
import { foldersLeft } from './folders-left';
import { SHORT } from './netlab-bench';

let shared: { readonly host: FakeHost; users: number } | undefined;

/** A backend on a fake host, the same for all backends that are there at the same time: a server and its successor. */
export async function sharedHostBackend(): Promise<BackendUnderTest> {
  const mine = (shared ??= { host: await startFakeHost(), users: 0 });
  const { host } = mine;
  mine.users += 1;
  const folder = join(host.folder, 'server');
  const runner = new NetlabRunner({ environment: host.environment, owner: host.folder, limits: SHORT });
  const { home, interfaces } = host;
  return {
    backend: new NetlabBackend({ runner, folder, home, interfaces }),
    leftovers: async () => [
      ...(await host.leftovers()),
      ...(await host.processes()).map(({ pid, program }) => `process ${program} ${pid}`),
      ...(await host.overlaps()),
      ...(await foldersLeft(folder)),
    ],
    [Symbol.asyncDispose]: async () => {
      mine.users -= 1;
      if (mine.users > 0) return;
      shared = undefined;
      await host[Symbol.asyncDispose]();
    },
  };
}
