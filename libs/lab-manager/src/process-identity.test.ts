import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import type { ProcessProbe } from './process-identity';
import { isProcessAlive, probeProc, probeProcess, probePs } from './process-identity';

const probes: [string, ProcessProbe][] = [['this system', probeProcess]];
// A small container may have no ps; there it is not needed either.
if (existsSync('/bin/ps')) probes.push(['ps', probePs]);
if (platform() === 'linux') probes.push(['/proc', probeProc]);

describe.each(probes)('the probe of %s', (_, probe) => {
  test('says the same of a living process each time, and nothing of a dead one', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const first = await probe(pid);
    expect(first).toMatchObject({ pid, processStartTime: expect.stringMatching(/./) });
    expect(await probe(pid)).toEqual(first);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(await probe(pid)).toBeUndefined();
  });
});

describe('a process', () => {
  const born = { pid: 7, processStartTime: '100', bootId: 'b' };

  test.each([
    ['lives when pid, start and boot are the same', born, true],
    ['is dead when its pid is free', undefined, false],
    ['is dead when its pid started at another time', { ...born, processStartTime: '101' }, false],
    ['is dead when the machine was booted since', { ...born, bootId: 'c' }, false],
  ])('%s', async (_, now, expected) => {
    expect(await isProcessAlive(born, () => Promise.resolve(now))).toBe(expected);
  });

  test('that cannot be asked about is not taken for dead', async () => {
    const failing = isProcessAlive(born, () => Promise.reject(new Error('no ps')));
    await expect(failing).rejects.toThrow('no ps');
  });
});
