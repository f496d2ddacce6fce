import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LockOwner } from './claim-file';
import { openLivenessSocket } from './liveness-socket';
import { ownerLiveness } from './owner-liveness';

const BORN = { processStartTime: '100', bootId: 'b' };
const OWNER: LockOwner = { pid: 1, ...BORN, token: 't', pidNamespace: 'pid:[1]', data: {} };
const SOCKET = 'lab.json.t.sock';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'owner-'));
  path = join(folder, 'lab.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Judged from a namespace in which only pid 1 and this process live. */
function judge(owner: LockOwner, pidNamespace: string | undefined, start = '100'): Promise<boolean> {
  const probe = (pid: number) =>
    Promise.resolve(
      pid === 1 || pid === process.pid ? { pid, bootId: 'b', processStartTime: start } : undefined,
    );
  return ownerLiveness({ path, pidNamespace, probe })(owner);
}

describe('an owner in our pid namespace', () => {
  test.each([
    ['lives when pid, start and boot are the same', OWNER, '100', true],
    ['is dead when its pid started at another time', OWNER, '101', false],
    ['is dead when its pid is free', { ...OWNER, pid: 2 }, '100', false],
  ])('%s, whatever its socket says', async (_, owner, start, lives) => {
    expect(await judge({ ...owner, socket: SOCKET }, 'pid:[1]', start)).toBe(lives);
  });

  test('is one also where the system has none, or its claim names none', async () => {
    const { pidNamespace, ...unnamed } = OWNER;
    expect(pidNamespace).toBe('pid:[1]');
    expect(await judge(unnamed, undefined)).toBe(true);
    expect(await judge(unnamed, 'pid:[2]', '101')).toBe(false);
  });
});

(platform() === 'linux' ? describe : describe.skip)('an owner in another pid namespace', () => {
  const stranger = { ...OWNER, socket: SOCKET };

  test('lives as long as it listens, although our process of that pid is another', async () => {
    const socket = await openLivenessSocket(path, 't');
    expect(await judge(stranger, 'pid:[2]', '101')).toBe(true);
    await socket?.close();
    expect(await judge(stranger, 'pid:[2]', '101')).toBe(false);
  });

  test('is dead when its socket refuses, although our process of that pid looks the same', async () => {
    await writeFile(join(folder, SOCKET), '');
    expect(await judge(stranger, 'pid:[2]')).toBe(false);
  });

  test('is dead when the machine was booted since', async () => {
    expect(await judge({ ...OWNER, bootId: 'a' }, 'pid:[2]')).toBe(false);
  });

  test.each([
    ['has no socket', undefined],
    ['names one that cannot be its own', '../elsewhere.sock'],
  ])('counts as living when it %s', async (_, socket) => {
    expect(await judge({ ...OWNER, socket }, 'pid:[2]')).toBe(true);
  });
});
