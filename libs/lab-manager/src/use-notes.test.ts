import { expect, test } from '@jest/globals';
import type { LabState } from './lab-state';
import { UseNotes } from './use-notes';

const lab = { generation: 1, identity: 'i', topology: 'x.yml' };
const held = (...ids: number[]): LabState => ({
  name: 'in_use',
  lab,
  devices: [],
  users: ['a'],
  references: ids.map((id) => ({ id, owner: 'a' })),
  disposable: false,
});

/** A lock whose writes end when told to. */
function slowLock() {
  const stored: unknown[] = [];
  const ends: (() => void)[] = [];
  return {
    stored,
    endWrite: () => ends.shift()?.(),
    update: (data: Readonly<Record<string, unknown>>) => {
      stored.push(data['use']);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
  };
}

const fail = (error: unknown): never => {
  throw error;
};

test('one write at a time, of the newest note only', async () => {
  const lock = slowLock();
  const notes = new UseNotes(lock, fail);
  notes.note(held(1));
  notes.note(held(1, 2));
  notes.note(held(1, 2, 3));
  expect(lock.stored).toHaveLength(1);
  lock.endWrite();
  await new Promise(setImmediate);
  expect(lock.stored).toHaveLength(2);
  expect(lock.stored.at(-1)).toMatchObject({ references: [{ id: 1 }, { id: 2 }, { id: 3 }] });
});

test('a note that comes in any moment after a write has ended is stored', async () => {
  for (let moments = 0; moments < 8; moments += 1) {
    const lock = slowLock();
    const notes = new UseNotes(lock, fail);
    notes.note(held(1));
    lock.endWrite();
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    notes.note(held(1, 2));
    const settled = notes.settled();
    await new Promise(setImmediate);
    lock.endWrite();
    await settled;
    expect(lock.stored.at(-1)).toMatchObject({ references: [{ id: 1 }, { id: 2 }] });
  }
});

test('nothing is written for a state that says the same', async () => {
  const lock = slowLock();
  const notes = new UseNotes(lock, fail);
  notes.note({ name: 'none' });
  await notes.settled();
  expect(lock.stored).toEqual([]);
});

test('a write that fails is told, and does not keep the next from being stored', async () => {
  const failures: unknown[] = [];
  const stored: unknown[] = [];
  const update = (data: Readonly<Record<string, unknown>>) => {
    stored.push(data['use']);
    return stored.length === 1 ? Promise.reject(new Error('disk full')) : Promise.resolve();
  };
  const notes = new UseNotes({ update }, (error) => failures.push(error));
  notes.note(held(1));
  await notes.settled();
  notes.note(held(1, 2));
  await notes.settled();
  expect(failures).toEqual([expect.objectContaining({ message: 'disk full' })]);
  expect(stored).toHaveLength(2);
});
