import { describe, expect, test } from '@jest/globals';
import { readLabUse, useOf } from './lab-use';
import { whyNotAdopted } from './why-not-adopted';

const record = { generation: 7, identity: 'i', topology: 'x.yml', backend: 'b', notes: {} };
const use = { generation: 7, references: [{ id: 1, owner: 'a' }], users: ['a'], disposable: false };

describe("a dead server's lab", () => {
  test.each([
    ['is kept for the session that held it', use, 'a', undefined],
    ['is kept while it idles for nobody', { ...use, references: [], users: [] }, undefined, undefined],
    [
      'is kept while it idles and another session is active',
      { ...use, references: [], users: [] },
      'b',
      undefined,
    ],
    ['goes when nothing is known of its use', undefined, 'a', /being built or torn down/],
    [
      'goes when what is known is of an earlier lab',
      { ...use, generation: 6 },
      'a',
      /being built or torn down/,
    ],
    ['goes with the session that used it', use, 'b', /used it has ended/],
    ['goes with the session that held it', { ...use, users: [] }, 'b', /held it has ended/],
    ['goes when it was for one use', { ...use, references: [], disposable: true }, 'a', /one use only/],
  ])('%s', (_, known, heir, reason) => {
    const answer = whyNotAdopted(record, known, heir);
    if (reason === undefined) expect(answer).toBe(undefined);
    else expect(answer).toMatch(reason);
  });
});

describe('the use of a lab', () => {
  const lab = { generation: 7, identity: 'i', topology: 'x.yml' };
  const held = { lab, devices: [], users: ['a'], references: use.references, disposable: false };

  test('is known while it is up, and read as it was stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(useOf({ name: 'in_use', ...held })));
    expect(readLabUse(stored)).toEqual(use);
    expect(useOf({ name: 'idle', lab, devices: [], users: [], idleSince: new Date(0) })).toMatchObject({
      references: [],
      disposable: false,
    });
  });

  test('is nothing to go on with while the lab is built or torn down', () => {
    expect(useOf({ name: 'starting', ...held })).toBe(null);
    expect(useOf({ name: 'stopping', lab, reason: 'released' })).toBe(null);
  });

  test.each([
    undefined,
    null,
    'x',
    {},
    { ...use, users: [1] },
    { ...use, references: [{ id: 'x', owner: 'a' }] },
  ])('is not known from %j', (stored) => {
    expect(readLabUse(stored)).toBe(undefined);
  });
});
