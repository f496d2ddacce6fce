import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { askSocket } from './ask-socket';
import { openLivenessSocket, sweepSockets } from './liveness-socket';

let folder: string;
let path: string;

beforeEach(async () => {
  // Deeper than the longest address of a socket.
  folder = join(await mkdtemp(join(tmpdir(), 'liveness-')), 'd'.repeat(120));
  await mkdir(folder);
  path = join(folder, 'lab.json');
});

afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true, force: true });
});

(platform() === 'linux' ? describe : describe.skip)('the socket of an owner', () => {
  test('listens, however deep its folder lies, until it is closed', async () => {
    const socket = await openLivenessSocket(path, 'token');
    expect(socket?.name).toBe('lab.json.token.sock');
    expect(await askSocket(folder, 'lab.json.token.sock')).toBe('listening');
    expect((await stat(join(folder, 'lab.json.token.sock'))).mode & 0o777).toBe(0o600);
    await socket?.close();
    await socket?.close();
    expect(await askSocket(folder, 'lab.json.token.sock')).toBe('dead');
    expect(await readdir(folder)).toEqual([]);
  });

  test('closes at once while the process exits', async () => {
    const socket = await openLivenessSocket(path, 'token');
    socket?.closeSync();
    socket?.closeSync();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is made again when a new owner swept it away before it listened under its name', async () => {
    let swept = 0;
    const socket = await openLivenessSocket(path, 'token', async (from, to) => {
      expect(await readdir(folder)).toEqual(['lab.json.token.bind']);
      if (swept++ === 0) await rm(from);
      await rename(from, to);
    });
    expect(swept).toBe(2);
    expect(await askSocket(folder, 'lab.json.token.sock')).toBe('listening');
    await socket?.close();
  });

  test('is none, and nothing is left, when it cannot get its name', async () => {
    const failing = openLivenessSocket(path, 'token', () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(await readdir(folder)).toEqual([]);
    expect(await openLivenessSocket(join(folder, 'n'.repeat(80)), 'token')).toBeUndefined();
  });

  test('is swept away when nobody listens there any more, and only then', async () => {
    const socket = await openLivenessSocket(path, 'token');
    for (const name of ['lab.json.dead.sock', 'lab.json.dead.bind', 'lab.json.dead', 'other.dead.sock']) {
      await writeFile(join(folder, name), '');
    }
    await sweepSockets(path);
    expect((await readdir(folder)).sort()).toEqual([
      'lab.json.dead',
      'lab.json.token.sock',
      'other.dead.sock',
    ]);
    await socket?.close();
  });
});
