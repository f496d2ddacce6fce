import { expect, test } from '@jest/globals';
import type { ConfigTree } from '../configuration/config-tree';
import { block, leaf } from '../configuration/config-tree';
import { valueOf } from '../configuration/read-tree';
import { ConfiguredName } from './configured-name';

function countingName() {
  let lines = 0;
  const read = (tree: ConfigTree) => {
    lines += tree.length;
    const hostname = valueOf(tree, 'hostname') ?? valueOf(tree[0]?.children ?? [], 'host-name');
    return { interfaces: [], ...(hostname !== undefined && { hostname }) };
  };
  const name = new ConfiguredName(read);
  return {
    after: (tree: ConfigTree) => {
      name.change({ tree, facts: () => read(tree) });
      return name.current;
    },
    undo: () => {
      name.change(undefined);
      return name.current;
    },
    linesRead: () => lines,
  };
}

test('a change that does not speak of the name does not have the whole configuration read', () => {
  const name = countingName();
  let tree: ConfigTree = [leaf('hostname r1')];
  expect(name.after(tree)).toBe('r1');
  for (let line = 0; line < 1_000; line++) {
    tree = [...tree, leaf(`ip route ${line}`)];
    expect(name.after(tree)).toBe('r1');
  }
  expect(name.linesRead()).toBeLessThan(3_000);
});

test('the name follows what the configuration says of it, wherever it stands', () => {
  const name = countingName();
  const route = leaf('ip route 1');
  expect(name.after([route])).toBeUndefined();
  expect(name.after([route, leaf('hostname r1')])).toBe('r1');
  expect(name.after([leaf('hostname r2'), route])).toBe('r2');
  expect(name.after([route])).toBeUndefined();
  expect(name.after([block('system', [leaf('host-name r3'), leaf('ntp')])])).toBe('r3');
  expect(name.after([block('system', [leaf('host-name r4'), leaf('ntp')])])).toBe('r4');
  expect(name.after([block('system', [leaf('host-name r4')])])).toBe('r4');
  expect(name.undo()).toBeUndefined();
  expect(name.after([leaf('hostname r5')])).toBe('r5');
});
