import { expect, test } from '@jest/globals';
import { noticeTeller } from './notice-teller';

test('a notice is told once while it stands, and again when it comes back', () => {
  const told: string[] = [];
  const tell = noticeTeller((notice) => told.push(notice));
  for (const notice of [undefined, 'gone', 'gone', undefined, 'gone', 'quarantined']) tell({ notice });
  expect(told).toEqual(['gone', 'gone', 'quarantined']);
});
