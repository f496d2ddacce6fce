import { describe, expect, test } from '@jest/globals';
import { FakeClock } from '@remote-lab/lab-manager/testing';
import type { StreamedMessage } from '../events/event-sink';
import type { Job } from './job';
import type { JobOutcome, JobTell, JobWork } from './job-work';
import { Jobs } from './jobs';
import { collectGarbage } from '../testing/collect-garbage';
import { eventually } from '../testing/eventually';

/** Work that does what the test says. */
class ScriptedWork implements JobWork {
  readonly kind = 'test.work';
  signal: AbortSignal | undefined;
  tell: JobTell | undefined;
  undone = 0;
  succeed: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;

  constructor(private readonly lasting = false) {}

  async run(signal: AbortSignal, tell: JobTell) {
    this.signal = signal;
    this.tell = tell;
    await new Promise<void>((resolve, reject) => {
      this.succeed = resolve;
      this.fail = reject;
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
    const undo = (): Promise<void> => {
      this.undone += 1;
      return Promise.resolve();
    };
    return { result: { value: 7 }, undo, lasting: this.lasting };
  }
}

// Made where no upload is in scope: a function holds all that is around it.
const undoNothing = (): Promise<void> => Promise.resolve();

function open() {
  const clock = new FakeClock();
  const faults: unknown[] = [];
  let ids = 0;
  const jobs = new Jobs({
    clock,
    newId: () => `job-${++ids}`,
    refusalOf: (error) => ({ status: 502, body: { detail: String(error), code: 'lab_start_failed' } }),
    onFault: (error) => faults.push(error),
  });
  const begin = (): { work: ScriptedWork; job: Job } => {
    const work = new ScriptedWork();
    const job = jobs.start(work);
    if (job === undefined) throw new Error('too many jobs run');
    return { work, job };
  };
  const succeed = async (): Promise<{ work: ScriptedWork; job: Job }> => {
    const begun = begin();
    begun.work.succeed();
    await begun.job.finished;
    return begun;
  };
  return { jobs, clock, faults, begin, succeed };
}

describe('cancelling', () => {
  test('stops work that runs', async () => {
    const { begin } = open();
    const { job, work } = begin();
    await job.cancel();
    expect(work.signal?.aborted).toBe(true);
    expect(job.describe()).toMatchObject({ status: 'cancelled' });
  });

  test('is no fault that anybody need hear of', async () => {
    const clock = new FakeClock();
    const faults: unknown[] = [];
    const jobs = new Jobs({
      clock,
      newId: () => 'job-1',
      refusalOf: (error) => ({ status: 500, body: { detail: String(error), code: 'internal_error' } }),
      onFault: (error) => faults.push(error),
    });
    const stopped = jobs.start({
      kind: 'test.work',
      run: (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    });
    await stopped?.cancel();
    expect(stopped?.state).toBe('cancelled');
    expect(faults).toEqual([]);
  });

  test('undoes work that was done in the very moment', async () => {
    const { begin } = open();
    const { job, work } = begin();
    work.succeed();
    await job.cancel();
    expect(job.state).toBe('cancelled');
    expect(job.describe()).not.toHaveProperty('result');
    expect(work.undone).toBe(1);
  });

  test('gives back what nobody has taken, once', async () => {
    const { succeed } = open();
    const { job, work } = await succeed();
    await job.cancel();
    await job.cancel();
    expect(job.state).toBe('cancelled');
    expect(work.undone).toBe(1);
  });

  test('leaves alone what somebody has taken, and what has failed', async () => {
    const { begin, succeed } = open();
    const { job, work } = await succeed();
    job.take();
    await job.cancel();
    expect(job.describe()).toMatchObject({ status: 'succeeded', result: { value: 7 } });
    expect(work.undone).toBe(0);
    const failed = begin();
    failed.work.fail(new Error('no'));
    await failed.job.finished;
    await failed.job.cancel();
    expect(failed.job.describe()).toMatchObject({ status: 'failed', error_status: 502 });
  });

  test('is not held up by what cannot be undone; somebody hears of it', async () => {
    const { jobs, faults } = open();
    const stuck = new Error('stuck');
    const job = jobs.start({
      kind: 'test.work',
      run: () => Promise.resolve({ result: 1, undo: () => Promise.reject(stuck) }),
    });
    await job?.finished;
    await job?.cancel();
    expect(faults).toEqual([stuck]);
  });
});

describe('memory', () => {
  test('a job is forgotten ten minutes after its end', async () => {
    const { jobs, clock, begin } = open();
    const { job, work } = begin();
    clock.advance(3_600_000);
    work.succeed();
    await job.finished;
    job.take();
    clock.advance(599_999);
    expect(jobs.find(job.id)).toBe(job);
    clock.advance(1);
    expect(() => jobs.find(job.id)).toThrow('forgotten');
    expect(work.undone).toBe(0);
  });

  test('what nobody has asked for by then is given back', async () => {
    const { clock, succeed } = open();
    const { work } = await succeed();
    clock.advance(600_000);
    expect(work.undone).toBe(1);
  });

  test('but not what can be found without the job', async () => {
    const { clock, jobs } = open();
    const work = new ScriptedWork(true);
    const job = jobs.start(work);
    work.succeed();
    await job?.finished;
    clock.advance(600_000);
    expect(() => jobs.find(job?.id ?? '')).toThrow('forgotten');
    expect(work.undone).toBe(0);
  });

  test.each(['succeeded', 'failed'])(
    'what work was made of that has %s is not kept with its end',
    async (status) => {
      const { jobs } = open();
      // A scope of its own, so that nothing but the job holds the upload.
      const begin = (): { readonly job: Job | undefined; readonly upload: WeakRef<object> } => {
        const upload = new Uint8Array(1_000);
        const run = (): Promise<JobOutcome> =>
          status === 'failed'
            ? Promise.reject(new Error(`${upload.length} bytes`))
            : Promise.resolve({ result: upload.length, undo: undoNothing });
        const job = jobs.start({ kind: 'test.work', session: 'session-1', run });
        return { job, upload: new WeakRef(upload) };
      };
      const { job, upload } = begin();
      await job?.finished;
      await eventually(() => {
        collectGarbage();
        return upload.deref() === undefined;
      });
      expect(job?.describe()).toMatchObject({ kind: 'test.work', status });
      expect(job?.session).toBe('session-1');
    },
  );

  test('the oldest of many finished ones is forgotten', async () => {
    const { jobs, succeed } = open();
    const { job: first } = await succeed();
    for (let more = 0; more < 99; more += 1) await succeed();
    expect(jobs.find(first.id)).toBe(first);
    await succeed();
    expect(() => jobs.find(first.id)).toThrow('no such job');
  });

  test('when very many run the next request has to wait for its work itself', () => {
    const { jobs, begin } = open();
    for (let more = 0; more < 100; more += 1) begin();
    const work = new ScriptedWork();
    expect(jobs.start(work)).toBeUndefined();
    expect(work.signal).toBeUndefined();
  });

  test('a job whose request was answered without it is not to be found, and nothing is given back', async () => {
    const { jobs, clock, succeed } = open();
    const { job, work } = await succeed();
    jobs.withdraw(job);
    expect(() => jobs.find(job.id)).toThrow('no such job');
    clock.advance(600_000);
    expect(work.undone).toBe(0);
    expect(clock.pending).toBe(0);
  });

  test('at the end all work is stopped, and no timer is left', async () => {
    const { jobs, clock, begin, succeed } = open();
    await succeed();
    const { work } = begin();
    await jobs[Symbol.asyncDispose]();
    expect(work.signal?.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  test('of endless progress a listener who comes late hears the end', async () => {
    const { begin } = open();
    const { job, work } = begin();
    for (let line = 0; line < 10_000; line += 1) work.tell?.progress(`line ${line} ${'x'.repeat(100)}`);
    const heard: StreamedMessage[] = [];
    using listening = job.open(undefined, {
      send: (message) => void heard.push(message),
      end: () => undefined,
    });
    expect(listening).toBeDefined();
    expect(heard.length).toBeLessThan(2_000);
    expect(heard.at(-1)?.data).toContain('line 9999');
    work.succeed();
    await job.finished;
    expect(heard.at(-1)?.event).toBe('job.finished');
  });
});
