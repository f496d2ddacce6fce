import { describe, expect, test } from '@jest/globals';
import { beginsWith, changeSection, placeByWords, sectionAt } from './change-tree';
import type { ConfigTree } from './config-tree';
import { block, leaf } from './config-tree';

const tree: ConfigTree = [
  leaf('hostname r1'),
  block('interface Ethernet1', [leaf('shutdown')]),
  block('router bgp 1', [block('vrf a', [leaf('rd 1:1')])]),
];

describe('sectionAt', () => {
  test('follows the sections of a path', () => {
    expect(sectionAt(tree, ['router bgp 1', 'vrf a'])).toEqual([leaf('rd 1:1')]);
    expect(sectionAt(tree, [])).toBe(tree);
  });

  test('finds nothing where there is no section', () => {
    expect(sectionAt(tree, ['router bgp 2'])).toBeUndefined();
    expect(sectionAt(tree, ['hostname r1'])).toBeUndefined();
  });
});

describe('changeSection', () => {
  test('changes one section, and leaves all others as the objects they were', () => {
    const changed = changeSection(tree, ['interface Ethernet1'], () => []);
    expect(changed[1]).toEqual(block('interface Ethernet1', []));
    expect(changed[2]).toBe(tree[2]);
    expect(tree[1]).toEqual(block('interface Ethernet1', [leaf('shutdown')]));
  });

  test('creates what of the path is missing', () => {
    const changed = changeSection(tree, ['router bgp 1', 'vrf b', 'family'], () => [leaf('x')]);
    expect(sectionAt(changed, ['router bgp 1', 'vrf b', 'family'])).toEqual([leaf('x')]);
  });

  test('returns the very same tree when nothing changes', () => {
    expect(changeSection(tree, ['interface Ethernet1'], (section) => section)).toBe(tree);
  });
});

describe('placeByWords', () => {
  const place = placeByWords(['hostname', 'interface', 'router', 'line']);
  test.each([
    ['interface Ethernet2', 2],
    ['router ospf 1', 3],
    ['hostname r2', 1],
    ['line vty 0 4', 3],
    ['something else', 3],
  ])('puts %s at %i', (text, at) => {
    expect(place(tree, text)).toBe(at);
  });

  test('puts what comes before all others first', () => {
    expect(placeByWords(['version'])(tree, 'version 1')).toBe(0);
  });
});

test.each([
  ['ip address 10.0.0.1', 'ip address', true],
  ['ip address', 'ip address', true],
  ['ip addresses', 'ip address', false],
])('%j begins with %j: %s', (text, words, expected) => {
  expect(beginsWith(text, words)).toBe(expected);
});
