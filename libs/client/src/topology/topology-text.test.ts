import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { topologyInput } from './topology-input';
import { topologyText } from './topology-text';

/** Texts that YAML 1.1 would read as something else. */
const TRICKY = [
  '65000:1',
  '12:30',
  'on',
  'No',
  'y',
  '~',
  'null',
  '',
  '0o7',
  '0777',
  '1_000',
  '1e5',
  '.5',
  '0x1f',
  '-',
  '2026-01-01',
  ' x ',
  'a: b',
  '#c',
  '[x',
  '{x',
  '*x',
  '&x',
  '!x',
  '%x',
  '@x',
  '`x',
  '"',
  "'",
  'a\nb\n',
  '\t',
  '\u2028',
  '=',
  '<<',
  'ü',
];

describe('a topology as an object', () => {
  test('is what it would be as YAML, whatever its texts look like', () => {
    const attributes = Object.fromEntries(TRICKY.map((text, index) => [`k${index}`, text]));
    const content = Buffer.from(
      topologyText({
        provider: 'clab',
        nodes: { r1: { device: 'frr', bgp: { list: TRICKY, ...attributes } }, r2: { device: 'eos', id: 7 } },
        links: ['r1-r2', { r1: { ipv4: false }, r2: null }],
        module: ['bgp'],
        bgp: { as: 65_000 },
      }),
    );
    const { nodes, links } = readTopology(
      createTopologyBundle({ topology: { path: 'a.yml', content }, extraFiles: [] }),
    );
    expect(nodes.map(({ name, id, device }) => [name, id, device])).toEqual([
      ['r1', 1, 'frr'],
      ['r2', 7, 'eos'],
    ]);
    expect(nodes[0]?.attributes).toMatchObject({ bgp: { list: TRICKY, ...attributes } });
    expect(links).toHaveLength(2);
  });

  test('is the same text every time, also when parts are shared, left out or of another realm', () => {
    const shared = { device: 'frr' };
    const text = topologyText({ nodes: { r1: { device: 'frr' }, r2: { device: 'frr' } }, x: [0] });
    expect(text).toBe('nodes:\n  r1:\n    device: frr\n  r2:\n    device: frr\nx:\n  - 0\n');
    expect(topologyText({ nodes: { r1: shared, r2: shared }, x: [-0], y: undefined })).toBe(text);
    const foreign: unknown = runInNewContext(
      "({ nodes: { r1: { device: 'frr' }, r2: { device: 'frr' } }, x: [0] })",
    );
    expect(topologyInput(foreign)).toMatchObject({ content: text });
  });

  test('keeps the order of its keys, which decides the ids of the nodes', () => {
    expect(topologyText({ nodes: { b: null, a: null } })).toBe('nodes:\n  b: null\n  a: null\n');
  });

  test('breaks no long line', () => {
    expect(topologyText({ message: 'word '.repeat(100) + 'end' })).toBe(
      `message: ${'word '.repeat(100)}end\n`,
    );
  });
});

describe('what is no data is refused with its place', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['links'] = [{ r1: cyclic }];
  const deep = Array.from({ length: 70 }).reduce<object>((inner) => ({ inner }), {});

  test.each<[string, object, string]>([
    ['a function', { nodes: { r1: { device: () => 'frr' } } }, 'topology.nodes.r1.device is a function.'],
    ['a cycle', cyclic, 'topology.links[0].r1 is an object that contains itself.'],
    ['a class', { nodes: new Map([['r1', null]]) }, 'topology.nodes is a Map.'],
    ['a date', { version: new Date(0) }, 'topology.version is a Date.'],
    ['a number that is none', { mtu: Number.NaN }, 'topology.mtu is NaN.'],
    ['infinity', { mtu: Infinity }, 'topology.mtu is Infinity.'],
    ['a bigint', { mtu: 1n }, 'topology.mtu is 1.'],
    ['a symbol', { mtu: Symbol('x') }, 'topology.mtu is Symbol(x).'],
    ['a hole', { links: ['a', undefined] }, 'topology.links[1] is undefined.'],
    // eslint-disable-next-line no-sparse-arrays
    ['a gap', { links: [, 'a'] }, 'topology.links[0] is undefined.'],
    ['endless nesting', deep, 'nested deeper than 64 levels.'],
  ])('%s', (_, topology, message) => {
    expect(() => topologyText(topology)).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining(message) }),
    );
  });
});
