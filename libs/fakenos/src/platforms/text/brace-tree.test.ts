import { expect, test } from '@jest/globals';
import { block, braceLines, flatLines, leaf } from './brace-tree';

const tree = [block('system', [block('name', [leaf('host-name r1')]), block('lldp', [])]), leaf('banner x')];

test('a tree is written with braces', () => {
  expect(braceLines(tree)).toEqual([
    '    system {',
    '        name {',
    '            host-name r1',
    '        }',
    '        lldp {',
    '        }',
    '    }',
    '    banner x',
  ]);
});

test('or as one command for each leaf', () => {
  expect(flatLines(tree)).toEqual(['set / system name host-name r1', 'set / system lldp', 'set / banner x']);
});
