import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import { containerNames, labFolder, run, running, statusOf } from './test-lab';

describe('two labs on one host', () => {
  test('a second start in the folder is refused before anything is touched', async () => {
    await using host = await startFakeHost();
    const cwd = await labFolder(host);
    await run(host, 'netlab up', cwd);

    const second = await run(host, 'netlab up', cwd);

    expect(second).toMatchObject({
      exitCode: 1,
      stderr: 'Fatal error in netlab: Cannot start another lab in the same directory\n',
    });
    expect(await run(host, 'netlab up --snapshot', cwd)).toMatchObject({ exitCode: 0 });
    expect(await containerNames(host)).toEqual(running);
  });

  test('a start elsewhere is refused after its files were written', async () => {
    await using host = await startFakeHost();
    const elsewhere = await host.addForeignLab();
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up', cwd);

    expect(up).toMatchObject({
      exitCode: 1,
      stderr: 'Fatal error in netlab: aborting "netlab up" request\n',
    });
    expect(up.stdout).toContain(`is already running in directory\n${elsewhere}`);
    expect(await readdir(cwd)).toContain('netlab.snapshot.pickle');
    expect(await readdir(cwd)).not.toContain('netlab.lock');
    expect(await containerNames(host)).toEqual(['clab-foreign-r1', 'clab-foreign-r2']);
  });

  test('a down elsewhere asks, unless forced twice', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab();
    const cwd = await labFolder(host);
    await run(host, 'netlab create', cwd);

    const closed = await run(host, 'netlab down --cleanup', cwd);
    const forced = await run(host, 'netlab down --cleanup --force --force', cwd);

    expect(closed).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('EOFError') });
    expect(forced).toMatchObject({ exitCode: 0 });
    expect(await statusOf(host)).toMatchObject({ default: { name: 'foreign' } });
  });

  test('with an instance of its own it may run beside the other', async () => {
    await using host = await startFakeHost();
    await host.addForeignLab();
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up -s defaults.multilab.id=ours -s name=mine', cwd);

    expect(up).toMatchObject({ exitCode: 0 });
    expect(await statusOf(host)).toMatchObject({ default: {}, ours: { dir: cwd, name: 'mine' } });
    expect(await containerNames(host)).toContain('clab-mine-r1');
  });

  test('taking down what is just coming up makes a lab that netlab knows and cannot remove', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
    await host.release();

    expect(await up.ended).toMatchObject({ exitCode: 1 });
    expect(await host.leftovers()).toEqual(['status default']);
    expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 1 });
    expect(await host.overlaps()).toContain('netlab down --cleanup during netlab up');
  });

  test('two netlabs at once are noticed', async () => {
    await using host = await startFakeHost({ upHangs: 'start' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:start');

    await run(host, 'netlab version', cwd);
    await host.release();
    await up.ended;

    expect(await host.overlaps()).toEqual(['netlab version during netlab up']);
  });
});
