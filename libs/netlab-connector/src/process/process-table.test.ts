import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { parseStat, processTableReader } from './process-table';

/** A line of /proc/PID/stat as proc(5) has it; the 22nd field is when the process began. */
const stat = (name: string, state = 'S'): string =>
  `42 (${name}) ${state} 7 40 41 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 10 11`;

describe('a line of /proc/PID/stat', () => {
  test.each(['node', 'a b', 'x) S 1 1 1 (y', '((', '))'])('tells of a process called %j', (name) => {
    expect(parseStat(stat(name), true)).toEqual({
      pid: 42,
      parent: 7,
      group: 40,
      session: 41,
      startedAt: '987654',
      marked: true,
    });
  });

  test.each(['Z', 'X'])('of state %s is no living process', (state) => {
    expect(parseStat(stat('node', state), false)).toBe(undefined);
  });

  test.each(['', '42', '42 (node) S 1 2'])('cut to %j says nothing', (text) => {
    expect(parseStat(text, false)).toBe(undefined);
  });
});

describe('the processes of this machine', () => {
  test('have a child of ours with its marker, and not once it has ended', async () => {
    const marker = `MARK=${Math.random()}`;
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)'], {
      env: { MARK: marker.slice(5) },
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    const look = processTableReader(marker);
    const marked = (await look()).filter((row) => row.marked);
    expect(marked).toMatchObject([
      { pid: child.pid, parent: process.pid, group: child.pid, session: child.pid },
    ]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await look()).filter(({ pid }) => pid === child.pid)).toEqual([]);
  });

  test('are each asked for their environment once; one that has none yet is asked again', async () => {
    const asked: number[] = [];
    const answers = ['', 'A=1\0MARK=x\0B=2'];
    const look = processTableReader('MARK=x', (pid) => {
      asked.push(pid);
      if (pid === process.pid) return Promise.resolve(answers.shift() ?? '');
      if (pid % 2 === 0) return Promise.reject(new Error('not yours to see'));
      return Promise.resolve('MARK=xy');
    });
    const markedAt = async (): Promise<readonly number[]> =>
      (await look()).filter(({ marked }) => marked).map(({ pid }) => pid);
    expect(await markedAt()).toEqual([]);
    expect(await markedAt()).toEqual([process.pid]);
    expect(await markedAt()).toEqual([process.pid]);
    const others = asked.filter((pid) => pid !== process.pid);
    expect(asked.length - others.length).toBe(2);
    expect(new Set(others).size).toBe(others.length);
  });
});
