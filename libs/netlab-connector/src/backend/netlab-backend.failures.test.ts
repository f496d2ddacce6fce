import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FakeHostBehaviour } from '../test-fixtures/fake-host/fake-host-behaviour';
import { failureOf } from './test-fixtures/failure-of';
import { bundleOf, lanOfThree, NO_TRACES, openBench } from './test-fixtures/netlab-bench';

const STAGES = ['start', 'create', 'probe', 'deploy', 'config'] as const;

describe('a start that netlab gives up', () => {
  const cases: readonly (readonly [FakeHostBehaviour, string, string])[] = [
    [{ upFails: 'probe' }, 'netlab_failed', 'Containerlab is not installed'],
    [{ upFails: 'deploy' }, 'netlab_failed', 'containerlab deploy --reconfigure -t clab.yml failed'],
    [{ upFails: 'node:r1' }, 'netlab_failed', 'containerlab deploy --reconfigure -t clab.yml failed'],
    [{ upFails: 'config' }, 'netlab_failed', 'netlab initial failed'],
    [{ upTraceback: true }, 'netlab_failed', "No such file or directory: '/proc/modules'"],
    [{ createFails: 'exit-1' }, 'invalid_topology', 'Cannot proceed beyond this point'],
    [{ createFails: 'traceback' }, 'invalid_topology', 'broken on purpose'],
  ];

  test.concurrent.each(cases)(
    '%j: the caller hears netlab, and nothing is left',
    async (behaviour, code, words) => {
      await using bench = await openBench(behaviour);
      expect(await failureOf(bench.up())).toMatchObject({ code, message: expect.stringContaining(words) });
      expect(await bench.traces()).toEqual(NO_TRACES);
      expect(await bench.down()).toBe(undefined);
    },
  );

  test.concurrent('does not keep the next one from being built', async () => {
    await using bench = await openBench({ upFails: 'node:r1' });
    await failureOf(bench.up());
    await bench.host.behave({});
    expect((await bench.up(2)).devices).toHaveLength(2);
    expect(await bench.down(2)).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent(
    'keeps for the post-mortem what netlab made of the topology, and what it said',
    async () => {
      await using bench = await openBench({ upFails: 'config' });
      await failureOf(bench.up(7));
      const kept = join(bench.folder, 'failed', '7');
      expect(await readFile(join(kept, 'topology.yml'), 'utf8')).toContain('frr');
      expect((await readdir(kept)).sort()).toEqual([
        'ansible.cfg',
        'clab.yml',
        'group_vars',
        'host_vars',
        'hosts.yml',
        'netlab-devices.yml',
        'netlab.log',
        'node_files',
        'topology.yml',
      ]);
      expect(await readFile(join(kept, 'netlab.log'), 'utf8')).toMatch(
        /^netlab up failed with exit code 1: .*netlab initial failed.*\n\nCreating configuration files\n[^]*syntax error\n/,
      );
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent('which cannot be kept is told as it is, and nothing of the lab is left', async () => {
    await using bench = await openBench({ upFails: 'config' });
    await mkdir(bench.folder);
    await writeFile(join(bench.folder, 'failed'), 'in the way');
    expect(await failureOf(bench.up())).toMatchObject({ code: 'netlab_failed' });
    expect(bench.said).toContainEqual(
      expect.stringMatching(/^What tells why the start failed could not be kept: E/),
    );
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('keeps no folder when the topology was refused, or the caller went away', async () => {
    await using bench = await openBench({ createFails: 'exit-1' });
    await failureOf(bench.up(1));
    await bench.host.behave({ upHangs: 'deploy' });
    const abort = new AbortController();
    const up = failureOf(bench.up(2, abort.signal));
    await bench.host.reached('up:deploy');
    abort.abort();
    await up;
    expect(await readdir(bench.folder)).not.toContain('failed');
  });

  test.concurrent('says where a refused topology is wrong, without a path of this host', async () => {
    await using bench = await openBench();
    const bad = bundleOf('{ provider: clab, defaults.device: nosuchbox, nodes: [r1] }');
    const error = await failureOf(bench.up(1, undefined, bad));
    expect(error).toMatchObject({ code: 'invalid_topology', message: expect.stringContaining('nosuchbox') });
    expect(String(error)).not.toContain(bench.folder);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('asks a question: nobody is there to answer, so it ends at once', async () => {
    await using bench = await openBench({ upAsks: true });
    expect(await failureOf(bench.up())).toMatchObject({ message: expect.stringContaining('EOFError') });
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent.each([
    ['libvirt', 'KVM is not installed', '--netlab-env NETLAB_PROVIDER=clab'],
    ['external', 'EOFError', 'use clab or libvirt, or fake devices'],
  ])('for the provider %s: it says what to do instead', async (provider, words, advice) => {
    await using bench = await openBench();
    const lab = bundleOf(`{ provider: ${provider}, defaults.device: eos, nodes: [r1] }`);
    const error = await failureOf(bench.up(1, undefined, lab));
    expect(error).toMatchObject({ code: 'netlab_failed', message: expect.stringContaining(words) });
    expect(String(error)).toContain(advice);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('has up, but cannot be inspected: the lab is taken down again', async () => {
    await using bench = await openBench({ createFails: 'no-devices-file', inspectFails: 'garbage' });
    expect(await failureOf(bench.up())).toMatchObject({
      code: 'netlab_failed',
      message: expect.stringContaining('did not answer with a JSON mapping'),
    });
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('finds no netlab', async () => {
    await using bench = await openBench();
    await bench.host.uninstall('netlab');
    expect(await failureOf(bench.up())).toMatchObject({ code: 'netlab_missing' });
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent(
    'finds no containerlab: no lab was begun, so force does no harm and nothing is left',
    async () => {
      await using bench = await openBench();
      await bench.host.uninstall('containerlab');
      expect(await failureOf(bench.up())).toMatchObject({
        message: expect.stringContaining('Containerlab is not installed'),
      });
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );
});

describe('a start that hangs', () => {
  test.concurrent.each(STAGES)('at %s ends with its caller, and nothing is left', async (stage) => {
    await using bench = await openBench({ upHangs: stage });
    const abort = new AbortController();
    const up = failureOf(bench.up(1, abort.signal, lanOfThree));
    await bench.host.reached(`up:${stage}`);
    abort.abort(new Error('the session has ended'));
    expect(await up).toMatchObject({ message: 'the session has ended' });
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent(
    'is ended after its time, also when nobody hears SIGTERM and containerlab has a session of its own',
    async () => {
      const behaviour = {
        upHangs: 'deploy',
        orphan: true,
        ignoresSigterm: ['netlab', 'sudo', 'containerlab'],
        times: { up: 1 },
      } as const;
      await using bench = await openBench(behaviour, { timeouts: { up: 2_000 } });
      expect(await failureOf(bench.up())).toMatchObject({
        code: 'netlab_timeout',
        message: 'netlab up took longer than 2 s and was ended with all its processes.',
      });
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );
});

describe('a start that somebody else kills', () => {
  const cases = [
    ['start', 'SIGKILL', false],
    ['create', 'SIGTERM', false],
    ['probe', 'SIGKILL', false],
    ['deploy', 'SIGTERM', false],
    ['deploy', 'SIGKILL', true],
    ['config', 'SIGKILL', false],
  ] as const;

  test.concurrent.each(cases)(
    'at %s, by %s (orphans: %s): says so, and nothing is left',
    async (upHangs, signal, orphan) => {
      await using bench = await openBench({ upHangs, orphan });
      const up = failureOf(bench.up());
      await bench.host.reached(`up:${upHangs}`);
      const netlab = (await bench.host.processes()).find(({ program }) => program === 'netlab');
      process.kill(netlab?.pid ?? 0, signal);
      expect(await up).toMatchObject({
        code: 'netlab_failed',
        message: expect.stringContaining(`netlab up was ended from outside by ${signal}`),
      });
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );
});

test.concurrent('noise of every kind is heard whole, kept in bounds, and harms nothing', async () => {
  await using bench = await openBench({
    upNoise: [
      'ansi',
      'warnings',
      'long-line',
      'invalid-utf8',
      'split-utf8',
      'carriage-returns',
      'many-lines',
    ],
    upFails: 'config',
  });
  const error = await failureOf(bench.up());
  expect(error).toMatchObject({ code: 'netlab_failed', message: expect.stringContaining('netlab initial') });
  expect(bench.said).toEqual(
    expect.arrayContaining(['[CREATED] coloured words', 'snow ☃ man', '10%', '100%', 'noise line 200000']),
  );
  expect(bench.said.filter((line) => line.startsWith('noise line '))).toHaveLength(200_000);
  expect(Math.max(...bench.said.slice(0, 50).map(({ length }) => length))).toBeLessThanOrEqual(16_384);
  expect(error).toMatchObject({ output: { length: 100 } });
  expect(await bench.traces()).toEqual(NO_TRACES);
});
