import { describe, expect, test } from '@jest/globals';
import { block, leaf } from './config-tree';
import { diffTrees } from './diff-trees';

const port = (...lines: string[]) => block('interface Ethernet1', lines.map(leaf));

describe('diffTrees', () => {
  test('finds nothing between a configuration and itself, nor one with other order', () => {
    expect(diffTrees([leaf('a'), port('x', 'y')], [port('y', 'x'), leaf('a')])).toEqual([]);
  });

  test('names lines that came and went, where they stand', () => {
    expect(diffTrees([leaf('a'), leaf('b'), leaf('c')], [leaf('a'), leaf('c'), leaf('d')])).toEqual([
      { text: 'b', kind: 'removed' },
      { text: 'd', kind: 'added' },
    ]);
  });

  test('goes into sections that are in both', () => {
    expect(diffTrees([port('mtu 1500', 'shutdown')], [port('mtu 1500', 'description x')])).toEqual([
      {
        text: 'interface Ethernet1',
        kind: 'changed',
        children: [
          { text: 'description x', kind: 'added' },
          { text: 'shutdown', kind: 'removed' },
        ],
      },
    ]);
  });

  test('takes a new or lost section as a whole', () => {
    const change = (kind: 'added' | 'removed') => [
      { text: 'interface Ethernet1', kind, children: [{ text: 'shutdown', kind }] },
    ];
    expect(diffTrees([], [port('shutdown')])).toEqual(change('added'));
    expect(diffTrees([port('shutdown')], [])).toEqual(change('removed'));
  });

  test('a section is not the line of the same words', () => {
    expect(diffTrees([leaf('vrf mgmt')], [block('vrf mgmt', [])])).toEqual([
      { text: 'vrf mgmt', kind: 'added', children: [] },
      { text: 'vrf mgmt', kind: 'removed' },
    ]);
  });
});
