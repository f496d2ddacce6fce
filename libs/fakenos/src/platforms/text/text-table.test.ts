import { expect, test } from '@jest/globals';
import { textTable } from './text-table';

test('columns align left, with a negative width right, and end without blanks', () => {
  const rows = [
    ['Port', 'Age', '  State'],
    ['Et1', '7', '  up'],
    ['a-long-name', '12', ''],
  ];
  expect(textTable([6, -4, 0], rows)).toEqual(['Port   Age  State', 'Et1      7  up', 'a-long-name  12']);
});
