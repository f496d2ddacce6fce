import { expect, test } from '@jest/globals';
import { EventJournal } from './event-journal';

const lines = (journal: EventJournal, seq: number, audience = 'a'): unknown[] =>
  journal.after(seq, audience).map(({ data }) => (JSON.parse(data) as { line: unknown }).line);

test('entries are numbered from 1, and whoever names one hears those after it', () => {
  const journal = new EventJournal(10_000);
  expect(journal.last).toBe(0);
  for (const line of [1, 2, 3]) expect(journal.append('a', 'lab.output', { line }).seq).toBe(line);
  expect(journal.last).toBe(3);
  expect(lines(journal, 0)).toEqual([1, 2, 3]);
  expect(lines(journal, 2)).toEqual([3]);
  expect(lines(journal, 3)).toEqual([]);
});

test('nobody hears what is for others', () => {
  const journal = new EventJournal(10_000);
  journal.append('a', 'lab.output', { line: 'for a' });
  journal.append('b', 'lab.output', { line: 'for b' });
  expect(lines(journal, 0, 'b')).toEqual(['for b']);
});

test('the oldest are forgotten when the bytes are used up; numbers go on', () => {
  const journal = new EventJournal(10_000);
  for (let line = 1; line <= 1_000; line += 1) journal.append('a', 'lab.output', { line });
  const kept = lines(journal, 0);
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.length).toBeLessThan(100);
  expect(kept.at(-1)).toBe(1_000);
  expect(journal.last).toBe(1_000);
});

test('an entry larger than everything is numbered, not kept', () => {
  const journal = new EventJournal(1_000);
  expect(journal.append('a', 'lab.output', { line: 'ä'.repeat(1_000) }).seq).toBe(1);
  expect(lines(journal, 0)).toEqual([]);
  journal.append('a', 'lab.output', { line: 'small' });
  expect(lines(journal, 0)).toEqual(['small']);
});
