import type { TopologyBundle } from '@remote-lab/topology';
import { errorCode } from './error-code';
import type { BackendCall, LabBackend, LabOrder, LabRecord } from './lab-backend';

/** A backend to be tested, and how to see what it has running. */
export interface BackendUnderTest {
  readonly backend: LabBackend;
  /** Names whatever of any lab of this backend is there: processes, ports, folders. Empty when nothing is. */
  leftovers(): Promise<readonly string[]>;
  /** Called after each test. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** The functions of a test runner that the suite needs; those of Jest fit. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  readonly expect: (actual: unknown) => {
    toEqual(expected: unknown): void;
    toBe(expected: unknown): void;
  };
}

/** What the suite builds, or tries to. */
export interface ContractBundles {
  /** One that the backend can build, with at least one device. */
  readonly good: TopologyBundle;
  /** One that the backend refuses. */
  readonly bad: TopologyBundle;
}

/**
 * The suite that every {@link LabBackend} passes. `makeBackend` is called at least once in each test; two backends of
 * one test share a host, as a server and its successor do.
 */
export function describeLabBackendContract(
  name: string,
  makeBackend: () => Promise<BackendUnderTest>,
  { describe, test, expect }: TestRunner,
  { good, bad }: ContractBundles,
): void {
  const order = (generation: number): LabOrder => ({ generation, bundle: good, advertiseHost: '127.0.0.1' });
  const call = (signal = new AbortController().signal): BackendCall => ({
    signal,
    onOutput: () => undefined,
  });
  const recordOf = (backend: LabBackend, generation: number, notes: LabRecord['notes'] = {}): LabRecord => {
    const topology = good.topology.path;
    // What is stored and read again is JSON, so the suite passes on what remains of the notes as JSON.
    const stored = JSON.parse(JSON.stringify({ notes })) as { notes: LabRecord['notes'] };
    return { generation, identity: good.identity, topology, backend: backend.name, notes: stored.notes };
  };
  const up = async (backend: LabBackend, generation: number) => {
    const lab = await backend.up(order(generation), call());
    return { ...lab, record: recordOf(backend, generation, lab.notes) };
  };

  describe(`${name} keeps the contract of a lab backend`, () => {
    test('check accepts what can be built', async () => {
      await using made = await makeBackend();
      const model = await made.backend.check(good, new AbortController().signal);
      expect((model?.nodes.length ?? 1) > 0).toBe(true);
      expect(await made.leftovers()).toEqual([]);
    });

    test('check refuses what cannot be built, with a code, and starts nothing', async () => {
      await using made = await makeBackend();
      const error = await failureOf(made.backend.check(bad, new AbortController().signal));
      expect(typeof errorCode(error)).toBe('string');
      expect(await made.leftovers()).toEqual([]);
    });

    test('up gives devices with distinct names and a mapping each, down leaves nothing of them', async () => {
      await using made = await makeBackend();
      const lab = await up(made.backend, 1);
      const names = lab.devices.map((device) => device.name);
      expect(names.length > 0 && names.every((one) => one !== '')).toBe(true);
      expect(new Set(names).size).toBe(names.length);
      expect(lab.devices.every((device) => typeof device.raw === 'object')).toBe(true);
      expect((await made.leftovers()).length > 0).toBe(true);
      await made.backend.down(lab.record, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('down a second time, and of a lab that never was, is fine', async () => {
      await using made = await makeBackend();
      const lab = await up(made.backend, 1);
      await made.backend.down(lab.record, call());
      await made.backend.down(lab.record, call());
      await made.backend.down(recordOf(made.backend, 7), call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('after down the same topology can be built again', async () => {
      await using made = await makeBackend();
      const first = await up(made.backend, 1);
      await made.backend.down(first.record, call());
      const second = await up(made.backend, 2);
      expect(second.devices.map((device) => device.name)).toEqual(first.devices.map((device) => device.name));
      await made.backend.down(second.record, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('inspect shows the devices of up while the lab is up, and rejects afterwards', async () => {
      await using made = await makeBackend();
      const lab = await up(made.backend, 1);
      const { signal } = new AbortController();
      const devices = await made.backend.inspect(lab.record, signal);
      expect(devices.map((device) => device.name)).toEqual(lab.devices.map((device) => device.name));
      await made.backend.down(lab.record, call());
      await failureOf(made.backend.inspect(lab.record, signal));
    });

    test('up with an aborted signal rejects and leaves nothing', async () => {
      await using made = await makeBackend();
      await failureOf(made.backend.up(order(1), call(AbortSignal.abort())));
      expect(await made.leftovers()).toEqual([]);
    });

    test('up that is aborted while it works rejects and leaves nothing, and the next up works', async () => {
      await using made = await makeBackend();
      const abort = new AbortController();
      const start = failureOf(made.backend.up(order(1), call(abort.signal)));
      abort.abort();
      await start;
      await made.backend.down(recordOf(made.backend, 1), call());
      expect(await made.leftovers()).toEqual([]);
      const lab = await up(made.backend, 2);
      await made.backend.down(lab.record, call());
    });

    test('reclaim removes what a dead predecessor left, told by its record, and has nothing to do twice', async () => {
      await using dead = await makeBackend();
      await using made = await makeBackend();
      const lab = await up(dead.backend, 1);
      dead.backend.abandon();
      await made.backend.reclaim(lab.record, call());
      expect(await made.leftovers()).toEqual([]);
      expect((await made.backend.reclaim(lab.record, call())).reclaimed).toEqual([]);
      const next = await up(made.backend, 2);
      await made.backend.down(next.record, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('adopt, where there is any, goes on with the lab of a dead server, which can be torn down', async () => {
      await using dead = await makeBackend();
      await using made = await makeBackend();
      if (made.backend.adopt === undefined) return;
      const lab = await up(dead.backend, 1);
      const adopted = await made.backend.adopt(lab.record, call());
      if (typeof adopted === 'string') throw new Error(`this lab had to be adopted, but ${adopted}`);
      const names = lab.devices.map((device) => device.name);
      expect(adopted.devices.map((device) => device.name)).toEqual(names);
      const record = recordOf(made.backend, 1, adopted.notes);
      expect(await made.backend.reclaim(undefined, call(), record)).toEqual({ reclaimed: [], foreign: [] });
      const devices = await made.backend.inspect(record, new AbortController().signal);
      expect(devices.map((device) => device.name)).toEqual(names);
      await made.backend.down(record, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('adopt, where there is any, says why a lab that is not there cannot be gone on with', async () => {
      await using made = await makeBackend();
      if (made.backend.adopt === undefined) return;
      const never = await made.backend.adopt(recordOf(made.backend, 7), call());
      expect(typeof never).toBe('string');
      const lab = await up(made.backend, 8);
      await made.backend.down(lab.record, call());
      const ended = await made.backend.adopt(lab.record, call());
      expect(typeof ended).toBe('string');
      expect(await made.leftovers()).toEqual([]);
    });

    test('rehearse, where there is any, passes what can be built and leaves nothing', async () => {
      await using made = await makeBackend();
      await made.backend.rehearse?.(good, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('rehearse, where there is any, refuses with a code, and the lab that is up stays as it was', async () => {
      await using made = await makeBackend();
      const { backend } = made;
      if (backend.rehearse === undefined) return;
      const rehearse = (bundle: TopologyBundle, signal?: AbortSignal): Promise<void> =>
        backend.rehearse?.(bundle, call(signal)) ?? Promise.resolve();
      expect(typeof errorCode(await failureOf(rehearse(bad)))).toBe('string');
      expect(await made.leftovers()).toEqual([]);
      const lab = await up(backend, 1);
      const before = await made.leftovers();
      await failureOf(rehearse(bad));
      await rehearse(good);
      await failureOf(rehearse(good, AbortSignal.abort()));
      expect(await made.leftovers()).toEqual(before);
      await made.backend.down(lab.record, call());
      expect(await made.leftovers()).toEqual([]);
    });

    test('reclaim without a record, on a host where nothing was, finds nothing', async () => {
      await using made = await makeBackend();
      expect(await made.backend.reclaim(undefined, call())).toEqual({ reclaimed: [], foreign: [] });
    });

    test('abandon never throws, with a lab or without, once or twice', async () => {
      await using made = await makeBackend();
      made.backend.abandon();
      const lab = await up(made.backend, 1);
      made.backend.abandon();
      made.backend.abandon();
      await made.backend.reclaim(lab.record, call());
      expect(await made.leftovers()).toEqual([]);
    });
  });
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = await work.then(
    () => ({ resolved: true as const }),
    (error: unknown) => ({ resolved: false as const, error }),
  );
  if (outcome.resolved) throw new Error('this had to reject, but it resolved');
  return outcome.error;
}
