import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withWorkspaceLock } from './workspace-lock.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'workspace-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withWorkspaceLock', () => {
  test('holds the lock while the work is done and leaves nothing behind', async () => {
    const file = path.join(folder, 'nested', 'lock');
    const owner = await withWorkspaceLock(file, () => readFile(file, 'utf8'));
    expect(owner).toBe(String(process.pid));
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  test('one after the other, even when all start at once', async () => {
    const file = path.join(folder, 'lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await setImmediate();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withWorkspaceLock(file, work, { pollMs: 1 })));
    expect(most).toBe(1);
  });

  test('tells once for whom it waits', async () => {
    const file = path.join(folder, 'lock');
    const waits = [];
    await withWorkspaceLock(file, async () => {
      const onWait = (pid) => waits.push(pid);
      const second = withWorkspaceLock(file, async () => {}, { onWait, pollMs: 1 });
      while (waits.length === 0) await setImmediate();
      return { second };
    }).then(({ second }) => second);
    expect(waits).toEqual([process.pid]);
  });

  test.each(['dead', 'empty'])('takes over the lock of a %s owner', async (kind) => {
    const file = path.join(folder, 'lock');
    await writeFile(file, kind === 'dead' ? String(spawnSync(process.execPath, ['-e', '']).pid) : '');
    expect(await withWorkspaceLock(file, async () => 'done')).toBe('done');
  });

  test('a failure of the work is passed on and frees the lock', async () => {
    const file = path.join(folder, 'lock');
    await expect(withWorkspaceLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
