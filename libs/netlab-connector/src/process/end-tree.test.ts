import { describe, expect, test } from '@jest/globals';
import { endTree, type TreeDoor } from './end-tree';
import type { ProcessRow } from './process-table';

const LIMITS = { graceMs: 1000, killMs: 500, pollMs: 100 };

/** A process of the tests: what it does when it hears a signal. */
interface Actor {
  readonly pid: number;
  readonly parent?: number;
  readonly hears?: (signal: string, at: number) => 'ends' | 'stays';
}

function stage(...actors: Actor[]) {
  let now = 50;
  let lookMs = 0;
  const alive = new Map(actors.map((actor) => [actor.pid, actor]));
  const sent: string[] = [];
  const row = ({ pid, parent = 9 }: Actor): ProcessRow => ({
    pid,
    parent,
    group: pid,
    session: pid,
    startedAt: '1',
    marked: false,
  });
  const door: TreeDoor = {
    readTable: () => {
      now += lookMs;
      return Promise.resolve([...alive.values()].map(row));
    },
    now: () => now,
    wait: (milliseconds) => Promise.resolve(void (now += milliseconds)),
    send: (pids, signal) => {
      for (const pid of pids) {
        sent.push(`${now - 50} ${signal} ${pid}`);
        const actor = alive.get(pid);
        const ends = signal === 'SIGKILL' ? 'ends' : 'stays';
        if (actor !== undefined && (actor.hears?.(signal, now) ?? ends) === 'ends') alive.delete(pid);
      }
      return Promise.resolve();
    },
  };
  const slow = (milliseconds: number): void => void (lookMs = milliseconds);
  return { door, sent, slow, enter: (actor: Actor) => alive.set(actor.pid, actor) };
}

const obeys = (): 'ends' => 'ends';
const survives = (): 'stays' => 'stays';

describe('ending a tree', () => {
  test('that has ended is done at once', async () => {
    const { door, sent } = stage();
    expect(await endTree(door, 9, LIMITS)).toBe(0);
    expect(sent).toEqual([]);
  });

  test('asks everybody once, and is done when all have gone', async () => {
    const { door, sent } = stage({ pid: 9, parent: 1, hears: obeys }, { pid: 10, hears: obeys });
    expect(await endTree(door, 9, LIMITS)).toBe(2);
    expect(sent.sort()).toEqual(['0 SIGTERM 10', '0 SIGTERM 9']);
  });

  test('kills after the grace who did not listen, and asks nobody twice', async () => {
    const { door, sent } = stage({ pid: 9, parent: 1 });
    expect(await endTree(door, 9, LIMITS)).toBe(1);
    expect(sent).toEqual(['0 SIGTERM 9', '1100 SIGKILL 9']);
  });

  test('pauses at least as long as a look takes', async () => {
    const { door, sent, slow } = stage({ pid: 9, parent: 1 });
    const waits: number[] = [];
    const wait = (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
      return door.wait(milliseconds);
    };
    slow(400);
    await endTree({ ...door, wait }, 9, LIMITS);
    expect(waits).toEqual([400, 400]);
    expect(sent).toEqual(['400 SIGTERM 9', '1200 SIGKILL 9']);
  });

  test('also ends who comes while it waits, and whose parent has gone meanwhile', async () => {
    const scene = stage(
      {
        pid: 9,
        parent: 1,
        hears: () => {
          scene.enter({ pid: 11, parent: 10, hears: obeys });
          return 'ends';
        },
      },
      { pid: 10 },
    );
    expect(await endTree(scene.door, 9, LIMITS)).toBe(3);
    expect(scene.sent).toContain('100 SIGTERM 11');
    expect(scene.sent).toContain('1100 SIGKILL 10');
  });

  test('names those that survive SIGKILL', async () => {
    const { door, sent } = stage({ pid: 9, parent: 1, hears: survives }, { pid: 10, hears: obeys });
    await expect(endTree(door, 9, LIMITS)).rejects.toMatchObject({
      code: 'processes_left',
      message: expect.stringMatching(/survive SIGKILL: 9\./),
    });
    expect(sent.filter((line) => line.includes('SIGKILL'))).toHaveLength(5);
  });
});
