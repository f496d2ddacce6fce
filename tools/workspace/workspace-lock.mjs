import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process does so for the same lock file, waiting as long as another one does.
 *
 * The file holds the owner's pid; a file whose owner is dead is taken over. Where no file can be written at all (a
 * read-only checkout) nothing can be installed or built by anyone either, and the work goes on without a lock.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (pid: number) => void, pollMs?: number }} [options] `onWait` is called once, before the first wait
 * @returns {Promise<T>}
 */
export async function withWorkspaceLock(file, work, { onWait = () => {}, pollMs = 200 } = {}) {
  const locked = await acquire(file, onWait, pollMs);
  try {
    return await work();
  } finally {
    if (locked) await rm(file, { force: true });
  }
}

async function acquire(file, onWait, pollMs) {
  let told = false;
  for (;;) {
    const taken = await tryToTake(file);
    if (taken !== 'held') return taken === 'taken';
    const owner = await readOwner(file);
    if (owner === undefined) continue;
    if (!isAlive(owner)) {
      await removeDead(file, owner);
      continue;
    }
    if (!told) onWait(owner);
    told = true;
    await sleep(pollMs);
  }
}

/** Linking a finished file into place is atomic: nobody ever reads a lock without a pid in it. */
async function tryToTake(file) {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, String(process.pid));
    await link(draft, file);
    return 'taken';
  } catch (error) {
    if (error.code === 'EEXIST') return 'held';
    if (['EROFS', 'EACCES', 'EPERM', 'ENOTSUP'].includes(error.code)) return 'impossible';
    throw error;
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

async function readOwner(file) {
  try {
    return Number(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Between reading and renaming, another process may have taken over already; then its lock is put back. */
async function removeDead(file, owner) {
  const aside = `${file}.dead.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await rename(file, aside);
    if ((await readOwner(aside)) !== owner) await link(aside, file);
    await rm(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
