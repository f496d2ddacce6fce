import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failureOf } from './test-fixtures/failure-of';
import { lanOfThree, openBench, recordOf, twoRouters } from './test-fixtures/netlab-bench';

describe('a lab that is up', () => {
  test.concurrent('is whole, until it is torn down', async () => {
    await using bench = await openBench();
    await bench.up(1, undefined, lanOfThree);
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
    expect(await bench.down()).toBe(undefined);
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe('its folder or snapshot is gone');
  });

  test.concurrent('is not, once a container has stopped, or was removed', async () => {
    await using bench = await openBench();
    await bench.up(1, undefined, lanOfThree);
    await bench.host.stopContainer('clab-lab1-r2');
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe('its containers clab-lab1-r2 have stopped');
    await bench.host.removeContainer('clab-lab1-r2');
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe('it has 2 of its 3 containers');
  });

  test.concurrent('is not, once somebody has deleted its folder, or stopped it with netlab', async () => {
    await using bench = await openBench();
    await bench.up(1);
    await bench.runner.run(['down'], { cwd: join(bench.folder, 'labs', '1') });
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe('netlab knows of no lab in its folder');
    await rm(join(bench.folder, 'labs', '1'), { recursive: true });
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe('its folder or snapshot is gone');
  });

  test.concurrent('of no containers needs no engine', async () => {
    await using bench = await openBench();
    await bench.host.uninstall('docker');
    await bench.up();
    // What is left then is what a lab of another provider has.
    await rm(join(bench.folder, 'labs', '1', 'clab.yml'));
    await rm(join(bench.folder, 'copies', '1.clab.yml'));
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
  });
});

describe('a lab that nobody can look at is not called broken', () => {
  test.concurrent.each(['daemon-down', 'hangs'] as const)('Docker: %s', async (docker) => {
    await using bench = await openBench({}, { timeouts: { ps: 300 } });
    await bench.up();
    await bench.host.stopContainer('clab-lab1-r1');
    await bench.host.behave({ docker });
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
  });

  test.concurrent('Docker is no more on the PATH', async () => {
    await using bench = await openBench();
    await bench.up();
    await bench.host.uninstall('docker');
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
  });

  test.concurrent('the notes of netlab are damaged', async () => {
    await using bench = await openBench();
    await bench.up();
    await writeFile(join(bench.host.home, '.netlab', 'status.yaml'), '{ [');
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
  });

  test.concurrent('netlab is at work for somebody else: nobody waits for their turn', async () => {
    await using bench = await openBench();
    await bench.up();
    await bench.host.behave({ createFails: 'hangs' });
    const abort = new AbortController();
    const rehearsal = failureOf(bench.backend.rehearse(twoRouters, bench.call(abort.signal)));
    await bench.host.reached('create:start');
    expect(await bench.backend.whyNotWhole(recordOf(1))).toBe(undefined);
    expect(await bench.host.processes()).toMatchObject([
      { program: 'netlab', args: ['create', 'topology.yml'] },
    ]);
    abort.abort(new Error('enough'));
    await rehearsal;
  });
});
