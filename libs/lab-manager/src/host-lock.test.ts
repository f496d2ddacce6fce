import { mkdtemp, readdir, readFile, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acquireHostLock, withHostLock } from './host-lock';
import type { LabLock } from './lab-lock';
import { probeProcess } from './process-identity';
import { filesBesideSockets } from './test-fixtures/files-beside-sockets';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-lock-'));
  path = join(folder, 'lab.json');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Only there are sockets needed, and made. */
function onLinux(name: string): string | undefined {
  return platform() === 'linux' ? name : undefined;
}

async function claimText(changes: Record<string, unknown>): Promise<string> {
  return JSON.stringify({ ...(await probeProcess(process.pid)), token: 't', data: {}, ...changes });
}

describe('a host lock', () => {
  test('keeps everybody else out and says who owns it', async () => {
    await using lock = await acquireHostLock({ path, owner: { port: 8000 } });
    const second = acquireHostLock({ path, owner: { port: 9000 } });
    await expect(second).rejects.toMatchObject({
      code: 'host_locked',
      owner: { pid: process.pid, port: 8000, token: lock.owner.token },
    });
  });

  test('is free again after its release, and a second release harms nobody', async () => {
    const first = await acquireHostLock({ path, owner: {} });
    await first.release();
    await using second = await acquireHostLock({ path, owner: {} });
    await first.release();
    first.releaseSync();
    expect(second.predecessor).toBeUndefined();
    await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({ code: 'host_locked' });
  });

  test('stores data with its owner in a file for this user only, and leaves nothing else about', async () => {
    await using lock = await acquireHostLock({ path, owner: { version: '1' } });
    await Promise.all([lock.update({ lab: { generation: 4 } }), lock.update({ other: 1 })]);
    await lock.update({ other: 2 });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      pid: process.pid,
      version: '1',
      data: { lab: { generation: 4 }, other: 2 },
    });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });

  test('is what the lab manager wants', async () => {
    await using lock = await acquireHostLock({ path, owner: {} });
    const port: LabLock = lock;
    expect(port.predecessor).toBeUndefined();
  });

  test('does not write over a file that somebody took away or replaced', async () => {
    const lock = await acquireHostLock({ path, owner: {} });
    await unlink(path);
    await expect(lock.update({ a: 1 })).rejects.toMatchObject({ code: 'host_lock_lost' });
    await using other = await acquireHostLock({ path, owner: {} });
    await expect(lock.update({ a: 1 })).rejects.toMatchObject({ code: 'host_lock_lost' });
    await lock.release();
    await other.update({ b: 1 });
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });

  test('follows no symbolic link that somebody put in its place', async () => {
    const elsewhere = join(folder, 'elsewhere');
    await symlink(elsewhere, path);
    await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({ code: 'ELOOP' });
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });

  test('leaves no file behind, however it is released', async () => {
    const first = await acquireHostLock({ path, owner: {} });
    expect(first.owner.socket).toBe(onLinux(`lab.json.${first.owner.token}.sock`));
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    const second = await acquireHostLock({ path, owner: {} });
    second.releaseSync();
    expect(await readdir(folder)).toEqual([]);
    await using third = await acquireHostLock({ path, owner: {} });
    await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({ code: 'host_locked' });
    const own = [path, onLinux(`${path}.${third.owner.token}.sock`)].filter((name) => name !== undefined);
    expect((await readdir(folder)).map((name) => join(folder, name)).sort()).toEqual(own);
  });

  test('refuses to store after its release', async () => {
    const lock = await acquireHostLock({ path, owner: {} });
    await lock.release();
    await expect(lock.update({ a: 1 })).rejects.toMatchObject({ code: 'host_lock_lost' });
    expect(await filesBesideSockets(folder)).toEqual([]);
  });

  test('withHostLock holds it while the work runs, and releases it also when the work fails', async () => {
    const failing = withHostLock({ path, owner: {} }, async () => {
      await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({ code: 'host_locked' });
      throw new Error('the work');
    });
    await expect(failing).rejects.toThrow('the work');
    expect(await withHostLock({ path, owner: {} }, () => Promise.resolve(7))).toBe(7);
  });
});

test('an owner in another container that has no socket keeps its lock, and we hear what to do', async () => {
  await writeFile(path, await claimText({ processStartTime: '1', pidNamespace: 'pid:[1]' }));
  await expect(acquireHostLock({ path, owner: {} })).rejects.toMatchObject({
    code: 'host_locked',
    message: expect.stringMatching(/another container \(pid:\[1\]\) .* then delete the file/),
  });
});

describe('the lock of a dead owner', () => {
  test('is taken over with what it had stored', async () => {
    await writeFile(
      path,
      await claimText({ processStartTime: '1', port: 8000, data: { lab: { generation: 4 } } }),
    );
    await using lock = await acquireHostLock({ path, owner: { port: 9000 } });
    expect(lock.predecessor).toMatchObject({ port: 8000, data: { lab: { generation: 4 } } });
    expect(lock.owner).toMatchObject({ port: 9000, data: { lab: { generation: 4 } } });
  });

  test.each([
    ['the same pid with another start time', { processStartTime: '1' }],
    ['the same pid before the machine was booted', { bootId: 'another' }],
    ['a pid that nobody has', { pid: 2 ** 22 + 1 }],
  ])('is recognised by %s', async (_, changes) => {
    await writeFile(path, await claimText(changes));
    await using lock = await acquireHostLock({ path, owner: {} });
    expect(lock.predecessor).toMatchObject({ token: 't' });
  });

  test('is one whose file cannot be understood, as after a power failure', async () => {
    await writeFile(path, '');
    await using lock = await acquireHostLock({ path, owner: {} });
    expect(lock.predecessor).toBeUndefined();
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });

  test('is taken over through a line of successors that died before they had done anything', async () => {
    await writeFile(path, await claimText({ processStartTime: '1', token: 'one', data: { lab: 1 } }));
    await writeFile(
      `${path}.after-one`,
      await claimText({ processStartTime: '2', token: 'two', data: { lab: 1 } }),
    );
    await writeFile(
      `${path}.after-two`,
      await claimText({ processStartTime: '3', token: 'three', data: { lab: 1 } }),
    );
    await using lock = await acquireHostLock({ path, owner: {} });
    expect(lock.predecessor).toMatchObject({ token: 'three' });
    expect(lock.owner.data).toEqual({ lab: 1 });
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });

  test('is not free while a successor of it lives that has not yet put itself first', async () => {
    await writeFile(path, await claimText({ processStartTime: '1', token: 'one' }));
    await writeFile(`${path}.after-one`, await claimText({ token: 'two', port: 1 }));
    const attempt = acquireHostLock({ path, owner: {} });
    await expect(attempt).rejects.toMatchObject({ code: 'host_locked', owner: { token: 'two', port: 1 } });
  });

  test('is taken over although a killed contender left its draft and the critical section locked', async () => {
    await writeFile(path, await claimText({ processStartTime: '1', token: 'one' }));
    await writeFile(`${path}.two.tmp`, await claimText({ processStartTime: '2', token: 'two' }));
    await writeFile(`${path}.lock`, '');
    await using lock = await acquireHostLock({ path, owner: {} });
    expect(lock.predecessor).toMatchObject({ token: 'one' });
    expect(await filesBesideSockets(folder)).toEqual(['lab.json']);
  });
});

test('contenders that do not respect the critical section still yield exactly one owner', async () => {
  await writeFile(path, await claimText({ processStartTime: '1' }));
  const attempts = Array.from({ length: 20 }, (_, i) =>
    // Removing the lock file all the time is what a contender does that thinks its holder dead.
    rm(`${path}.lock`, { force: true }).then(() => acquireHostLock({ path, owner: { i } })),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of results) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'host_locked' });
  }
});
