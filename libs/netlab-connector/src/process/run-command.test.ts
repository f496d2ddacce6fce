import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { type Command, runCommand } from './run-command';

const env = { PATH: process.env['PATH'] ?? '' };

function command(script: string, more: Partial<Command> = {}): Command {
  const { signal } = new AbortController();
  return { program: process.execPath, args: ['-e', script], cwd: '/', environment: env, signal, ...more };
}

const kill = (root: number): Promise<void> => {
  process.kill(-root, 'SIGKILL');
  return Promise.resolve();
};
const notNeeded = { end: (): Promise<void> => Promise.reject(new Error('nobody was to be ended')) };

describe('a command that ends by itself', () => {
  test('gives its exit code, its stdout and the last lines of both streams', async () => {
    const heard: string[] = [];
    const script = `console.log('one'); console.error('two'); for (let i = 0; i < 150; i++) console.log('n' + i)`;
    const onLine = (line: string, stream: string): void => void heard.push(`${stream} ${line}`);
    const result = await runCommand(command(script, { onLine }), notNeeded);
    expect(result).toMatchObject({ exitCode: 0, signal: undefined });
    expect(result.stdout).toMatch(/^one\nn0\n[^]*n149\n$/);
    expect(result.tail).toHaveLength(100);
    // Which of two streams is read first is for the system to say.
    expect(result.tail.filter((line) => line !== 'two').at(-1)).toBe('n149');
    expect(heard).toEqual(expect.arrayContaining(['stdout one', 'stderr two', 'stdout n0', 'stdout n149']));
  });

  test('with another code than 0 has the rest of its tree ended', async () => {
    const ended: number[] = [];
    const end = (root: number): Promise<void> => Promise.resolve(void ended.push(root));
    const pids: (number | undefined)[] = [];
    const result = await runCommand(command('process.exit(3)'), { end, onProcess: (pid) => pids.push(pid) });
    expect(result.exitCode).toBe(3);
    expect(pids).toEqual([...ended, undefined]);
    expect(ended).toHaveLength(1);
  });

  test('by a signal from outside says by which', async () => {
    const result = await runCommand(command(`process.kill(process.pid, 'SIGKILL')`), {
      end: () => Promise.resolve(),
    });
    expect(result).toMatchObject({ exitCode: 128, signal: 'SIGKILL' });
  });

  test('finds stdin closed', async () => {
    const script = `process.stdin.on('end', () => console.log('no answer')).resume()`;
    expect((await runCommand(command(script), notNeeded)).stdout).toBe('no answer\n');
  });

  test('is not waited for by the pipes that something of it holds on to', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit', detached: true });
      console.log(child.pid); child.unref();`;
    const { stdout, exitCode } = await runCommand(command(script), notNeeded);
    process.kill(Number(stdout), 'SIGKILL');
    expect(exitCode).toBe(0);
  });

  test('is read to its end by a process that was busy meanwhile', async () => {
    const running = runCommand(command(`process.stdout.write('x'.repeat(3_000_000))`), notNeeded);
    await pause(20);
    const busyUntil = Date.now() + 900;
    while (Date.now() < busyUntil);
    expect((await running).stdout).toHaveLength(3_000_000);
  });
});

describe('a command that is aborted', () => {
  test('has its tree ended first, then rejects with the reason', async () => {
    const abort = new AbortController();
    const steps: string[] = [];
    const running = runCommand(
      command(`console.log('up'); setInterval(() => {}, 1000)`, {
        signal: abort.signal,
        onLine: () => abort.abort(new Error('enough')),
      }),
      {
        end: async (root) => {
          await kill(root);
          steps.push('ended');
        },
      },
    );
    await expect(running).rejects.toThrow('enough');
    expect(steps).toEqual(['ended']);
  });

  test('before it began is never begun', async () => {
    const begun: unknown[] = [];
    const signal = AbortSignal.abort(new Error('never'));
    const running = runCommand(command('', { signal }), {
      ...notNeeded,
      onProcess: (pid) => begun.push(pid),
    });
    await expect(running).rejects.toThrow('never');
    expect(begun).toEqual([]);
  });

  test('and whose tree cannot be ended says so', async () => {
    const abort = new AbortController();
    const script = `console.log(1); setTimeout(() => {}, 3000)`;
    const onLine = (): void => abort.abort();
    const end = async (root: number): Promise<void> => {
      await kill(root);
      throw new Error('still there');
    };
    await expect(runCommand(command(script, { signal: abort.signal, onLine }), { end })).rejects.toThrow(
      'still there',
    );
  });
});

describe('a command that cannot be started', () => {
  test.each([
    [{ program: 'no-such-program' }, 'netlab_missing', 'no-such-program is not on the PATH'],
    [{ cwd: '/no/such/folder' }, 'netlab_missing', 'its folder /no/such/folder is gone'],
    [{ program: '/etc' }, 'netlab_unusable', 'EACCES'],
    [{ cwd: __filename }, 'netlab_unusable', 'ENOTDIR'],
    [{ args: ['\0'] }, 'netlab_unusable', 'null bytes'],
  ])('as %j says why', async (more, code, words) => {
    const error = { code, message: expect.stringContaining(words) };
    await expect(runCommand(command('', more), notNeeded)).rejects.toMatchObject(error);
  });
});
