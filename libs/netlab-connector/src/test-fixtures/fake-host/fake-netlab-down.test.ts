import { describe, expect, test } from '@jest/globals';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import { containerNames, forgotten, labFolder, leftovers, run, running, statusOf } from './test-lab';

describe('taking down', () => {
  test('fails while the destruction does, and with --force forgets the containers it leaves', async () => {
    await using host = await startFakeHost({ downFails: true });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Fatal error in netlab down: sudo -E containerlab destroy'),
    });
    expect(await statusOf(host)).toMatchObject({ default: { status: 'stopping clab provider' } });
    expect(await run(host, 'netlab down --cleanup --force', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).toEqual(forgotten);
  });

  test('fails as often as it was told to', async () => {
    await using host = await startFakeHost({ downFails: true, times: { down: 2 } });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const codes = [];
    for (let tries = 0; tries < 3; tries += 1)
      codes.push((await run(host, 'netlab down --cleanup', cwd)).exitCode);

    expect(codes).toEqual([1, 1, 0]);
    expect(await host.leftovers()).toEqual([]);
  });

  test('lies that all is gone', async () => {
    await using host = await startFakeHost({ downLies: 'destroy' });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).toEqual(forgotten);
  });

  test('does nothing and says nothing is wrong while its probe fails', async () => {
    await using host = await startFakeHost({ downLies: 'probe' });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);
    const before = await host.leftovers();

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    expect(await host.leftovers()).toEqual(before);
    expect(await run(host, 'netlab down --cleanup --force', cwd)).toMatchObject({ exitCode: 0 });
    expect(await leftovers(host)).not.toContain('status default');
    expect(await containerNames(host)).toEqual(running);
  });

  test.each(['start', 'destroy'] as const)('hangs at %s until released', async (stage) => {
    await using host = await startFakeHost({ downHangs: stage });
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const down = startProgram(host, 'netlab', ['down', '--cleanup'], { cwd });
    await host.reached(`down:${stage}`);
    expect(await containerNames(host)).toEqual(running);
    await host.release();

    expect(await down.ended).toMatchObject({ exitCode: 0 });
    expect(await host.leftovers()).toEqual([]);
  });

  test('by instance works from anywhere, and knows no lab that is not there', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const down = await run(host, 'netlab down --cleanup --instance default', host.home);
    const again = await run(host, 'netlab down --cleanup --instance default', host.home);

    expect(down).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('[CHANGED] Selected instance default'),
    });
    expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Unknown instance default') });
    expect(await host.leftovers()).toEqual([]);
  });

  test('needs a snapshot', async () => {
    await using host = await startFakeHost();

    expect(await run(host, 'netlab down', await labFolder(host))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('The topology snapshot file netlab.snapshot.pickle does not exist'),
    });
  });
});
