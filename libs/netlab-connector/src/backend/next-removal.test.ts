import { describe, expect, test } from '@jest/globals';
import type { LabRemains } from './lab-remains';
import { nextRemoval, type RemovalStep } from './next-removal';
import { containerIn, NOTHING } from './test-fixtures/remains';

const containers = [containerIn('/labs/7')];
const whole = { folder: true, copy: true, snapshot: true, lock: true, entry: true, containers };
const noted = { folder: true, copy: true, snapshot: true, entry: true };
const orphaned = { containers };

describe('the next step of a removal', () => {
  const cases: readonly (readonly [Partial<LabRemains>, RemovalStep[], number, string])[] = [
    // Nothing, or nothing but files of no meaning.
    [{}, [], 1, 'done'],
    [{ folder: true, copy: true, snapshot: true }, [], 1, 'done'],
    // A whole lab: gently, then by force, then by hand.
    [whole, [], 1, 'down'],
    [whole, ['down'], 1, 'give_up'],
    [whole, ['down'], 2, 'down_force'],
    [whole, ['down', 'down_force'], 2, 'by_hand'],
    [whole, ['down', 'down_force', 'by_hand'], 2, 'give_up'],
    // What netlab has only noted can be forgotten at once.
    [noted, ['down'], 1, 'down_force'],
    [noted, ['down', 'down_force'], 1, 'by_hand'],
    [{ ...noted, lock: true }, ['down'], 1, 'give_up'],
    [{ ...noted, bridges: ['lab7_1'] }, ['down'], 1, 'give_up'],
    [{ ...noted, unknown: ['no answer'] }, ['down'], 1, 'give_up'],
    // A lock without a lab is a file like any other.
    [{ folder: true, copy: true, lock: true }, [], 1, 'by_hand'],
    [{ folder: true, copy: true, lock: true }, ['by_hand'], 2, 'give_up'],
    [{ folder: true, copy: true, snapshot: true, lock: true }, [], 1, 'down'],
    [{ folder: true, copy: true, snapshot: true, lock: true }, ['down'], 1, 'by_hand'],
    [{ folder: true, copy: true, lock: true, unseen: 'containers' }, [], 1, 'rebuild'],
    // The folder was deleted, or netlab has forgotten the lab.
    [{ ...orphaned, copy: true }, [], 1, 'rebuild'],
    [{ ...orphaned, copy: true }, ['rebuild'], 1, 'give_up'],
    [{ ...orphaned, copy: true }, ['rebuild'], 2, 'by_hand'],
    [{ ...orphaned, copy: true, snapshot: true }, ['rebuild'], 1, 'down'],
    [{ entry: true, copy: true }, [], 1, 'rebuild'],
    [orphaned, [], 1, 'give_up'],
    [orphaned, [], 2, 'by_hand'],
    // Who cannot see what runs uses no force, ever.
    [{ ...whole, containers: [], unseen: 'containers' }, [], 2, 'down'],
    [{ ...whole, containers: [], unseen: 'containers' }, ['down'], 2, 'give_up'],
    [{ ...noted, unseen: 'virtual machines' }, ['down'], 2, 'give_up'],
    [{ entry: true, unseen: 'containers' }, [], 2, 'give_up'],
  ];

  test.each(cases)('with %j left and %j tried, attempt %i: %s', (remains, tried, attempt, step) => {
    expect(nextRemoval({ ...NOTHING, ...remains }, tried, attempt)).toBe(step);
  });
});
