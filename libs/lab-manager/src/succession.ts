import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FoundClaim, LockOwner } from './claim-file';
import { publishClaim, readClaim, removeClaim, replaceClaim, writeClaim } from './claim-file';

/** Tells whether an owner still lives. */
export type OwnerLiveness = (owner: LockOwner) => Promise<boolean>;

/** How a claim ended: it holds, after whom; or somebody living holds the lock. */
export type ClaimResult =
  | { readonly won: true; readonly predecessor: LockOwner | undefined; readonly owner: LockOwner }
  | { readonly won: false; readonly holder: LockOwner };

/**
 * Claims the lock whose file is `path`; safe against any number of others who do the same and against being killed at
 * any point.
 *
 * Owners form a line. The file `path` names the first; the successor of a dead owner is named in the file
 * `<path>.after-<token of the dead one>`, which is made by a hard link: the name exists with its whole content or not at
 * all, and only one can make it. Whoever is last in the line, and lives, owns the lock. A new owner then renames its
 * claim to `path`, which removes the dead from the line in one step. A contender who looked before that rename may still
 * make a claim after one of the dead; so every claim counts only when, looked at again from `path`, it is in the line.
 * Tokens are never used twice, so a dead owner never gets back into the line and such a claim can never come to count.
 */
export async function claimLock(
  path: string,
  claim: (data: LockOwner['data']) => LockOwner,
  isAlive: OwnerLiveness,
): Promise<ClaimResult> {
  for (;;) {
    const line = await readLine(path);
    for (const { owner } of line.claims) {
      if (owner !== undefined && (await isAlive(owner))) return { won: false, holder: owner };
    }
    const predecessor = line.claims.findLast((one) => one.owner !== undefined)?.owner;
    const owner = claim(predecessor?.data ?? {});
    if (await takePlace(path, line.free, owner)) {
      for (const dead of line.claims) if (dead.file !== path) await removeClaim(dead.file);
      return { won: true, predecessor, owner };
    }
  }
}

/** Removes what killed contenders left beside the lock; only for the owner, and only what the dead wrote. */
export async function sweepLeftovers(path: string, isAlive: OwnerLiveness): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix) || !/\.(after-[^.]+|tmp)$/.test(name)) continue;
    const found = await readClaim(join(dirname(path), name));
    if (found?.owner !== undefined && !(await isAlive(found.owner))) await removeClaim(found.file);
  }
}

/** The file in which a claim lies until it has its name. */
export function draftOf(path: string, token: string): string {
  return `${path}.${token}.tmp`;
}

interface Line {
  readonly claims: readonly FoundClaim[];
  /** The name for whoever comes next. */
  readonly free: string;
}

async function readLine(path: string): Promise<Line> {
  const claims: FoundClaim[] = [];
  let free = path;
  for (let found = await readClaim(path); found !== undefined; found = await readClaim(free)) {
    claims.push(found);
    free = `${path}.after-${found.token}`;
  }
  return { claims, free };
}

async function takePlace(path: string, place: string, owner: LockOwner): Promise<boolean> {
  const draft = draftOf(path, owner.token);
  await writeClaim(draft, owner);
  try {
    if (!(await publishClaim(draft, place))) return false;
  } finally {
    await removeClaim(draft);
  }
  const line = await readLine(path);
  if (!line.claims.some((one) => one.token === owner.token)) {
    await removeClaim(place);
    return false;
  }
  if (place !== path) await replaceClaim(place, path);
  return true;
}
