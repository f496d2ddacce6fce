import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FakeHostBehaviour } from '../test-fixtures/fake-host/fake-host-behaviour';
import { failureOf } from './test-fixtures/failure-of';
import { lanOfThree, NO_TRACES, openBench, recordOf } from './test-fixtures/netlab-bench';

describe('a teardown', () => {
  const cases: readonly (readonly [string, FakeHostBehaviour])[] = [
    ['fails once', { downFails: true, times: { down: 1 } }],
    ['fails always', { downFails: true }],
    ['lies: netlab has forgotten, the containers are there', { downLies: 'destroy' }],
    ['lies: nothing was done', { downLies: 'probe' }],
    ['hangs before it begins', { downHangs: 'start' }],
    ['hangs in containerlab', { downHangs: 'destroy' }],
    [
      'hangs, and nobody hears SIGTERM',
      { downHangs: 'destroy', ignoresSigterm: ['netlab', 'sudo', 'containerlab'] },
    ],
  ];

  test.concurrent.each(cases)('that %s leaves nothing in the end', async (_words, behaviour) => {
    await using bench = await openBench({}, { downTimeoutMs: 400 });
    await bench.up(1, undefined, lanOfThree);
    await bench.host.behave(behaviour);
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('is gentle the first time, and says what is left and what was tried', async () => {
    await using bench = await openBench();
    await bench.up();
    await bench.host.behave({ downFails: true });
    expect(await failureOf(bench.backend.down(recordOf(1), bench.call()))).toMatchObject({
      code: 'lab_left_over',
      message: expect.stringMatching(
        /^Of lab lab1 \(in .*\) there are still containers clab-lab1-r1, clab-lab1-r2; an entry in netlab's status file; the lock netlab\.lock; netlab's snapshot\. Tried: down: netlab down failed with exit code 1: .*destroy/,
      ),
    });
    expect((await bench.host.netlabRuns()).filter((run) => run.includes('--force'))).toEqual([]);
  });

  test.concurrent(
    'that nothing can bring about names what is left, keeps what tells of it, and works once it can',
    async () => {
      await using bench = await openBench();
      await bench.up(1, undefined, lanOfThree);
      await bench.host.behave({ downFails: true, dockerRmFails: true });
      const stuck = await bench.down();
      expect(stuck).toContain('containers clab-lab1-r1, clab-lab1-r2, clab-lab1-r3');
      expect(stuck).toContain('could not kill: permission denied');
      expect((await bench.traces()).leftovers).toEqual(
        expect.arrayContaining(['bridge lab1_1', 'container clab-lab1-r1', 'network netlab_mgmt']),
      );
      await bench.host.behave({});
      expect(await bench.down()).toBe(undefined);
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent('makes the folder again that somebody has deleted under the lab', async () => {
    await using bench = await openBench();
    await bench.up(1, undefined, lanOfThree);
    await rm(join(bench.folder, 'labs'), { recursive: true });
    expect(await failureOf(bench.backend.inspect(recordOf(1), bench.call().signal))).toMatchObject({
      code: 'lab_not_running',
    });
    expect(await bench.down()).toBe(undefined);
    expect(bench.said).toContainEqual(expect.stringContaining('making its folder again'));
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('goes by the label when the copy was deleted as well', async () => {
    await using bench = await openBench();
    await bench.up();
    await rm(bench.folder, { recursive: true });
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('finds no netlab any more', async () => {
    await using bench = await openBench();
    await bench.up(1, undefined, lanOfThree);
    await bench.host.uninstall('netlab');
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('of a lab one of whose containers has died is like any other', async () => {
    await using bench = await openBench();
    await bench.up();
    await bench.host.stopContainer('clab-lab1-r1');
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });
});

test.concurrent(
  'files that look like those of a lab, without any lab, go without netlab and force',
  async () => {
    await using bench = await openBench();
    await bench.host.uninstall('netlab');
    for (const file of ['labs/1/netlab.lock/x', 'copies/1/topology.yml']) {
      await mkdir(join(bench.folder, file, '..'), { recursive: true });
      await writeFile(join(bench.folder, file), 'x');
    }
    await bench.backend.down(recordOf(1), bench.call());
    expect(await bench.traces()).toEqual(NO_TRACES);
  },
);

describe('Docker', () => {
  test.concurrent.each(['daemon-down', 'hangs'] as const)(
    '%s during a teardown that fails: no force, all that tells of the lab stays, and it works once Docker does',
    async (docker) => {
      await using bench = await openBench({}, { timeouts: { ps: 300 } });
      await bench.up();
      await bench.host.behave({ docker, downFails: true });
      const stuck = await bench.down();
      expect(stuck).toContain(
        docker === 'hangs' ? 'docker ps took longer than 0.3 s' : 'Docker does not answer',
      );
      expect(stuck).toContain('Its containers cannot be seen from here, so no force was used.');
      expect((await bench.host.netlabRuns()).filter((run) => run.includes('--force'))).toEqual([]);
      await bench.host.behave({});
      expect(await bench.down(1, bench.successor())).toBe(undefined);
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent(
    'down while netlab lies: that a lab is gone is not believed before somebody could look',
    async () => {
      await using bench = await openBench();
      await bench.up();
      await bench.host.behave({ docker: 'daemon-down', downLies: 'destroy' });
      expect(await bench.down()).toContain('Docker does not answer');
      await bench.host.behave({});
      expect(await bench.down()).toBe(undefined);
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent(
    'no more on the PATH: netlab is believed when it has done it, and never forced',
    async () => {
      await using bench = await openBench();
      await bench.up();
      await bench.host.uninstall('docker');
      await bench.host.behave({ downFails: true });
      expect(await bench.down()).toContain('Its containers cannot be seen from here');
      expect((await bench.host.netlabRuns()).filter((run) => run.includes('--force'))).toEqual([]);
      await bench.host.behave({});
      expect(await bench.down()).toBe(undefined);
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent('not there at all: a start that failed before it began needs none', async () => {
    await using bench = await openBench({ upFails: 'probe' });
    await bench.host.uninstall('docker');
    await failureOf(bench.up());
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('hangs while a lab is looked at: devices are told all the same', async () => {
    await using bench = await openBench();
    await bench.up();
    await bench.host.behave({ docker: 'hangs' });
    expect(await bench.backend.inspect(recordOf(1), bench.call().signal)).toHaveLength(2);
    await bench.host.behave({});
    await bench.down();
  });
});

describe('a status file that is damaged', () => {
  test.concurrent('is told to everybody who needs it, and it works once it is mended', async () => {
    await using bench = await openBench();
    await bench.up();
    const file = join(bench.host.home, '.netlab', 'status.yaml');
    await writeFile(file, '{ [');
    expect(await bench.backend.obstacles()).toEqual([expect.stringContaining('status.yaml are damaged')]);
    expect(await bench.down()).toMatch(/status\.yaml are damaged.*[^.]\.$/);
    expect(await bench.backend.adopt(recordOf(1), bench.call())).toContain('its state is not known');
    expect(await failureOf(bench.backend.reclaim(undefined, bench.call()))).toMatchObject({
      code: 'lab_left_over',
    });
    await rm(file);
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent(
    'keeps a lab from being begun: it says so once, and there is nothing to tear down',
    async () => {
      await using bench = await openBench();
      const file = join(bench.host.home, '.netlab', 'status.yaml');
      await mkdir(join(file, '..'));
      await writeFile(file, '{ [');
      expect(await failureOf(bench.up(2))).toMatchObject({
        code: 'netlab_unusable',
        message: expect.stringMatching(/status\.yaml are damaged, .* move the file away/),
      });
      expect(bench.said).toEqual([]);
      expect(await bench.host.runs()).toEqual([]);
      await bench.backend.down(recordOf(2), bench.call());
      await bench.host.behave({ docker: 'daemon-down' });
      await bench.backend.down(recordOf(2), bench.call());
      await rm(file);
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );
});

test.concurrent(
  'that there were containers is not forgotten with the folder, while Docker is down',
  async () => {
    await using bench = await openBench();
    await bench.up();
    await rm(join(bench.folder, 'labs'), { recursive: true });
    await bench.host.behave({ docker: 'daemon-down' });
    expect(await bench.down()).toContain('Docker does not answer');
    await bench.host.behave({});
    expect(await bench.down()).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  },
);
