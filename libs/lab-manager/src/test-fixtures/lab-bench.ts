import { createHash } from 'node:crypto';
import type { TopologyBundle } from '@remote-lab/topology';
import { FakeClock } from '../fake-clock';
import type { LabEvent } from '../lab-events';
import { LabManager } from '../lab-manager';
import type { AcquireRequest, LabManagerOptions } from '../lab-requests';
import { MemoryLabLock } from '../memory-lab-lock';
import { ScriptedBackend } from '../scripted-backend';

/** A bundle with this text as its topology file. */
export function bundleOf(text: string): TopologyBundle {
  const content = new TextEncoder().encode(text);
  const identity = createHash('sha256').update(content).digest('hex');
  return { topology: { path: `${text.slice(0, 1)}.yml`, content }, extraFiles: [], identity };
}

/** An acquire of session `a` for topology `x` with reuse, unless said otherwise. */
export function wish(
  changes: Partial<Omit<AcquireRequest, 'bundle'>> & { readonly topology?: string } = {},
): AcquireRequest {
  const { topology = 'x', ...rest } = changes;
  return { session: 'a', reuse: true, advertiseHost: '127.0.0.1', bundle: bundleOf(topology), ...rest };
}

/** Lets everything that waits for nothing but promises happen. */
export function ticks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A lab manager with scripted surroundings, and all it has told. */
export async function openBench(
  changes: Partial<LabManagerOptions> & { hostLock?: MemoryLabLock; backend?: ScriptedBackend } = {},
) {
  const clock = new FakeClock();
  const backend = changes.backend ?? new ScriptedBackend();
  const lock = changes.hostLock ?? new MemoryLabLock();
  let generation = 0;
  const labs = await LabManager.open({
    backend,
    clock,
    hostLock: lock,
    idleTtlMs: 300_000,
    nextGeneration: (after) => Promise.resolve((generation = Math.max(generation, after) + 1)),
    ...changes,
  });
  const events: LabEvent[] = [];
  labs.onEvent((event) => events.push(event));
  return { labs, clock, backend, lock, events };
}
