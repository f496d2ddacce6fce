import { describe, expect, test } from '@jest/globals';
import { TopologyError } from '../errors';
import { Places } from './places';
import { Problems } from './problems';
import { readYaml } from './read-yaml';

const read = (text: string | Uint8Array) => {
  const problems = new Problems({ file: 'lab.yml', line: 1, column: 1 });
  const places = new Places(problems);
  const data = readYaml('lab.yml', typeof text === 'string' ? Buffer.from(text) : text, places, problems);
  problems.throwIfAny();
  return { data, places };
};

const refusal = (text: string | Uint8Array) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof TopologyError)
      return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
    throw error;
  }
  return [];
};

describe('YAML, as netlab reads it', () => {
  test.each([
    ['a: yes', { a: true }],
    ['a: off', { a: false }],
    ['a: y', { a: 'y' }],
    ['a: n', { a: 'n' }],
    ['a: 017', { a: 15 }],
    ['a: 0x1f', { a: 31 }],
    ['a: 1_000', { a: 1000 }],
    ['a: 1:30', { a: 90 }],
    ['a: 1e3', { a: '1e3' }],
    ['a: 1.5', { a: 1.5 }],
    ['a: 10.0.0.1', { a: '10.0.0.1' }],
    ['a: 2001:db8::1', { a: '2001:db8::1' }],
    ['a: 2001-01-01', { a: '2001-01-01' }],
    ['a:', { a: null }],
    ['a: ~', { a: null }],
    ['a: "1"', { a: '1' }],
    ['a: !!str 1', { a: '1' }],
    ['a: !!int "1"', { a: 1 }],
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['1: a\non: b', { '1': 'a', True: 'b' }],
    ['\ufeffa: 1', { a: 1 }],
    ['', {}],
    ['# nothing\n', {}],
    ['---\n', {}],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
  ])('%j is %j', (text, expected) => {
    expect(read(text).data).toEqual(expected);
  });

  test.each([
    ['a.b: 1\na.c: 2', { a: { b: 1, c: 2 } }],
    ['a: { b: 1 }\na.c.d: 2', { a: { b: 1, c: { d: 2 } } }],
    ['a:\na.b: 1', { a: { b: 1 } }],
    ['a.b: 1\na: { c: 2 }', { a: { c: 2 } }],
    ['- ignored', undefined],
  ])('%j has dotted keys as paths', (text, expected) => {
    if (expected === undefined)
      expect(refusal(text)).toEqual(['1:1 the file must be a mapping such as "nodes: [ r1, r2 ]"']);
    else expect(read(text).data).toEqual(expected);
  });

  test('aliases are copies and merge keys fill gaps', () => {
    const { data } = read(
      'a: &x { p: 1, q: { r: 2 } }\nb: *x\nc: { <<: *x, p: 3 }\nd: { <<: [ { p: 4 }, *x ] }',
    );
    expect(data).toEqual({
      a: { p: 1, q: { r: 2 } },
      b: { p: 1, q: { r: 2 } },
      c: { p: 3, q: { r: 2 } },
      d: { p: 4, q: { r: 2 } },
    });
    expect(data?.['a']).not.toBe(data?.['b']);
  });

  test('keys of Object are ordinary keys', () => {
    const { data } = read('__proto__: { polluted: true }\nconstructor: 1');
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a dotted key may have as many parts as a file has levels', () => {
    expect(read(`${'y.'.repeat(63)}z: 1`).data).toHaveProperty(['y', 'y', 'y']);
  });

  test('every key and value has its place, dotted keys and aliases too', () => {
    const { data, places } = read('a:\n  b.c: x\n  l: [ p, q ]\n');
    const a = data?.['a'] as never;
    expect(places.ofKey(a, 'b')).toEqual({ file: 'lab.yml', line: 2, column: 3 });
    expect(places.ofKey(a['b'], 'c')).toEqual({ file: 'lab.yml', line: 2, column: 5 });
    expect(places.ofValue(a['b'], 'c')).toEqual({ file: 'lab.yml', line: 2, column: 8 });
    expect(places.ofValue(a['l'], 1)).toEqual({ file: 'lab.yml', line: 3, column: 11 });
  });
});

describe('a file that is refused', () => {
  const bomb = ['a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]']
    .concat(
      Array.from(
        { length: 9 },
        (_, i) => `a${i + 1}: &a${i + 1} [ ${Array<string>(10).fill(`*a${i}`).join(', ')} ]`,
      ),
    )
    .join('\n');

  test.each([
    ['duplicate keys', 'a: 1\nb:\n  c: 1\n  c: 2', '4:3 duplicate key "c"'],
    [
      'a tab as indentation',
      'a:\n\tb: 1',
      '2:1 this is not valid YAML: tab characters must not be used in indentation',
    ],
    [
      'broken indentation',
      'a:\n  b: 1\n c: 2',
      '3:2 this is not valid YAML: bad indentation of a mapping entry',
    ],
    ['an open bracket', 'nodes: [ r1', /^1:\d+ this is not valid YAML/],
    ['two documents', 'a: 1\n---\nb: 1', '1:1 the file has 2 YAML documents; a topology is one'],
    ['a scalar', 'hello', '1:1 the file must be a mapping such as "nodes: [ r1, r2 ]"'],
    [
      'an unknown tag',
      'a: !!python/object:os.system x',
      /^1:\d+ the tag !!python\/object:os.system cannot be used here$/,
    ],
    ['a tag of its own', 'a: !include x.yml', /^1:\d+ the tag !include cannot be used here$/],
    ['an undefined alias', 'a: *x', '1:4 the anchor "&x" is not defined above'],
    ['an alias inside itself', 'a: &x [ *x ]', '1:9 the alias "*x" is inside what it stands for'],
    ['a mapping as key', '{ a: 1 }: 2', '1:1 a key must be a name'],
    ['a dotted key below a value', 'a: 1\na.b: 2', '2:1 "a" already has a value, so "a.b" cannot be set'],
    ['a merge key without mapping', 'a: { <<: 1 }', '1:10 "<<" needs a mapping or a list of mappings'],
    ['an alias bomb', bomb, /unfolds to more than 100000 values/],
    [
      'a dotted key of 10,000 parts',
      `${'y.'.repeat(10_000)}z: 1`,
      '1:20004 the file has more than 64 levels',
    ],
    [
      'dotted keys that nest',
      `${`{ ${'y.'.repeat(40)}z: `.repeat(10)}1${' }'.repeat(10)}`,
      /^1:\d+ the file has more than 64 levels$/,
    ],
    [
      'aliases of a long text',
      `a: &a ${'x'.repeat(10_000)}\nb: [ ${Array(1000).fill('*a').join(', ')} ]`,
      /unfolds to more than 100000 values/,
    ],
    ['deep nesting', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`, /this is not valid YAML: .*depth/i],
    ['NUL bytes', 'a: 1\nb: \0', '2:4 control character 0x00: this is not a text file'],
    ['an escape character', 'a: "\u001b[2J"', '1:5 control character 0x1b: this is not a text file'],
  ])('has %s', (_what, text, expected) => {
    expect(refusal(text)).toEqual([
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    ]);
  });

  test('has bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from([0x61, 0x3a, 0x20, 0x0a, 0x62, 0xff, 0x0a]))).toEqual([
      '2:2 the file is not UTF-8 text',
    ]);
    expect(refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).toEqual(['1:1 the file is not UTF-8 text']);
  });
});
