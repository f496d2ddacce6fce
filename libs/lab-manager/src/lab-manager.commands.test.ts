import { describe, expect, test } from '@jest/globals';
import type { LabManager } from './lab-manager';
import type { LabState } from './lab-state';
import { openBench, ticks, wish } from './test-fixtures/lab-bench';

type StateName = LabState['name'];
type Bench = Awaited<ReturnType<typeof openBench>>;

/** Brings a manager into a state in which session `a` has, or had, the lab; `goOn` lets what is held up finish. */
async function benchIn(name: StateName): Promise<Bench & { goOn: () => void }> {
  const bench = await openBench();
  const { labs, backend } = bench;
  let goOn = (): void => undefined;
  const failed = (error: unknown) => error;
  if (name === 'failed') {
    backend.failNext('up', 'no');
    await labs.tryAcquire(wish()).catch(failed);
  } else if (name === 'starting') {
    const up = backend.hold('up');
    labs.tryAcquire(wish()).catch(failed);
    await up.reached;
    goOn = () => up.open();
  } else if (name !== 'none') {
    await labs.tryAcquire(wish());
    if (name === 'idle') labs.release('a');
    if (name === 'quarantined') {
      backend.failNext('down', 'stuck', 'stuck');
      await labs.destroy('a', { force: true }).catch(failed);
    }
    if (name === 'stopping') {
      const down = backend.hold('down');
      labs.endSession('a', 'lost');
      await down.reached;
      goOn = () => down.open();
    }
  }
  expect(labs.status().state).toBe(name);
  return { ...bench, goOn };
}

const commands = {
  'acquire, same with reuse': async (labs) => (await labs.tryAcquire(wish())).reused,
  'acquire, same without reuse': async (labs) => (await labs.tryAcquire(wish({ reuse: false }))).reused,
  'acquire, another topology': async (labs) => (await labs.tryAcquire(wish({ topology: 'y' }))).reused,
  release: (labs) => Promise.resolve(labs.release('a')),
  'clean end': (labs) => Promise.resolve(labs.endSession('a', 'clean')),
  'lost end': (labs) => Promise.resolve(labs.endSession('a', 'lost')),
  destroy: (labs) => labs.destroy('a', { force: false }),
  'forced destroy': (labs) => labs.destroy('a', { force: true }),
  'clear quarantine': (labs) => labs.clearQuarantine(),
  inspect: async (labs) => (await labs.inspect(new AbortController().signal)).length,
  close: async (labs) => (await labs.close()).left.length,
} satisfies Record<string, (labs: LabManager) => Promise<unknown>>;

/** What each command answers (a value, or the code of its error), and the state when all has settled. */
const table: Record<StateName, Record<keyof typeof commands, readonly [unknown, StateName]>> = {
  none: {
    'acquire, same with reuse': [false, 'in_use'],
    'acquire, same without reuse': [false, 'in_use'],
    'acquire, another topology': [false, 'in_use'],
    release: ['no_lab', 'none'],
    'clean end': [undefined, 'none'],
    'lost end': [undefined, 'none'],
    destroy: ['nothing', 'none'],
    'forced destroy': ['nothing', 'none'],
    'clear quarantine': ['nothing', 'none'],
    inspect: ['no_lab', 'none'],
    close: [0, 'none'],
  },
  starting: {
    'acquire, same with reuse': [true, 'in_use'],
    'acquire, same without reuse': ['lab_busy', 'in_use'],
    'acquire, another topology': ['lab_busy', 'in_use'],
    release: ['no_lab', 'in_use'],
    'clean end': [undefined, 'none'],
    'lost end': [undefined, 'none'],
    destroy: ['lab_in_use', 'in_use'],
    'forced destroy': ['destroyed', 'none'],
    'clear quarantine': ['nothing', 'in_use'],
    inspect: ['no_lab', 'in_use'],
    close: [0, 'none'],
  },
  in_use: {
    'acquire, same with reuse': [true, 'in_use'],
    'acquire, same without reuse': ['lab_busy', 'in_use'],
    'acquire, another topology': ['lab_busy', 'in_use'],
    release: ['released', 'idle'],
    'clean end': [undefined, 'idle'],
    'lost end': [undefined, 'none'],
    destroy: ['lab_in_use', 'in_use'],
    'forced destroy': ['destroyed', 'none'],
    'clear quarantine': ['nothing', 'in_use'],
    inspect: [2, 'in_use'],
    close: [0, 'none'],
  },
  idle: {
    'acquire, same with reuse': [true, 'in_use'],
    'acquire, same without reuse': [false, 'in_use'],
    'acquire, another topology': [false, 'in_use'],
    release: ['nothing_held', 'idle'],
    'clean end': [undefined, 'idle'],
    'lost end': [undefined, 'none'],
    destroy: ['destroyed', 'none'],
    'forced destroy': ['destroyed', 'none'],
    'clear quarantine': ['nothing', 'idle'],
    inspect: [2, 'idle'],
    close: [0, 'none'],
  },
  stopping: {
    'acquire, same with reuse': [false, 'in_use'],
    'acquire, same without reuse': [false, 'in_use'],
    'acquire, another topology': [false, 'in_use'],
    release: ['no_lab', 'none'],
    'clean end': [undefined, 'none'],
    'lost end': [undefined, 'none'],
    destroy: ['destroyed', 'none'],
    'forced destroy': ['destroyed', 'none'],
    'clear quarantine': ['nothing', 'none'],
    inspect: ['no_lab', 'none'],
    close: [0, 'none'],
  },
  failed: {
    'acquire, same with reuse': [false, 'in_use'],
    'acquire, same without reuse': [false, 'in_use'],
    'acquire, another topology': [false, 'in_use'],
    release: ['no_lab', 'failed'],
    'clean end': [undefined, 'failed'],
    'lost end': [undefined, 'failed'],
    destroy: ['nothing', 'failed'],
    'forced destroy': ['nothing', 'failed'],
    'clear quarantine': ['nothing', 'failed'],
    inspect: ['no_lab', 'failed'],
    close: [0, 'failed'],
  },
  quarantined: {
    'acquire, same with reuse': ['slot_quarantined', 'quarantined'],
    'acquire, same without reuse': ['slot_quarantined', 'quarantined'],
    'acquire, another topology': ['slot_quarantined', 'quarantined'],
    release: ['no_lab', 'quarantined'],
    'clean end': [undefined, 'quarantined'],
    'lost end': [undefined, 'quarantined'],
    destroy: ['slot_quarantined', 'quarantined'],
    'forced destroy': ['slot_quarantined', 'quarantined'],
    'clear quarantine': ['cleared', 'none'],
    inspect: ['no_lab', 'quarantined'],
    close: [1, 'quarantined'],
  },
};

const STATES: readonly StateName[] = [
  'none',
  'starting',
  'in_use',
  'idle',
  'stopping',
  'failed',
  'quarantined',
];

describe.each(STATES)('in state %s', (name) => {
  const cases = Object.entries(commands).map(([command, run]) => ({ command, run }));

  test.each(cases)('$command', async ({ command, run }) => {
    const [answer, after] = Object.entries(table[name]).find(([key]) => key === command)?.[1] ?? [];
    const { labs, backend, goOn } = await benchIn(name);
    const given = (async () => run(labs))().catch((error: { code?: unknown }) => error.code);
    await ticks();
    goOn();
    expect(await given).toBe(answer);
    await labs.settled();
    expect(labs.status().state).toBe(after);
    expect(backend.overlapped).toBe(false);
  });
});
