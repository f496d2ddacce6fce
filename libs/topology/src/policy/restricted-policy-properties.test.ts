import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TopologyError } from '../errors';
import { policyProblems } from '../test-fixtures/policy-problems';

type Json = string | Json[] | { [key: string]: Json };

/** A plain topology in JSON, which is YAML as well: every key and value can be found and changed. */
const PLAIN: Json = {
  name: 'lab',
  provider: 'clab',
  module: ['ospf', 'bgp', 'vlan', 'vrf'],
  defaults: { device: 'frr', provider: 'clab' },
  ospf: { area: '0.0.0.0', password: 'Secret' },
  addressing: { core: { ipv4: '10.0.0.0/8', prefix: '24' } },
  prefix: { lan1: { ipv4: '10.4.0.0/24' } },
  groups: { g: { members: ['r1'], device: 'eos', node_data: { mtu: '1500' } } },
  nodes: { r1: { id: '1', role: 'router' }, r2: { 'bgp.as': '65000' } },
  vlans: { red: { mode: 'irb', links: ['r1-r2'] } },
  vrfs: { blue: { rd: '65000:1', import: ['blue'] } },
  links: [
    'r1-r2',
    { r1: { ipv4: '10.0.0.1/24', ifname: 'Ethernet1' }, r2: {}, name: 'To the LAN', role: 'stub' },
    { interfaces: [{ node: 'r1' }, 'r2'], 'vlan.access': 'red' },
    { group: 'x', members: ['r1'] },
  ],
};

/** Every copy of a value in which one string, of a key or a value, is changed. */
function changes(value: Json, change: (text: string) => string): Json[] {
  if (typeof value === 'string') return [change(value)];
  if (Array.isArray(value))
    return value.flatMap((item, index) => changes(item, change).map((changed) => value.with(index, changed)));
  return Object.entries(value).flatMap(([key, item]) => {
    const rest = Object.entries(value);
    const index = rest.findIndex(([other]) => other === key);
    const replaced = (entry: [string, Json]): Json => Object.fromEntries(rest.with(index, entry));
    return [
      replaced([change(key), item]),
      ...changes(item, change).map((changed) => replaced([key, changed])),
    ];
  });
}

const changed = (change: (text: string) => string): string[] =>
  changes(PLAIN, change).map((one) => JSON.stringify(one));

describe('a plain topology', () => {
  test('passes as it is', () => {
    expect(policyProblems(JSON.stringify(PLAIN))).toEqual([]);
  });

  test('is refused with a brace in any of its keys and values, at any place in it', () => {
    const brace = fc.constantFrom('{', '}', '{{', '{x}', '{% x %}');
    fc.assert(
      fc.property(brace, fc.nat(100), (inserted, at) => {
        const insert = (text: string): string => {
          const index = at % (text.length + 1);
          return text.slice(0, index) + inserted + text.slice(index);
        };
        const texts = changed(insert);
        expect(texts.length).toBeGreaterThan(80);
        expect(texts.filter((text) => policyProblems(text).length === 0)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is refused with a character of a shell, a template or YAML in any of its keys and values', () => {
    const odd = fc.constantFrom(...'$`;|&<>\'"\\!#%@=~^', '\n', '\t', '\u2028', '\0', 'é');
    fc.assert(
      fc.property(odd, fc.nat(100), (inserted, at) => {
        const texts = changed(
          (text) => text.slice(0, at % (text.length + 1)) + inserted + text.slice(at % (text.length + 1)),
        );
        expect(texts.filter((text) => policyProblems(text).length === 0)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('is refused with any key that nobody has listed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z_]{0,9}zz$/), (key) => {
        const nodes = { r1: { [key]: 'x' } };
        expect(policyProblems(JSON.stringify({ nodes }))).toHaveLength(1);
        expect(policyProblems(JSON.stringify({ [key]: 'x' }))).toHaveLength(1);
        expect(
          policyProblems(JSON.stringify({ nodes: ['r1'], links: [{ r1: {}, [key]: 'x' }] })),
        ).toHaveLength(1);
        expect(policyProblems(`nodes.r1.bgp.${key}: x\n`)).toHaveLength(1);
        expect(policyProblems(`groups.g.node_data.${key}.x: x\n`)).toHaveLength(1);
      }),
    );
  });
});

describe('any text at all', () => {
  test('passes or is refused, and never ends in anything else', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'nodes:',
        '  r1:',
        '- r1-r2',
        'links: [',
        ']',
        '{',
        'a: &b',
        '*b',
        '<<: x',
        '? a',
        ': b',
        'a.b.c: {}',
        '%TAG',
        '---',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        try {
          policyProblems(lines.join('\n'));
        } catch (error) {
          expect(error).toBeInstanceOf(TopologyError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
