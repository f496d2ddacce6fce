import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failureOf } from './test-fixtures/failure-of';
import { lanOfThree, NO_TRACES, openBench, recordOf } from './test-fixtures/netlab-bench';

describe('a server that is killed while it builds a lab', () => {
  test.concurrent.each(['start', 'create', 'probe', 'deploy', 'config'] as const)(
    'at %s: its successor ends what goes on, does not adopt the lab, and nothing is left',
    async (upHangs) => {
      await using bench = await openBench({ upHangs });
      void bench.up(1, undefined, lanOfThree);
      await bench.host.reached(`up:${upHangs}`);
      bench.die();
      const next = bench.successor();
      expect(await next.adopt(recordOf(1), bench.call())).toMatch(/^netlab was still at work on it/);
      const report = await next.reclaim(recordOf(1), bench.call());
      expect(report).toEqual({
        reclaimed: [expect.stringContaining(join(bench.folder, 'labs', '1'))],
        foreign: [],
      });
      expect(await bench.traces()).toEqual(NO_TRACES);
      expect((await next.reclaim(recordOf(1), bench.call())).reclaimed).toEqual([]);
    },
  );

  test.concurrent(
    'and whose containerlab has lost everybody: the marker tells it, without any record',
    async () => {
      await using bench = await openBench({
        upHangs: 'deploy',
        orphan: true,
        ignoresSigterm: 'containerlab',
      });
      void bench.up();
      await bench.host.reached('up:deploy');
      bench.die();
      for (const program of ['netlab', 'sudo']) {
        for (const one of await bench.host.processes())
          if (one.program === program) process.kill(one.pid, 'SIGKILL');
      }
      const report = await bench.successor().reclaim(undefined, bench.call());
      expect(report.reclaimed).toContainEqual(expect.stringMatching(/^lab lab1 in .*, torn down$/));
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );

  test.concurrent('and which still could run its exit hook: the same', async () => {
    await using bench = await openBench({ upHangs: 'config' });
    void bench.up();
    await bench.host.reached('up:config');
    bench.die();
    bench.backend.abandon();
    await bench.successor().reclaim(recordOf(1), bench.call());
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent.each(['start', 'destroy'] as const)('while it tears one down, at %s', async (downHangs) => {
    await using bench = await openBench({ downHangs, times: { down: 1 } });
    await bench.up(1, undefined, lanOfThree);
    void bench.down();
    await bench.host.reached(`down:${downHangs}`);
    bench.die();
    const next = bench.successor();
    expect(await next.adopt(recordOf(1), bench.call())).toMatch(/^netlab was still at work on it/);
    await next.reclaim(recordOf(1), bench.call());
    expect(await bench.traces()).toEqual(NO_TRACES);
  });
});

describe('a lab whose server has died', () => {
  test.concurrent('is adopted whole; what else the dead server left goes', async () => {
    await using bench = await openBench();
    const { devices } = await bench.up(2, undefined, lanOfThree);
    bench.die();
    const next = bench.successor();
    const adopted = await next.adopt(recordOf(2), bench.call());
    expect(adopted).toMatchObject({ devices });
    await writeFile(join(bench.folder, 'copies', '1'), 'half written');
    expect(await next.reclaim(undefined, bench.call(), recordOf(2))).toEqual({ reclaimed: [], foreign: [] });
    expect(await bench.host.containers()).toHaveLength(3);
    expect(await bench.down(2, next)).toBe(undefined);
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent('is not adopted when a container has stopped, or its devices cannot be read', async () => {
    await using bench = await openBench({ createFails: 'no-devices-file' });
    await bench.up();
    bench.die();
    const next = bench.successor();
    await bench.host.behave({ inspectFails: 'exit-1' });
    expect(await next.adopt(recordOf(1), bench.call())).toMatch(
      /^its devices cannot be read: netlab inspect failed/,
    );
    await bench.host.stopContainer('clab-lab1-r2');
    expect(await next.adopt(recordOf(1), bench.call())).toBe('its containers clab-lab1-r2 have stopped');
    await next.reclaim(recordOf(1), bench.call());
    expect(await bench.traces()).toEqual(NO_TRACES);
  });

  test.concurrent(
    'that resists does not keep the others: all are tried, and the first attempt is a gentle one',
    async () => {
      await using bench = await openBench();
      await bench.up(1);
      bench.die();
      await bench.host.behave({ downFails: true });
      const next = bench.successor();
      await writeFile(join(bench.folder, 'copies', '3'), 'half written');
      const error = await failureOf(next.reclaim(undefined, bench.call()));
      expect(error).toMatchObject({
        code: 'lab_left_over',
        message: expect.stringContaining('clab-lab1-r1'),
      });
      await expect(readFile(join(bench.folder, 'copies', '3'))).rejects.toThrow('ENOENT');
      await next.reclaim(undefined, { ...bench.call(), attempt: 2 });
      expect(await bench.traces()).toEqual(NO_TRACES);
    },
  );
});

test.concurrent('a lab half built is not taken for gone when netlab lies while Docker is down', async () => {
  await using bench = await openBench({ upHangs: 'config' });
  void bench.up();
  await bench.host.reached('up:config');
  bench.die();
  const next = bench.successor();
  await bench.host.behave({ docker: 'daemon-down', downLies: 'destroy' });
  expect(await failureOf(next.reclaim(recordOf(1), bench.call()))).toMatchObject({
    code: 'lab_left_over',
    message: expect.stringContaining('Docker does not answer'),
  });
  await bench.host.behave({});
  await next.reclaim(recordOf(1), { ...bench.call(), attempt: 2 });
  expect(await bench.traces()).toEqual(NO_TRACES);
});
