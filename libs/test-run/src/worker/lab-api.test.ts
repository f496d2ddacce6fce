import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type PrivateServer, startPrivateServer } from '../private-server/start-private-server';
import { readRunState, writeRunState } from '../run/env-transport';
import type { RunState } from '../run/run-state';
import { TestRun } from '../run/test-run';
import { FakeRunner } from '../test-fixtures/fake-runner';
import { type TempFolder, tempFolder } from '../test-fixtures/temp-folder';
import { createLabApi, type LabApi } from './lab-api';

const pairYml = 'defaults.device: eos\nnodes: [r1, r2]\nlinks: [r1-r2]\n';
const singleYml = 'defaults.device: eos\nnodes: [r1]\n';

let server: PrivateServer;
let folder: TempFolder;
beforeAll(async () => {
  server = await startPrivateServer(__dirname, process.env);
  folder = await tempFolder({ 'pair.yml': pairYml, 'single.yml': singleYml, 'copy/pair.yaml': pairYml });
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
  await server.stop();
});

interface File {
  readonly runner: FakeRunner;
  readonly api: LabApi;
  readonly written: string[];
}

/** A test file as one process sees it: the state comes through the environment. */
function collect(state: RunState | undefined, name = 'a.test.ts', orderHint?: string): File {
  const runner = new FakeRunner(folder.file(name));
  const environment: NodeJS.ProcessEnv = {};
  if (state !== undefined) writeRunState(state, environment);
  const written: string[] = [];
  const api = createLabApi({
    hooks: runner.hooks,
    state: () => readRunState(environment),
    setupHint: 'Add the preset.',
    output: { write: (text) => written.push(text) },
    ...(orderHint !== undefined && { orderHint }),
  });
  return { runner, api, written };
}

function startRun(variables: NodeJS.ProcessEnv): Promise<TestRun> {
  const environment = { ...process.env, REMOTE_LAB_URL: server.url, ...variables };
  return TestRun.start({ rootDir: folder.path, environment, runner: 'Jest', output: { write: () => true } });
}

describe('without a lab, a sentence says what to do', () => {
  const session = { serverUrl: 'http://127.0.0.1:9', id: 'x', requestTimeout: 1_000, acquireTimeout: 1_000 };
  test.each<[string, RunState | undefined, RegExp]>([
    ['no_run', undefined, /Add the preset\.$/],
    ['run_over', { phase: 'over' }, /torn down before this test file began.*\(bail\)\.$/],
    [
      'no_run_lab',
      { phase: 'open', ordered: true, session },
      /Set topology in remote-lab\.config, or use remoteLab/,
    ],
  ])('%s', (code, state, message) => {
    const { api } = collect(state);
    expect(refusal(() => api.lab.device('r1'))).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test.each<[string, RunState | undefined]>([
    ['no_run', undefined],
    ['run_over', { phase: 'over' }],
    ['no_session', { phase: 'open', ordered: true }],
  ])('%s is told to remoteLab while the file is collected', (code, state) => {
    const { api, runner } = collect(state);
    expect(refusal(() => api.remoteLab('pair.yml', { reuse: true }))).toMatchObject({ code });
    expect(runner.hookCount).toBe(0);
  });
});

describe('the lab of a test file', () => {
  test('is there between its first and its last test, and its path counts from the file', async () => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state, 'copy/a.test.ts');
    const lab = api.remoteLab('./pair.yaml', { reuse: false });
    expect(refusal(() => lab.devices)).toMatchObject({ code: 'not_acquired' });
    await runner.beginTests();
    expect(lab.devices.map(({ name }) => name)).toEqual(['r1', 'r2']);
    expect(lab.device('r1').platform).toBe('arista_eos');
    expect(lab.reused).toBe(false);
    await runner.endTests();
    expect(refusal(() => lab.device('r1'))).toMatchObject({
      code: 'not_acquired',
      message: expect.stringContaining('must come before remoteLab()'),
    });
  });

  test('is kept for the next file with the same one, and given back before another', async () => {
    await using run = await startRun({});
    const generations: (number | undefined)[] = [];
    const reused: boolean[] = [];
    for (const topology of ['pair.yml', 'copy/pair.yaml', 'single.yml']) {
      const { api, runner } = collect(run.state);
      const lab = api.remoteLab(topology, { reuse: true });
      await runner.beginTests();
      generations.push(lab.generation);
      reused.push(lab.reused);
      await runner.endTests();
    }
    expect(reused[1]).toBe(true);
    expect(generations[1]).toBe(generations[0]);
    expect(generations[2]).not.toBe(generations[0]);
  });

  test('is its only one: a second is refused while the file is collected', async () => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state);
    api.remoteLab('./pair.yml', { reuse: true });
    const hooks = runner.hookCount;
    expect(refusal(() => api.remoteLab('./single.yml', { reuse: true }))).toMatchObject({
      code: 'second_lab',
      message: expect.stringMatching(
        /a\.test\.ts asks for a second lab, \.\/single\.yml, beside \.\/pair\.yml\./,
      ),
    });
    expect(runner.hookCount).toBe(hooks);
  });

  test.each([
    [
      'without options',
      undefined,
      /pair\.yml and does not say whether it may be shared\. Give \{ reuse: true \}/,
    ],
    ['with a word for a flag', { reuse: 'yes' }, /does not say whether it may be shared/],
    ['with an unknown option', { reuse: true, extrafiles: [] }, /"extrafiles"\. Did you mean extraFiles\?$/],
  ])('asked for %s is refused while the file is collected', async (_, options, message) => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state);
    // As plain JavaScript may call it.
    const plain: { remoteLab(topology: string, options: unknown): unknown } = api;
    expect(refusal(() => plain.remoteLab('./pair.yml', options))).toMatchObject({
      code: 'invalid_options',
      message: expect.stringMatching(message),
    });
    expect(runner.hookCount).toBe(0);
  });

  test('asked for inside of a test is refused with what does it there', async () => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state);
    runner.testIsRunning = true;
    expect(refusal(() => api.remoteLab('./pair.yml', { reuse: true }))).toMatchObject({
      code: 'inside_test',
      message: expect.stringMatching(/getLab\(\)\.$/),
    });
  });

  test('that does not exist is refused while the file is collected', async () => {
    await using run = await startRun({});
    const { api } = collect(run.state);
    expect(refusal(() => api.remoteLab('./none.yml', { reuse: true }))).toMatchObject({
      code: 'topology_missing',
      message: expect.stringMatching(
        /none\.yml, which cannot be read .* A path counts from the test file\.$/,
      ),
    });
  });

  test('that cannot be built fails the tests with the words of the server', async () => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state);
    api.remoteLab('nodes: [r1]\ndefaults.device: toaster\n', { reuse: true });
    await expect(runner.beginTests()).rejects.toThrow('toaster');
    await runner.endTests();
  });

  test('that comes again after others is said to be built once more, with what to do about it', async () => {
    await using run = await startRun({});
    const place: string[] = [];
    const output = { write: (text: string) => place.push(text) };
    for (const topology of ['pair.yml', 'single.yml', 'pair.yml']) {
      const { hooks } = new FakeRunner(folder.file('a.test.ts'));
      const state = (): RunState => run.state;
      const api = createLabApi({ hooks, state, setupHint: '', output, orderHint: 'Use the sequencer.' });
      api.remoteLab(topology, { reuse: true });
    }
    expect(place).toEqual([
      'remote-lab: a.test.ts needs pair.yml again, after files with other labs: it is built once more. Use the sequencer.\n',
    ]);
  });
});

describe('beside a lab for the whole run', () => {
  test('a share of the same one is had, any other is refused while the file is collected', async () => {
    await using run = await startRun({ REMOTE_LAB_TOPOLOGY: 'pair.yml' });
    const { api, runner } = collect(run.state);
    expect(api.lab.devices.map(({ name }) => name)).toEqual(['r1', 'r2']);
    expect(refusal(() => api.remoteLab('./single.yml', { reuse: true }))).toMatchObject({
      code: 'other_lab',
      message: expect.stringMatching(/asks for \.\/single\.yml, but the whole run has one lab, pair\.yml/),
    });
    expect(refusal(() => api.remoteLab('./pair.yml', { reuse: false }))).toMatchObject({ code: 'other_lab' });
    expect(runner.hookCount).toBe(0);

    const own = api.remoteLab('./copy/pair.yaml', { reuse: true });
    await runner.beginTests();
    expect(own.reused).toBe(true);
    expect(own.generation).toBe(api.lab.generation);
    await runner.endTests();
    expect(api.lab.device('r1').host).toBe('127.0.0.1');
  });

  test('other extra files make another lab, which is refused before it is asked for', async () => {
    await using run = await startRun({ REMOTE_LAB_TOPOLOGY: 'pair.yml' });
    const { api, runner } = collect(run.state);
    api.remoteLab('./pair.yml', { reuse: true, extraFiles: ['single.yml'] });
    await expect(runner.beginTests()).rejects.toMatchObject({ code: 'other_lab' });
  });
});

describe('a lab inside of a test', () => {
  test('is given back by its test, or at the latest after the file', async () => {
    await using run = await startRun({});
    const { api, runner } = collect(run.state);
    api.watchFile();
    await runner.beginTests();
    {
      await using lab = await api.getLab('pair.yml', { reuse: false });
      expect(lab.devices).toHaveLength(2);
    }
    const left = await api.getLab('single.yml', { reuse: false });
    expect(left.device('r1').port).toBeGreaterThan(0);
    await runner.endTests();
    await left.release();

    const next = collect(run.state, 'b.test.ts');
    await using lab = await next.api.getLab('pair.yml', { reuse: false });
    expect(lab.reused).toBe(false);
  });
});

test('a session that somebody ended fails the tests with that sentence, in files that begin before and after', async () => {
  await using run = await startRun({ REMOTE_LAB_TOPOLOGY: 'pair.yml' });
  const before = collect(run.state, 'before.test.ts');
  before.api.watchFile();
  await before.runner.beginTests();
  const id = run.state.phase === 'open' ? run.state.session?.id : undefined;
  await fetch(`${server.url}/session/${id}`, { method: 'DELETE' });

  const after = collect(run.state, 'after.test.ts');
  after.api.watchFile();
  await expect(after.runner.beginTests()).rejects.toMatchObject({ code: 'session_lost' });
  expect(refusal(() => after.api.lab.device('r1'))).toMatchObject({ code: 'session_lost' });
  await before.runner.endTests();
  await after.runner.endTests();
});

function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
