import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LabManager } from '@remote-lab/lab-manager';
import { FakeClock, MemoryLabLock, ScriptedBackend } from '@remote-lab/lab-manager/testing';
import { openSqliteStore, SessionQueue } from '@remote-lab/session-queue';
import { createTopologyBundle, type TopologyBundle } from '@remote-lab/topology';
import { Broker } from '../broker';
import { MODEL_TIMES, ReferenceModel, type Topology } from './reference-model';

// Queue, lab manager and the broker that joins them, compared with a model of a page under random commands.

type Command =
  | { readonly do: 'enqueue' }
  | { readonly do: 'heartbeat' | 'release'; readonly who: number }
  | { readonly do: 'end'; readonly who: number; readonly clean: boolean }
  | { readonly do: 'acquire'; readonly who: number; readonly topology: Topology; readonly reuse: boolean }
  | { readonly do: 'destroy'; readonly who: number; readonly force: boolean }
  | { readonly do: 'advance'; readonly seconds: number };

const who = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 5 }) });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enqueue' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('heartbeat' as const, 'release' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), who, clean: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('acquire' as const),
      who,
      topology: fc.constantFrom('A' as const, 'B' as const),
      reuse: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('destroy' as const), who, force: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('advance' as const), seconds: fc.integer({ min: 1, max: 250 }) }),
  },
);

const bundles: Readonly<Record<Topology, TopologyBundle>> = { A: bundle('A'), B: bundle('B') };

function bundle(name: Topology): TopologyBundle {
  return createTopologyBundle({
    topology: { path: `${name}.yml`, content: Buffer.from(`name: ${name}`) },
    extraFiles: [],
  });
}

/** The real parts, driven by the same commands as the model. */
class RealSystem implements AsyncDisposable {
  readonly ids: string[] = [];

  private constructor(
    readonly clock: FakeClock,
    readonly backend: ScriptedBackend,
    readonly queue: SessionQueue,
    readonly labs: LabManager,
    readonly broker: Broker,
    private readonly closeStore: () => Promise<void>,
  ) {}

  static async open(): Promise<RealSystem> {
    const clock = new FakeClock();
    const backend = new ScriptedBackend();
    const store = await openSqliteStore({ memory: true });
    let sessions = 0;
    const queue = await SessionQueue.open({
      store,
      clock,
      newId: () => `session-${sessions++}`,
      timeouts: MODEL_TIMES,
    });
    let generation = 0;
    const labs = await LabManager.open({
      backend,
      clock,
      idleTtlMs: MODEL_TIMES.idleTtlMs,
      hostLock: new MemoryLabLock(),
      nextGeneration: () => Promise.resolve(++generation),
      selfDeadlockMs: Number.POSITIVE_INFINITY,
    });
    return new RealSystem(
      clock,
      backend,
      queue,
      labs,
      new Broker({ queue, labs, clock, admits: () => undefined, onExpiryFailure: fail }),
      () => store.close(),
    );
  }

  async apply(command: Command): Promise<string> {
    switch (command.do) {
      case 'enqueue':
        this.ids.push((await this.broker.createSession({})).id);
        return 'queued';
      case 'heartbeat':
        return outcome(
          () => Promise.resolve(this.broker.status(this.id(command.who))),
          () => 'alive',
        );
      case 'end':
        await this.broker.endSession(this.id(command.who), command.clean ? 'released' : 'crashed');
        return 'ended';
      case 'release':
        return this.visit(
          command.who,
          async (id) => this.broker.release(id),
          () => 'done',
        );
      case 'destroy':
        return this.visit(
          command.who,
          (id) => this.broker.destroy(id, command.force),
          (result) => result,
        );
      case 'acquire':
        return this.visit(
          command.who,
          (sessionId) =>
            this.broker.acquire({
              sessionId,
              bundle: bundles[command.topology],
              reuse: command.reuse,
              advertiseHost: '127.0.0.1',
              signal: new AbortController().signal,
            }),
          ({ reused }) => (reused ? 'reused' : 'started'),
        );
      case 'advance':
        this.clock.advance(command.seconds * 1000);
        await this.broker.expire();
        return 'later';
    }
  }

  id(who: number): string {
    return (
      this.queue.waiting(who + 1)[who - 1]?.id ??
      (who === 0 ? this.queue.active()?.id : undefined) ??
      'nobody'
    );
  }

  visit<T>(who: number, act: (id: string) => Promise<T>, words: (result: T) => string): Promise<string> {
    return outcome(async () => {
      using visit = this.broker.visit(this.id(who));
      return await act(visit.session.id);
    }, words);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.broker[Symbol.asyncDispose]();
    await this.labs.close({ deadlineMs: 1_000 });
    await this.queue.close();
    await this.closeStore();
  }
}

function fail(error: unknown): never {
  throw error;
}

const WORDS: Readonly<Record<string, string>> = {
  session_not_found: 'not_found',
  session_not_active: 'not_active',
  lab_busy: 'busy',
  lab_in_use: 'in_use',
  no_lab: 'no_lab',
};

async function outcome<T>(act: () => Promise<T>, words: (result: T) => string): Promise<string> {
  try {
    return words(await act());
  } catch (error) {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    const word = typeof code === 'string' ? WORDS[code] : undefined;
    if (word === undefined) throw error;
    return word;
  }
}

function applyToModel(model: ReferenceModel, command: Command, id: string): string {
  switch (command.do) {
    case 'enqueue':
      model.enqueue(id);
      return 'queued';
    case 'heartbeat':
      model.heartbeat(id);
      return model.queue.some((session) => session.id === id) ? 'alive' : 'not_found';
    case 'end':
      model.end(id, command.clean);
      return 'ended';
    case 'release':
      return model.release(id);
    case 'destroy':
      return model.destroy(id, command.force);
    case 'acquire':
      return model.acquire(id, command.topology, command.reuse);
    case 'advance':
      model.advance(command.seconds * 1000);
      return 'later';
  }
}

function seenOf({ queue, labs, backend }: RealSystem): unknown {
  const { state, references, topology } = labs.status();
  const up = state === 'in_use' || state === 'idle';
  return {
    active: queue.active()?.id,
    waiting: queue.waiting().map(({ id, position }) => [id, position]),
    lab: up ? { topology, references } : undefined,
    labsRunning: backend.running.size,
    overlapped: backend.overlapped,
  };
}

function expectedOf({ queue, lab }: ReferenceModel): unknown {
  const [active, ...waiting] = queue;
  return {
    active: active?.id,
    waiting: waiting.map(({ id }, index) => [id, index + 1]),
    lab:
      lab === undefined ? undefined : { topology: `${lab.topology}.yml`, references: lab.references.length },
    labsRunning: lab === undefined ? 0 : 1,
    overlapped: false,
  };
}

describe('queue, lab and broker', () => {
  test('do what the model does, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 60, size: 'max' }), async (commands) => {
        await using real = await RealSystem.open();
        const model = new ReferenceModel();
        for (const each of commands) {
          const id = 'who' in each ? real.id(each.who) : `session-${real.ids.length}`;
          expect([each, await real.apply(each)]).toEqual([each, applyToModel(model, each, id)]);
          await real.labs.settled();
          expect([each, seenOf(real)]).toEqual([each, expectedOf(model)]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
