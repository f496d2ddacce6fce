import { describe, expect, test } from '@jest/globals';
import { nameOf, type ProcessRow } from './process-table';
import { treeMembers } from './tree-members';

const row = (pid: number, parent: number, more: Partial<ProcessRow> = {}): ProcessRow => ({
  pid,
  parent,
  group: pid,
  session: pid,
  startedAt: '5',
  marked: false,
  ...more,
});
const pids = (rows: readonly ProcessRow[]): readonly number[] =>
  rows.map(({ pid }) => pid).sort((a, b) => a - b);
const none: ReadonlySet<string> = new Set();

describe('to the tree of a process belong', () => {
  const cases: readonly (readonly [string, readonly ProcessRow[], readonly number[]])[] = [
    ['itself', [row(9, 1)], [9]],
    [
      'its children and theirs, in sessions of their own too',
      [row(9, 1), row(10, 9), row(11, 10)],
      [9, 10, 11],
    ],
    ['those of its group whose parent has gone', [row(10, 1, { group: 9 })], [10]],
    ['those of its session whose parent has gone', [row(10, 1, { session: 9 })], [10]],
    ['those who carry its marker, and their children', [row(20, 1, { marked: true }), row(21, 20)], [20, 21]],
    ['nobody else', [row(2, 1), row(3, 2), row(90, 1, { group: 99, session: 99 })], []],
  ];

  test.each(cases)('%s', (_words, table, expected) => {
    expect(pids(treeMembers(table, { root: 9, seen: none }))).toEqual(expected);
  });

  test('those who were seen to belong to it, and no later process with the same id', () => {
    const seen = new Set([nameOf(row(30, 9))]);
    expect(pids(treeMembers([row(30, 1), row(31, 30)], { root: 9, seen }))).toEqual([30, 31]);
    expect(treeMembers([row(30, 1, { startedAt: '6' })], { root: 9, seen })).toEqual([]);
  });

  test('without a first process only the marked and the seen', () => {
    const table = [row(9, 1), row(10, 1, { marked: true }), row(11, 10)];
    expect(pids(treeMembers(table, { seen: none }))).toEqual([10, 11]);
  });

  test('each one once, also when parents run in a circle', () => {
    const table = [row(9, 10), row(10, 9, { marked: true })];
    expect(pids(treeMembers(table, { root: 9, seen: none }))).toEqual([9, 10]);
  });
});
