import { describe, expect, test } from '@jest/globals';
import { NAME_COUNT, sessionName } from './session-name';
import { ADJECTIVES, ANIMALS } from './session-name-words';

const nobody = new Set<string>();

describe('a session name', () => {
  test('is the same for the same ticket, and unlike its neighbours', () => {
    expect(sessionName(7, nobody)).toBe(sessionName(7, nobody));
    const [adjective, animal] = sessionName(7, nobody).split('-');
    expect(sessionName(8, nobody)).not.toContain(adjective);
    expect(sessionName(8, nobody)).not.toContain(animal);
  });

  test('comes again only when all names have been used', () => {
    const names = new Set<string>();
    for (let ticket = 1; ticket <= NAME_COUNT; ticket += 1) names.add(sessionName(ticket, nobody));
    expect(names.size).toBe(NAME_COUNT);
    expect(sessionName(1 + NAME_COUNT, nobody)).toBe(sessionName(1, nobody));
  });

  test('steps aside for one that is taken, and takes any ticket', () => {
    const taken = new Set([sessionName(1, nobody)]);
    expect(taken.has(sessionName(1 + NAME_COUNT, taken))).toBe(false);
    expect(sessionName(Number.MAX_SAFE_INTEGER, nobody)).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
  });

  test('is made of words that are all different', () => {
    expect([new Set(ADJECTIVES).size, new Set(ANIMALS).size]).toEqual([64, 64]);
  });
});
