import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { FakeHostBehaviour } from './fake-host-behaviour';
import { startFakeHost } from './start-fake-host';
import { startProgram } from './start-program';
import { containerNames, labFolder, leftovers, run, running, statusOf } from './test-lab';

describe('a start that does not come to its end', () => {
  const failing: [FakeHostBehaviour, string, { containers: string[]; status: unknown; lock: boolean }][] = [
    [{ upFails: 'probe' }, 'Containerlab is not installed', { containers: [], status: null, lock: false }],
    [{ upTraceback: true }, 'Traceback', { containers: [], status: 'starting provider clab', lock: true }],
    [
      { upFails: 'deploy' },
      'failed, aborting...',
      { containers: [], status: 'starting provider clab', lock: true },
    ],
    [
      { upFails: 'node:r1' },
      'failed, aborting...',
      { containers: ['clab-two-r2'], status: 'starting provider clab', lock: true },
    ],
    [
      { upFails: 'config' },
      'netlab initial failed',
      { containers: running, status: 'deploying configuration: complete configuration', lock: true },
    ],
  ];

  test.each(failing)(
    '%j leaves what the real one leaves, and down takes it away',
    async (behaviour, words, left) => {
      await using host = await startFakeHost(behaviour);
      const cwd = await labFolder(host);

      const up = await run(host, 'netlab up', cwd);

      expect(up.exitCode).toBe(1);
      expect(up.stderr).toContain(words);
      expect(await containerNames(host)).toEqual(left.containers);
      expect(await statusOf(host)).toMatchObject({ default: { dir: cwd, status: left.status } });
      expect((await readdir(cwd)).includes('netlab.lock')).toBe(left.lock);
      expect(await run(host, 'netlab down --cleanup', cwd)).toMatchObject({ exitCode: 0 });
      expect(await host.leftovers()).toEqual([]);
    },
  );

  test.each(['start', 'create', 'probe', 'deploy', 'config'] as const)(
    'hangs at %s until released',
    async (stage) => {
      await using host = await startFakeHost({ upHangs: stage });
      const cwd = await labFolder(host);

      const up = startProgram(host, 'netlab', ['up'], { cwd });
      await host.reached(`up:${stage}`);
      expect(await host.processes()).toContainEqual(
        expect.objectContaining({ pid: up.pid, program: 'netlab' }),
      );
      await host.release();

      expect(await up.ended).toMatchObject({ exitCode: 0 });
      expect(await containerNames(host)).toEqual(running);
    },
  );

  test('asks, and does not survive a closed stdin', async () => {
    await using host = await startFakeHost({ upAsks: true });
    const cwd = await labFolder(host);

    const up = await run(host, 'netlab up', cwd);

    expect(up).toMatchObject({ exitCode: 1, stdout: 'Do you want to continue [y/n]: ' });
    expect(up.stderr).toContain('EOFError: EOF when reading a line');
    expect(await run(host, 'netlab up', cwd, { stdin: { answer: 'y\n' } })).toMatchObject({ exitCode: 0 });
  });

  test('killed alone, it leaves sudo and containerlab behind, who finish what they began', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy', orphan: true });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    up.child.kill('SIGTERM');
    await new Promise((resolve) => up.child.on('exit', resolve));
    expect(up.child.signalCode).toBe('SIGTERM');
    expect((await host.processes()).map(({ program }) => program).sort()).toEqual(['containerlab', 'sudo']);
    expect(await containerNames(host)).toEqual(['clab-two-r1']);
    const second = run(host, 'netlab status --all', cwd);
    expect(await second).toMatchObject({ exitCode: 0 });
    await host.release();

    await host.reached('up:deployed');
    expect(await containerNames(host)).toEqual(running);
    expect(await host.overlaps()).toContain(
      'netlab status --all during containerlab deploy --reconfigure -t clab.yml',
    );
  });

  test('its group killed, what is in a session of its own takes its time and still finishes', async () => {
    await using host = await startFakeHost({ deployDelayMs: 100, orphan: true });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGKILL');

    await host.reached('up:deployed');
    expect(await up.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await containerNames(host)).toEqual(running);
  });

  test('its group told to stop, containerlab takes its containers away', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGTERM');

    expect(await up.ended).toMatchObject({
      signal: 'SIGTERM',
      stdout: expect.stringContaining('Starting clab nodes'),
    });
    expect(await host.processes()).toEqual([]);
    expect(await containerNames(host)).toEqual([]);
    expect(await leftovers(host)).toEqual(expect.arrayContaining(['netlab.lock', 'status default']));
  });

  test('interrupted, it says so and kills sudo, but not containerlab', async () => {
    await using host = await startFakeHost({ upHangs: 'deploy' });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd });
    await host.reached('up:deploy');

    up.child.kill('SIGINT');
    await new Promise((resolve) => up.child.on('exit', resolve));

    expect(up.child.exitCode).toBe(1);
    expect((await host.processes()).map(({ program }) => program)).toEqual(['containerlab']);
    await host.release();
    expect((await up.ended).stderr).toContain('ErrorAbort in cli: netlab up command was interrupted');
  });

  test('deaf to SIGTERM, all of it goes on', async () => {
    await using host = await startFakeHost({
      upHangs: 'deploy',
      ignoresSigterm: ['netlab', 'sudo', 'containerlab'],
    });
    const cwd = await labFolder(host);
    const up = startProgram(host, 'netlab', ['up'], { cwd, group: true });
    await host.reached('up:deploy');

    process.kill(-up.pid, 'SIGTERM');
    await host.release();

    expect(await up.ended).toMatchObject({ exitCode: 0 });
    expect(await containerNames(host)).toEqual(running);
  });

  test('makes noise of every kind', async () => {
    await using host = await startFakeHost({
      upNoise: [
        'ansi',
        'warnings',
        'long-line',
        'invalid-utf8',
        'split-utf8',
        'carriage-returns',
        'no-line-break',
        'many-lines',
      ],
    });
    const up = await run(host, 'netlab up', await labFolder(host));

    expect(up.exitCode).toBe(0);
    expect(up.stdout.split('\n').length).toBeGreaterThan(200_000);
    for (const piece of [
      '\u001b[1;32m',
      `${'x'.repeat(100_000)} end`,
      'bad \ufffd',
      'snow ☃ man',
      '\r100%\r\n',
    ]) {
      expect(up.stdout.includes(piece)).toBe(true);
    }
    expect(up.stderr).toContain('and no line break');
  });
});
