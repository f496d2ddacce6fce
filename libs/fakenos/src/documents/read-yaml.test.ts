import { describe, expect, test } from '@jest/globals';
import { readYaml } from './read-yaml';

describe('readYaml', () => {
  test('reads what Python programs read, aliases and merge keys included', () => {
    const text = 'base: &base {on: yes, port: 0o17}\nhost: {<<: *base, name: x}';
    expect(readYaml(text)).toMatchObject({ data: { host: { name: 'x' } } });
    expect(readYaml('a: yes')).toEqual({ data: { a: true } });
    expect(readYaml('')).toEqual({ data: null });
    expect(readYaml('{"hosts": {"r1": {"port": 6000}}}')).toEqual({
      data: { hosts: { r1: { port: 6000 } } },
    });
  });

  test.each([
    ['a: [', 'line 1, column'],
    ['a: 1\na: 2', 'line 2, column'],
    ['--- a\n--- b', 'single document'],
    ['a: !!python/object/apply:os.system [ls]', 'unknown'],
    ['a: 2026-01-02', 'put the date 2026-01-02 in quotes'],
    ['a: !!binary aGk=', 'sets and binary values'],
    [`${'['.repeat(100)}${']'.repeat(100)}`, ''],
  ])('refuses %s', (text, words) => {
    expect(readYaml(text).problem?.message).toContain(words);
  });

  test('aliases do not make a document larger than one may be, nor endless', () => {
    const levels = Array.from(
      { length: 40 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    expect(readYaml(['a0: &a0 [x, x]', ...levels].join('\n')).problem?.message).toMatch(
      /more than 64 levels|values/,
    );
    const wide = `a: &a [${'x,'.repeat(2_000)}]\nb: [${'*a,'.repeat(2_000)}]`;
    expect(readYaml(wide).problem?.message).toContain('more than 500000 values');
    expect(readYaml('a: &a [*a]').problem).toBeDefined();
  });
});
