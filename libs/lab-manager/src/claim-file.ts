import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, rename, unlink } from 'node:fs/promises';
import { errorCode } from './error-code';
import type { ProcessIdentity } from './process-identity';

/** What an owner of a host lock says about itself, as it stands in the lock's file. */
export interface LockOwner extends ProcessIdentity {
  /** Distinguishes this claim from every other. */
  readonly token: string;
  /** The pid namespace in which `pid` counts, where the system has such. */
  readonly pidNamespace?: string;
  /** The name of the Unix socket beside the lock on which the owner listens as long as it lives. */
  readonly socket?: string;
  /** What the owner has stored, and what it inherited from dead owners and has not replaced. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Whatever else the owner said when it asked: port, version, command. */
  readonly [detail: string]: unknown;
}

/** A claim found in a file; `owner` is undefined when the file cannot be understood. */
export interface FoundClaim {
  readonly file: string;
  readonly token: string;
  readonly owner: LockOwner | undefined;
}

/** Reads a claim; undefined when there is no file. Follows no symbolic link. */
export async function readClaim(file: string): Promise<FoundClaim | undefined> {
  let text: string;
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      text = await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return { file, ...parseClaim(text) };
}

/** Understands the text of a claim. What cannot be understood is known by its hash and has no owner. */
export function parseClaim(text: string): { readonly token: string; readonly owner: LockOwner | undefined } {
  const owner = parseOwner(text);
  return { owner, token: owner?.token ?? createHash('sha256').update(text).digest('hex') };
}

/** Writes a claim where nothing was, readable by this user only and on the disk when it resolves. */
export async function writeClaim(file: string, owner: LockOwner): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(owner, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a written claim the name that counts, unless something has that name; in one step. True when it got it. */
export async function publishClaim(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Gives a claim a name in place of what has it; in one step. */
export async function replaceClaim(from: string, to: string): Promise<void> {
  await rename(from, to);
}

/** Removes a claim's file, if it is there. */
export async function removeClaim(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function parseOwner(text: string): LockOwner | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMapping(parsed)) return undefined;
  const { pid, processStartTime, bootId, token, data, pidNamespace, socket } = parsed;
  if (typeof pid !== 'number' || typeof processStartTime !== 'string' || typeof token !== 'string')
    return undefined;
  return {
    ...parsed,
    pid,
    processStartTime,
    bootId: textOf(bootId),
    token,
    pidNamespace: textOf(pidNamespace),
    socket: textOf(socket),
    data: isMapping(data) ? data : {},
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}
