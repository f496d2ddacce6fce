import { describe, expect, test } from '@jest/globals';
import { failureOf } from './test-fixtures/failure-of';
import { NO_TRACES, openBench, recordOf, twoRouters } from './test-fixtures/netlab-bench';

describe('the lab of somebody else', () => {
  test.concurrent('keeps ours from being built: nothing is begun, and both are named', async () => {
    await using bench = await openBench();
    const dir = await bench.host.addForeignLab();
    const before = await bench.host.leftovers();
    const refusal = { code: 'foreign_lab', message: expect.stringContaining(dir) };
    expect(await failureOf(bench.up())).toMatchObject(refusal);
    expect(await failureOf(bench.backend.rehearse(twoRouters, bench.call()))).toMatchObject(refusal);
    expect(await bench.backend.obstacles()).toEqual([expect.stringContaining('netlab down --cleanup')]);
    expect(await bench.host.netlabRuns()).toEqual([]);
    expect(await bench.down()).toBe(undefined);
    expect(await bench.host.leftovers()).toEqual(before);
  });

  test.concurrent('that comes while ours is built: netlab refuses, ours goes, theirs stays', async () => {
    await using bench = await openBench({ upHangs: 'create' });
    const up = failureOf(bench.up());
    await bench.host.reached('up:create');
    const dir = await bench.host.addForeignLab();
    await bench.host.release();
    expect(await up).toMatchObject({ code: 'foreign_lab', message: expect.stringContaining(dir) });
    expect(await bench.down()).toBe(undefined);
    expect(await bench.host.containers()).toHaveLength(2);
    expect((await bench.traces()).leftovers.filter((name) => name.includes(bench.folder))).toEqual([]);
  });

  test.concurrent(
    'and of another user: it is named when ours fails beside it, with what netlab said',
    async () => {
      await using bench = await openBench({ upFails: 'deploy' });
      const dir = await bench.host.addForeignLab({ inStatus: false });
      const before = await bench.host.leftovers();
      const error = await failureOf(bench.up());
      expect(error).toMatchObject({
        code: 'foreign_lab',
        message: expect.stringMatching(
          /another user, with containers clab-foreign-r1.* Beside it, netlab up failed/,
        ),
        output: expect.arrayContaining([expect.stringContaining('containerlab deploy')]),
      });
      expect(String(error)).toContain(dir);
      expect(await bench.host.leftovers()).toEqual(before);
    },
  );

  test.concurrent(
    'and of another user does not keep ours from being built where both have room',
    async () => {
      await using bench = await openBench();
      await bench.host.addForeignLab({ inStatus: false });
      expect((await bench.up()).devices).toHaveLength(2);
      expect(await bench.down()).toBe(undefined);
    },
  );

  test.concurrent(
    'that takes our place in the notes of netlab does not keep ours from being torn down',
    async () => {
      await using bench = await openBench();
      await bench.up();
      await bench.host.addForeignLab();
      expect(await bench.down()).toBe(undefined);
      expect((await bench.host.containers()).map(({ name }) => name)).toEqual([
        'clab-foreign-r1',
        'clab-foreign-r2',
      ]);
      const left = (await bench.traces()).leftovers;
      expect(left).toContain('status default');
      expect(left.filter((name) => /lab1|netlab_mgmt|folder/.test(name))).toEqual([]);
    },
  );

  test.concurrent('that has the name of ours is not taken for ours', async () => {
    await using bench = await openBench();
    const dir = await bench.host.addForeignLab({ name: 'lab1', inStatus: false });
    const before = await bench.host.leftovers();
    expect(await failureOf(bench.up())).toMatchObject({
      code: 'foreign_lab',
      message: expect.stringContaining(`clab-lab1-r1, clab-lab1-r2 of a lab in ${dir}`),
    });
    expect(await bench.down()).toBe(undefined);
    expect(await bench.backend.reclaim(recordOf(1), bench.call())).toEqual({
      reclaimed: [],
      foreign: [expect.stringContaining(dir)],
    });
    expect(await bench.host.leftovers()).toEqual(before);
  });

  test.concurrent('is only named when a predecessor is reclaimed', async () => {
    await using bench = await openBench();
    const dir = await bench.host.addForeignLab({ inStatus: false });
    const report = await bench.backend.reclaim(undefined, bench.call());
    expect(report).toEqual({ reclaimed: [], foreign: [expect.stringContaining(`${dir} (another user`)] });
    expect(await bench.host.containers()).toHaveLength(2);
  });
});

describe('the lab of somebody else that the operator wants to go', () => {
  test.concurrent.each([
    { lab: { inStatus: true }, ending: /torn down$/ },
    {
      lab: { inStatus: false },
      ending: /torn down; its user's own notes of it may remain: .*netlab status --reset/,
    },
    { lab: { inStatus: true, instance: 'seven', name: 'theirs' }, ending: /torn down$/ },
  ])('%j goes, and ours stays', async ({ lab, ending }) => {
    await using bench = await openBench({}, { reclaimForeign: true });
    await bench.up();
    const dir = await bench.host.addForeignLab({ instance: 'other', ...lab });
    const report = await bench.backend.reclaim(undefined, bench.call(), recordOf(1));
    expect(report).toEqual({ reclaimed: [expect.stringMatching(ending)], foreign: [] });
    expect(report.reclaimed[0]).toContain(`the lab in ${dir} that this server did not start`);
    expect((await bench.host.containers()).map(({ name }) => name)).toEqual(['clab-lab1-r1', 'clab-lab1-r2']);
    expect(await bench.down()).toBe(undefined);
    expect((await bench.traces()).leftovers.filter((name) => /status|container|folder/.test(name))).toEqual(
      [],
    );
  });

  test.concurrent('and lies in a folder above ours: only its own containers go', async () => {
    await using bench = await openBench({}, { reclaimForeign: true });
    await bench.up();
    await bench.host.addForeignLab({ instance: 'above', dir: bench.host.folder });
    await bench.backend.reclaim(undefined, bench.call(), recordOf(1));
    expect((await bench.host.containers()).map(({ name }) => name)).toEqual(['clab-lab1-r1', 'clab-lab1-r2']);
    expect(await bench.down()).toBe(undefined);
  });

  test.concurrent('but cannot: it is named, with the reason', async () => {
    await using bench = await openBench({ downFails: true, dockerRmFails: true }, { reclaimForeign: true });
    const dir = await bench.host.addForeignLab();
    const { reclaimed, foreign } = await bench.backend.reclaim(undefined, bench.call());
    expect(reclaimed).toEqual([]);
    expect(foreign).toEqual([expect.stringContaining(`could not be reclaimed: docker rm failed`)]);
    expect(foreign[0]).toContain(dir);
    expect(await bench.host.containers()).toHaveLength(2);
  });
});

test.concurrent('rehearsals and a teardown at the same time take turns', async () => {
  await using bench = await openBench();
  await bench.up();
  const rehearsals = [1, 2].map(() => bench.backend.rehearse(twoRouters, bench.call()));
  const stuck = bench.down();
  await Promise.all(rehearsals);
  expect(await stuck).toBe(undefined);
  expect(await bench.traces()).toEqual(NO_TRACES);
});
