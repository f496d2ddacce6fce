import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { family, MARK, marked, processes, survivors } from './processes.mjs';

const row = (pid, parent, started = '1') => ({
  pid,
  parent,
  group: pid,
  started,
  command: '',
  environment: '',
});

describe('processes', () => {
  test('this one is among them, with its parent', async () => {
    expect(await processes()).toContainEqual(
      expect.objectContaining({ pid: process.pid, parent: process.ppid }),
    );
  });

  test('one with a mark is found as long as it lives', async () => {
    const mark = `test ${process.pid}`;
    const env = { ...process.env, [MARK]: mark };
    const child = spawn(process.execPath, ['-e', "process.title = 'x'; process.stdin.resume()"], { env });
    const started = marked(mark, await processes());
    // Where there is no /proc, nobody can see the mark.
    if (process.platform === 'linux') expect(started.map(({ pid }) => pid)).toEqual([child.pid]);
    child.stdin.end();
    await once(child, 'exit');
    expect(marked(mark, await processes())).toEqual([]);
  });

  test('a family is a process and all that come from it', () => {
    const all = [row(1, 0), row(5, 1), row(7, 5), row(8, 7), row(9, 1)];
    expect(family(5, all).map(({ pid }) => pid)).toEqual([5, 7, 8]);
  });

  test('a process with the pid of another one is not its survivor', () => {
    expect(survivors([row(5, 1, '1'), row(6, 1, '1')], [row(5, 1, '1'), row(6, 1, '2')])).toEqual([
      row(5, 1, '1'),
    ]);
  });
});
