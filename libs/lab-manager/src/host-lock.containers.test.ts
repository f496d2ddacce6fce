import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { acquireHostLock } from './host-lock';

const CONTENDER = join(__dirname, '..', 'test-fixtures', 'lock-contender.cjs');
/** As a container does: its first process has pid 1, and sees no others. Not every system lets us. */
const UNSHARE = ['--user', '--map-root-user', '--pid', '--fork', '--mount-proc'];
const canUnshare = spawnSync('unshare', [...UNSHARE, 'true']).status === 0;

interface Attempt {
  readonly won: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly predecessor?: unknown;
}

let folder: string;
let path: string;
let containers: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-lock-'));
  path = join(folder, 'server.json');
  containers = [];
});

afterEach(async () => {
  await Promise.all(containers.map(kill));
  await rm(folder, { recursive: true, force: true });
});

async function start(count: number): Promise<void> {
  const started = Array.from({ length: count }, () =>
    spawn('unshare', [...UNSHARE, process.execPath, CONTENDER], {
      // What unshare says when its child was killed is of no interest.
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    }),
  );
  containers.push(...started);
  await Promise.all(started.map((one) => once(one, 'message')));
}

/** All at once; each container with what its server says. */
async function race(): Promise<readonly (readonly [ChildProcess, Attempt])[]> {
  const answers = containers.map(async (one) => {
    const [answer] = (await once(one, 'message')) as [Attempt];
    return [one, answer] as const;
  });
  for (const one of containers) one.send({ path });
  return Promise.all(answers);
}

/** Sends a signal to the server, which is the only child of what stands for its container. */
async function signal(container: ChildProcess, name: NodeJS.Signals): Promise<void> {
  const children = await readFile(`/proc/${container.pid}/task/${container.pid}/children`, 'utf8');
  process.kill(Number(children), name);
}

/** Kills the server, of which its parent then hears; so when the parent has gone all that the server had is closed. */
async function kill(container: ChildProcess): Promise<void> {
  if (container.exitCode !== null || container.signalCode !== null) return;
  const gone = once(container, 'exit');
  await signal(container, 'SIGKILL');
  await gone;
}

(canUnshare ? describe : describe.skip)('servers in containers that share the folder of the lock', () => {
  test('are all process 1, and a living one keeps out the other and us', async () => {
    await start(2);
    const results = await race();
    const refused = results.filter(([, { won }]) => !won);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.[1]).toMatchObject({
      code: 'host_locked',
      message: expect.stringMatching(
        /^Process 1 of another container \(pid:\[\d+\]\) holds .* stop it first\.$/,
      ),
    });
    const ours = acquireHostLock({ path, owner: {} });
    await expect(ours).rejects.toMatchObject({ code: 'host_locked', owner: { pid: 1 } });
  });

  test('are kept out by us', async () => {
    await using lock = await acquireHostLock({ path, owner: {} });
    await start(1);
    expect((await race()).map(([, { code }]) => code)).toEqual(['host_locked']);
    await lock.update({ still: 'ours' });
  });

  test('are not taken for dead while they are stopped', async () => {
    await start(1);
    await race();
    await Promise.all(containers.map((one) => signal(one, 'SIGSTOP')));
    const ours = acquireHostLock({ path, owner: {} });
    await expect(ours).rejects.toMatchObject({ code: 'host_locked', owner: { pid: 1 } });
  });

  test('are succeeded when killed, and what they had stored is found', async () => {
    await start(1);
    expect(await race()).toMatchObject([[{}, { won: true }]]);
    await Promise.all(containers.map(kill));
    await using lock = await acquireHostLock({ path, owner: {} });
    expect(lock.predecessor).toMatchObject({ pid: 1, data: { pid: 1 } });
    expect((await readdir(folder)).sort()).toEqual(['server.json', `server.json.${lock.owner.token}.sock`]);
  });

  test('20 at the same instant: exactly one gets it, and again each time the winner is killed', async () => {
    await start(20);
    for (let round = 0; round < 4; round += 1) {
      const results = await race();
      const winners = results.filter(([, { won }]) => won);
      expect(winners).toHaveLength(1);
      for (const [, answer] of results) if (!answer.won) expect(answer.code).toBe('host_locked');
      const [winner, answer] = winners[0] ?? [];
      expect(answer?.predecessor).toEqual(round === 0 ? undefined : { pid: 1 });
      if (winner !== undefined) await kill(winner);
      containers = containers.filter((one) => one !== winner);
    }
  }, 30_000);
});
