import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acquireHostLock } from './host-lock';
import { filesBesideSockets } from './test-fixtures/files-beside-sockets';

const FIXTURES = join(__dirname, '..', 'test-fixtures');

interface Attempt {
  readonly won: boolean;
  readonly code?: string;
  readonly predecessor?: unknown;
}

let folder: string;
let path: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-lock-'));
  path = join(folder, 'server.json');
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map(kill));
  await rm(folder, { recursive: true, force: true });
});

async function contenders(count: number): Promise<void> {
  const started = Array.from({ length: count }, () => fork(join(FIXTURES, 'lock-contender.cjs')));
  children.push(...started);
  await Promise.all(started.map((child) => once(child, 'message')));
}

/** All at once; each child with what it says. */
async function race(): Promise<readonly (readonly [ChildProcess, Attempt])[]> {
  const answers = children.map(async (child) => {
    const [answer] = (await once(child, 'message')) as [Attempt];
    return [child, answer] as const;
  });
  for (const child of children) child.send({ path });
  return Promise.all(answers);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('servers that start at the same instant', () => {
  test('20 over the lock of a dead one: exactly one gets it, and again each time the winner is killed', async () => {
    await contenders(20);
    let dead: number | undefined;
    for (let round = 0; round < 8; round += 1) {
      const results = await race();
      const winners = results.filter(([, answer]) => answer.won);
      expect(winners).toHaveLength(1);
      for (const [, answer] of results) if (!answer.won) expect(answer.code).toBe('host_locked');
      const [winner, answer] = winners[0] ?? [];
      expect(answer?.predecessor).toEqual(dead === undefined ? undefined : { pid: dead });
      dead = winner?.pid;
      if (winner !== undefined) await kill(winner);
      children = children.filter((child) => child !== winner);
    }
  });

  test('a living owner keeps all of them out, whatever its age', async () => {
    await using lock = await acquireHostLock({ path, owner: {} });
    await contenders(5);
    const results = await race();
    expect(results.map(([, answer]) => answer.code)).toEqual(Array(5).fill('host_locked'));
    expect(lock.owner.pid).toBe(process.pid);
  });
});

describe('a server that is killed while it takes over the lock', () => {
  test.each(['judging', 'before link', 'after link', 'before rename', 'after rename'])(
    '%s: the next one gets it, with what was stored before',
    async (operation) => {
      const dead = { pid: 2 ** 22 + 1, processStartTime: '1', token: 'one', data: { lab: 1 } };
      await writeFile(path, JSON.stringify(dead));
      const child = fork(join(FIXTURES, 'dies-in-critical-section.cjs'), [path, operation]);
      children.push(child);
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      await using lock = await acquireHostLock({ path, owner: {} });
      expect(lock.owner.data).toEqual({ lab: 1 });
      expect(await filesBesideSockets(folder)).toEqual(['server.json']);
    },
  );
});
