import { describe, expect, test } from '@jest/globals';
import type { LabChange, LabState } from './lab-state';
import { nextLabState } from './lab-state';

const lab = { generation: 2, identity: 'i', topology: 't.yml' };
const devices = [{ name: 'r1', raw: {} }];
const one = { id: 1, owner: 'a' };
const two = { id: 2, owner: 'a' };
const failure = { message: 'no', output: [] };
const at = new Date(0);
const kept = { at, keepIdle: true };
const held = { lab, users: ['a'], references: [one], disposable: false };

const states = {
  none: { name: 'none' },
  starting: { name: 'starting', ...held },
  in_use: { name: 'in_use', devices, ...held },
  idle: { name: 'idle', devices, idleSince: at, lab, users: ['a'] },
  stopping: { name: 'stopping', lab, reason: 'released' },
  failed: { name: 'failed', lab, failure },
  quarantined: { name: 'quarantined', lab, reason: 'stuck' },
} satisfies Record<LabState['name'], LabState>;

const changes = {
  start: { type: 'start', lab, reference: one, reuse: true },
  attach: { type: 'attach', reference: two, reuse: true },
  release: { type: 'release', id: 1 },
  'release of a reference that is gone': { type: 'release', id: 9 },
  'clean end': { type: 'session_end', session: 'a', manner: 'clean' },
  'lost end': { type: 'session_end', session: 'a', manner: 'lost' },
  'lost end of a stranger': { type: 'session_end', session: 'z', manner: 'lost' },
  teardown: { type: 'teardown', reason: 'destroyed' },
  reclaim: { type: 'reclaim', lab },
  up: { type: 'up', generation: 2, devices },
  'up of another generation': { type: 'up', generation: 1, devices },
  up_failed: { type: 'up_failed', generation: 2, failure },
  'up_failed of another generation': { type: 'up_failed', generation: 1, failure },
  died: { type: 'died', generation: 2, failure },
  'died, another generation': { type: 'died', generation: 1, failure },
  down: { type: 'down' },
  stuck: { type: 'stuck', reason: 'stuck' },
} satisfies Record<string, LabChange>;

/** For each state the changes that matter in it; every other leaves the state as it is, the very same object. */
const table: Record<LabState['name'], Partial<Record<keyof typeof changes, Partial<LabState>>>> = {
  none: {
    start: states.starting,
    reclaim: { name: 'stopping', lab, reason: 'reclaim' },
  },
  starting: {
    attach: { ...states.starting, references: [one, two] },
    release: { name: 'stopping', lab, reason: 'cancelled' },
    'clean end': { name: 'stopping', lab, reason: 'session_ended' },
    'lost end': { name: 'stopping', lab, reason: 'session_lost' },
    teardown: { name: 'stopping', lab, reason: 'destroyed' },
    up: states.in_use,
    up_failed: { name: 'stopping', lab, reason: 'start_failed', failure },
  },
  in_use: {
    attach: { ...states.in_use, references: [one, two] },
    release: states.idle,
    'clean end': { ...states.idle, users: [] },
    'lost end': { name: 'stopping', lab, reason: 'session_lost' },
    teardown: { name: 'stopping', lab, reason: 'destroyed' },
    died: { name: 'stopping', lab, reason: 'lab_died', failure },
  },
  idle: {
    attach: { ...states.in_use, references: [two] },
    'clean end': { ...states.idle, users: [] },
    'lost end': { name: 'stopping', lab, reason: 'session_lost' },
    teardown: { name: 'stopping', lab, reason: 'destroyed' },
    died: { name: 'stopping', lab, reason: 'lab_died', failure },
  },
  stopping: {
    down: { name: 'none' },
    stuck: states.quarantined,
  },
  failed: {
    start: states.starting,
  },
  quarantined: {
    teardown: { name: 'stopping', lab, reason: 'destroyed' },
  },
};

describe.each(Object.values(states))('in state $name', (state: LabState) => {
  test.each(Object.entries(changes))('%s', (name, change) => {
    const after = nextLabState(state, change, kept);
    const expected = Object.entries(table[state.name]).find(([key]) => key === name)?.[1];
    if (expected === undefined) expect(after).toBe(state);
    else expect(after).toEqual(expected);
  });
});

describe('a lab without references', () => {
  const inUse = states.in_use;
  const release = changes.release;

  test('is torn down when any acquire was without reuse', () => {
    const mixed = nextLabState(inUse, { type: 'attach', reference: two, reuse: false }, kept);
    const left = nextLabState(nextLabState(mixed, release, kept), { type: 'release', id: 2 }, kept);
    expect(left).toEqual({ name: 'stopping', lab, reason: 'released' });
  });

  test('is torn down at once when idle labs are not kept', () => {
    expect(nextLabState(inUse, release, { at, keepIdle: false })).toMatchObject({ name: 'stopping' });
  });

  test('is torn down when the session that ended cleanly had asked for no reuse', () => {
    const exclusive = { ...inUse, disposable: true };
    expect(nextLabState(exclusive, changes['clean end'], kept)).toMatchObject({ reason: 'session_ended' });
  });
});

describe('a lab that two sessions share', () => {
  const other = { id: 3, owner: 'b' };
  const shared: LabState = { ...states.in_use, references: [one, other], users: ['a', 'b'] };

  test('stays with the living one when the other is lost, but is handed to nobody after it', () => {
    const left = nextLabState(shared, changes['lost end'], kept);
    expect(left).toMatchObject({ name: 'in_use', references: [other], users: ['b'] });
    expect(nextLabState(left, { type: 'release', id: 3 }, kept)).toMatchObject({ name: 'stopping' });
  });

  test('becomes idle as usual when the other ended cleanly', () => {
    const left = nextLabState(shared, changes['clean end'], kept);
    expect(nextLabState(left, { type: 'release', id: 3 }, kept)).toMatchObject({
      name: 'idle',
      users: ['b'],
    });
  });
});

test('a failed start is failed once its remains are gone, and quarantined when they cannot go', () => {
  const rollback = nextLabState(states.starting, changes.up_failed, kept);
  expect(nextLabState(rollback, changes.down, kept)).toEqual(states.failed);
  expect(nextLabState(rollback, changes.stuck, kept)).toEqual(states.quarantined);
});
