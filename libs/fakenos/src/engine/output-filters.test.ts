import { describe, expect, test } from '@jest/globals';
import { splitPipes } from './output-filters';

const output = [
  'interface e1',
  ' address 10.0.0.1',
  '  secondary',
  'interface e2',
  ' shutdown',
  'router ospf',
  '',
].join('\n');

function filtered(line: string): string[] | undefined {
  const piped = splitPipes(line);
  return piped?.filters
    .reduce((text, filter) => filter(text), output)
    .split('\n')
    .slice(0, -1);
}

describe('output filters', () => {
  test.each([
    ['show run | include interface', ['interface e1', 'interface e2']],
    ['show run | inc e1|ospf', ['interface e1', 'router ospf']],
    ['show run | inc e1 | ospf', ['router ospf']],
    ['show run | i "^ "', [' address 10.0.0.1', '  secondary', ' shutdown']],
    ['show run | exclude "^ "', ['interface e1', 'interface e2', 'router ospf']],
    ['show run | exc "^ "', ['interface e1', 'interface e2', 'router ospf']],
    ['show run | begin e2', ['interface e2', ' shutdown', 'router ospf']],
    ['show run | begin nothing', []],
    ['show run | section e1', ['interface e1', ' address 10.0.0.1', '  secondary']],
    ['show run | sec interface', output.split('\n').slice(0, 5)],
    ['show run | include "e1"', ['interface e1']],
    ['show run | count', ['Count: 6 lines']],
    ['show run | include interface | count', ['Count: 2 lines']],
    ['show run | match router', ['router ospf']],
    ['show run | no-more', output.split('\n').slice(0, 6)],
    ['show run | include (', []],
  ])('%j', (line, lines) => {
    expect(filtered(line)).toEqual(lines);
  });

  test('a line without a filter is left alone', () => {
    for (const line of [
      'show run',
      'description a | b',
      'show run | json',
      'show run | include',
      '| include x',
    ]) {
      expect(splitPipes(line)).toBeUndefined();
    }
  });
});
