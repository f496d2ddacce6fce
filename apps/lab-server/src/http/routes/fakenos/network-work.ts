import type { FakeNosProgress, FakeNosService, FakeNosTask, StartRequest } from '@remote-lab/fakenos';
import type { NetworksDto } from '@remote-lab/protocol';
import type { JobTell, JobWork } from '../../../jobs/job-work';
import { networksDto } from './network-dtos';

/** The work of `POST /fakenos/networks`, whether its request waits for it or not. */
export function startWork(fakenos: FakeNosService, order: StartRequest): JobWork {
  return {
    kind: 'fakenos.start',
    async run(signal, tell) {
      const result = networksDto(await fakenos.start(order, { signal, onProgress: telling(tell) }));
      return { result, lasting: true, undo: stopping(fakenos, result) };
    },
  };
}

/** The work of `POST /fakenos/networks/{network}/restart`. A network that ran before is nothing to give back. */
export function restartWork(
  fakenos: FakeNosService,
  network: string,
  task: Omit<FakeNosTask, 'signal' | 'onProgress'>,
): JobWork {
  return {
    kind: 'fakenos.restart',
    async run(signal, tell) {
      const restarted = await fakenos.restart(network, { ...task, signal, onProgress: telling(tell) });
      return { result: networksDto(restarted), lasting: true, undo: () => Promise.resolve() };
    },
  };
}

function telling(tell: JobTell): (progress: FakeNosProgress) => void {
  return ({ message, up, of }) =>
    tell.progress(message, up === undefined || of === undefined ? undefined : { up, of });
}

// Made here because it outlives the work, and a function holds all that is around it: the inventory, there.
function stopping(fakenos: FakeNosService, started: NetworksDto): () => Promise<void> {
  const processes = Object.entries(started).map(([name, { pid }]) => ({ name, pid }));
  return async () => {
    const running = await fakenos.inspectNetworks();
    for (const { name, pid } of processes) {
      // Somebody may have stopped it, and given its name to another one.
      if (running[name]?.pid === pid) await fakenos.stop(name).catch(unlessGone);
    }
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'network_unknown')) throw error;
}
