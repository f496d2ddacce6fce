import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { failureOf } from './backend/test-fixtures/failure-of';
import { NetlabRunner, type NetlabRunnerOptions } from './netlab-runner';
import type { FakeHostBehaviour } from './test-fixtures/fake-host/fake-host-behaviour';
import type { FakeHost } from './test-fixtures/fake-host/fake-host';
import { startFakeHost } from './test-fixtures/fake-host/start-fake-host';
import { twoRouters } from './test-fixtures/fake-host/test-lab';

const LIMITS = { graceMs: 300, killMs: 5_000, pollMs: 10 };
const DEAF: FakeHostBehaviour = {
  upHangs: 'deploy',
  orphan: true,
  ignoresSigterm: ['netlab', 'sudo', 'containerlab'],
};

const runnerOn = (host: FakeHost, more: Partial<NetlabRunnerOptions> = {}): NetlabRunner =>
  new NetlabRunner({ environment: host.environment, owner: host.folder, limits: LIMITS, ...more });

async function labFolder(host: FakeHost): Promise<string> {
  const folder = join(host.folder, 'lab');
  await mkdir(folder);
  await writeFile(join(folder, 'topology.yml'), twoRouters);
  return folder;
}

describe('commands of netlab', () => {
  test('run one after the other, in the order they were asked for, tools among them', async () => {
    await using host = await startFakeHost();
    const runner = runnerOn(host);
    const done: string[] = [];
    await Promise.all([
      runner.run(['version'], { cwd: '/' }).then(() => done.push('version')),
      runner.tool('docker', ['version'], { cwd: '/' }).then(() => done.push('docker')),
      runner.run(['status'], { cwd: '/', expectedFailure: true }).then(() => done.push('status')),
    ]);
    expect(done).toEqual(['version', 'docker', 'status']);
    expect((await host.runs()).map(({ program, args }) => `${program} ${args.join(' ')}`)).toEqual([
      'netlab version',
      'docker version',
      'netlab status',
    ]);
    expect((await host.runs()).flatMap(({ alive }) => alive)).toEqual([]);
  });

  test('go on after one that failed', async () => {
    await using host = await startFakeHost();
    const runner = runnerOn(host);
    const failing = failureOf(runner.run(['nonsense'], { cwd: '/' }));
    expect(await runner.run(['version'], { cwd: '/' })).toMatchObject({ exitCode: 0 });
    expect(await failing).toMatchObject({
      code: 'netlab_failed',
      message: expect.stringContaining('Unknown command nonsense'),
      output: expect.arrayContaining([expect.stringContaining('netlab help')]),
    });
  });

  test('that may fail answer with their exit code', async () => {
    await using host = await startFakeHost();
    const result = await runnerOn(host).run(['status'], { cwd: '/', expectedFailure: true });
    expect(result).toMatchObject({ exitCode: 1, stdout: 'No netlab-managed labs\n' });
    expect(result.durationMs).toBeGreaterThan(0);
  });

  test('have a clean environment, the settings of the operator, those of the call, and the marker', async () => {
    await using host = await startFakeHost();
    const environment = {
      ...host.environment,
      FORCE_COLOR: '1',
      NETLAB_DEVICE: 'eos',
      REMOTE_LAB_TOKEN: 'secret',
    };
    const runner = runnerOn(host, { environment, settings: { NETLAB_A: 'a', NETLAB_B: 'b' } });
    await runner.run(['version'], { cwd: '/', environment: { NETLAB_B: 'of the call' } });
    const [run] = await host.runs();
    expect(run?.environment).toMatchObject({
      COLUMNS: '10000',
      NETLAB_A: 'a',
      NETLAB_B: 'of the call',
      REMOTE_LAB_OWNER: host.folder,
      REMOTE_LAB_RUN: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(Object.keys(run?.environment ?? {})).toEqual(
      expect.not.arrayContaining(['FORCE_COLOR', 'NETLAB_DEVICE', 'REMOTE_LAB_TOKEN']),
    );
  });

  test('are heard line by line, by the call and by the log', async () => {
    await using host = await startFakeHost();
    const log: string[] = [];
    const heard: string[] = [];
    const runner = runnerOn(host, { onLine: (line) => log.push(line) });
    await runner.run(['version'], { cwd: '/', onLine: (line, stream) => heard.push(`${stream}: ${line}`) });
    expect(log[0]).toBe('netlab version 26.03');
    expect(heard[0]).toBe('stdout: netlab version 26.03');
  });

  test('are missing where netlab is not installed, and so are tools', async () => {
    await using host = await startFakeHost();
    await host.uninstall('netlab');
    const runner = runnerOn(host);
    expect(await failureOf(runner.run(['version'], { cwd: '/' }))).toMatchObject({ code: 'netlab_missing' });
    await host.uninstall('docker');
    expect(await runner.isAvailable('docker', ['version'])).toBe(false);
  });
});

describe('a command that takes too long, or is given up', () => {
  test('is ended with all its processes, those too that left the session and listen to nobody', async () => {
    await using host = await startFakeHost(DEAF);
    const runner = runnerOn(host);
    const cwd = await labFolder(host);
    const abort = new AbortController();
    const up = failureOf(runner.run(['up'], { cwd, signal: abort.signal }));
    const next = runner.run(['version'], { cwd: '/' });
    await host.reached('up:deploy');
    expect((await host.processes()).map(({ program }) => program).sort()).toEqual([
      'containerlab',
      'netlab',
      'sudo',
    ]);
    abort.abort(new Error('enough'));
    expect(await up).toMatchObject({ message: 'enough' });
    await next;
    expect(await host.processes()).toEqual([]);
    expect(await host.overlaps()).toEqual([]);
  });

  test('leaves the commands of another server of the same host alone, whether it is given up or fails', async () => {
    await using host = await startFakeHost({ upHangs: 'config' });
    const cwd = await labFolder(host);
    const theirs = runnerOn(host).run(['up'], { cwd });
    await host.reached('up:config');
    await failureOf(runnerOn(host).run(['nonsense'], { cwd: '/' }));
    const abort = new AbortController();
    const script = 'echo begun; sleep 60';
    const onLine = (): void => abort.abort(new Error('enough'));
    const ours = runnerOn(host).tool('sh', ['-c', script], { cwd: '/', signal: abort.signal, onLine });
    expect(await failureOf(ours)).toMatchObject({ message: 'enough' });
    await host.release();
    expect(await theirs).toMatchObject({ exitCode: 0 });
  });

  test('is ended after the time of the call, of the runner, or what suits the command', async () => {
    await using host = await startFakeHost({ versionFails: 'hangs' });
    const timeout = { code: 'netlab_timeout', message: expect.stringContaining('took longer than 0.2 s') };
    const call = { cwd: '/', timeoutMs: 200 };
    expect(await failureOf(runnerOn(host).run(['version'], call))).toMatchObject(timeout);
    const runner = runnerOn(host, { timeouts: { version: 200 } });
    expect(await failureOf(runner.run(['version'], { cwd: '/' }))).toMatchObject(timeout);
    expect(await host.processes()).toEqual([]);
  });

  test('while it waits for its turn is let go at once, and never begun', async () => {
    await using host = await startFakeHost({ versionFails: 'hangs' });
    const runner = runnerOn(host);
    const first = runner.run(['version'], { cwd: '/' });
    const abort = new AbortController();
    const waiting = failureOf(runner.run(['status'], { cwd: '/', signal: abort.signal }));
    await host.reached('version:start');
    abort.abort(new Error('gone'));
    expect(await waiting).toMatchObject({ message: 'gone' });
    expect(await failureOf(runner.run(['status'], { cwd: '/', signal: abort.signal }))).toMatchObject({
      message: 'gone',
    });
    await host.release();
    await first;
    await runner.run(['version'], { cwd: '/' });
    expect(await host.netlabRuns()).toEqual(['version', 'version']);
  });
});

describe('whether a program works', () => {
  test.each([
    [{}, true],
    [{ docker: 'daemon-down' }, false],
  ] as const)('%j: %s', async (behaviour, expected) => {
    await using host = await startFakeHost(behaviour);
    expect(await runnerOn(host).isAvailable('docker', ['version'])).toBe(expected);
  });
});

describe('what a killed server left running', () => {
  test('is found by its marker and ended; processes of other servers are not', async () => {
    await using host = await startFakeHost({ ...DEAF, times: { up: 1 } });
    const cwd = await labFolder(host);
    const up = failureOf(runnerOn(host).run(['up'], { cwd }));
    await host.reached('up:deploy');
    expect(await runnerOn(host, { owner: 'somebody else' }).endStrays()).toBe(0);
    expect(await host.processes()).toHaveLength(3);
    expect(await runnerOn(host).endStrays()).toBe(3);
    expect(await host.processes()).toEqual([]);
    expect(await up).toMatchObject({ message: expect.stringContaining('SIGKILL') });
    expect(await runnerOn(host).endStrays()).toBe(0);
  });

  test('is killed by the exit hook as far as it can, and the rest found by the next server', async () => {
    await using host = await startFakeHost({ ...DEAF, times: { up: 1 } });
    const cwd = await labFolder(host);
    const runner = runnerOn(host);
    runner.abandon();
    const up = failureOf(runner.run(['up'], { cwd }));
    await host.reached('up:deploy');
    runner.abandon();
    while ((await host.processes()).length > 1) await pause(10);
    expect(await host.processes()).toMatchObject([{ program: 'containerlab' }]);
    await runnerOn(host).endStrays();
    await up;
    expect(await host.processes()).toEqual([]);
    runner.abandon();
  });
});
