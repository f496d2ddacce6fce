import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readClaim, removeClaim, type LockOwner } from './claim-file';
import { claimLock, type OwnerLiveness } from './succession';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'succession-'));
  path = join(folder, 'lock');
  await writeFile(path, JSON.stringify(claimOf('dead')({})));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const claimOf =
  (token: string) =>
  (data: LockOwner['data']): LockOwner => ({ pid: 1, processStartTime: '1', token, data });

const onlyDeadIsDead: OwnerLiveness = (owner) => Promise.resolve(owner.token !== 'dead');

/** Judges as above, but lets something happen first, once: between the look at the line and the claim. */
function interrupted(by: () => Promise<unknown>): OwnerLiveness {
  let done: Promise<unknown> | undefined;
  return async (owner) => {
    const alive = await onlyDeadIsDead(owner);
    done ??= by();
    await done;
    return alive;
  };
}

// Nothing keeps these contenders apart, as when the critical section had to be passed by.
describe('a contender that found the owner dead, but was slow to claim', () => {
  test('loses against one that took over meanwhile', async () => {
    const quick = () => claimLock(path, claimOf('quick'), onlyDeadIsDead);
    const slow = await claimLock(path, claimOf('slow'), interrupted(quick));
    expect(slow).toMatchObject({ won: false, holder: { token: 'quick' } });
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('wins, and takes nothing over, when that one has released the lock meanwhile', async () => {
    const quick = async () => {
      await claimLock(path, claimOf('quick'), onlyDeadIsDead);
      await removeClaim(path);
    };
    const slow = await claimLock(path, claimOf('slow'), interrupted(quick));
    expect(slow).toMatchObject({ won: true, predecessor: undefined });
    expect(await readClaim(path)).toMatchObject({ token: 'slow' });
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('loses when another has released and a third has taken the lock meanwhile', async () => {
    const others = async () => {
      await claimLock(path, claimOf('quick'), onlyDeadIsDead);
      await removeClaim(path);
      await claimLock(path, claimOf('third'), onlyDeadIsDead);
    };
    const slow = await claimLock(path, claimOf('slow'), interrupted(others));
    expect(slow).toMatchObject({ won: false, holder: { token: 'third' } });
    expect(await readClaim(path)).toMatchObject({ token: 'third' });
  });

  test('is one of twenty of which exactly one wins', async () => {
    let judged = 0;
    let letAllGo = (): void => undefined;
    const allJudged = new Promise<void>((resolve) => (letAllGo = resolve));
    // Everybody judges the dead owner before anybody claims.
    const together: OwnerLiveness = async (owner) => {
      if (owner.token !== 'dead') return true;
      judged += 1;
      if (judged === 20) letAllGo();
      await allJudged;
      return false;
    };
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => claimLock(path, claimOf(`c${i}`), together)),
    );
    const winners = results.filter((result) => result.won);
    expect(winners).toHaveLength(1);
    expect(await readClaim(path)).toMatchObject({ token: winners[0]?.owner.token });
    expect(await readdir(folder)).toEqual(['lock']);
  });
});
