import { describe, expect, test } from '@jest/globals';
import { problemsOf, readText } from '../test-fixtures/read-text';
import type { BuiltInterface, BuiltNode } from './built-node';
import { freeIfindex } from './free-ifindex';
import { MAX_INTERFACES, MAX_LINKS, MAX_NODES } from './limits';

const HEAD = 'defaults.device: frr\naddressing: { p2p.ipv4: 10.0.0.0/8 }\n';
const names = (count: number, prefix = 'n'): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const list = (items: readonly string[]): string => `[ ${items.join(', ')} ]`;
const pair = `${HEAD}nodes: [ a, b ]\n`;
const times = (count: number, text: string): string => Array<string>(count).fill(text).join('\n');

describe('a topology may have at most', () => {
  test.each([
    [
      '10,000 links',
      `${pair}links:\n${times(MAX_LINKS + 1, '- a-b')}`,
      /^10005:3: links: .* more than 10000 links/,
    ],
    [
      '10,000 links in a group',
      `${pair}links:\n- group: g\n  members:\n${times(MAX_LINKS + 1, '  - a-b')}`,
      /^10007:5: links\[g\]: .* more than 10000 links/,
    ],
    [
      '10,000 links of components',
      `${HEAD}components.c: { nodes: [ a, b ], links: ${list(Array(200).fill('a-b'))} }\nnodes: { ${names(
        60,
        'p',
      )
        .map((name) => `${name}.include: c`)
        .join(', ')} }`,
      /: links: .* more than 10000 links/,
    ],
    [
      '10,000 links of clones',
      `${HEAD}plugin: [ node.clone ]\nnodes: { a.clone.count: 100, b: }\nlinks: ${list(Array(101).fill('a-b'))}`,
      /: links: .* more than 10000 links/,
    ],
    [
      '10,000 links inside trunks',
      `${pair}module: [ vlan ]\nvlans: { ${names(101, 'v').join(': , ')}: }\nlinks:\n${times(100, `- { a: , b: , vlan.trunk: ${list(names(101, 'v'))} }`)}`,
      /: links: .* more than 10000 links/,
    ],
    [
      '4,096 interfaces on a node',
      `${pair}links:\n${times(MAX_INTERFACES + 1, '- a')}`,
      /^4101:3: links\[4097\]: .* more than 4096 interfaces on the node a/,
    ],
    [
      '4,096 VRF loopbacks on a node',
      `${HEAD}module: [ vrf ]\nvrf.loopback: true\nnodes: { a: { vrfs: { ${names(4100, 'v').join(': , ')}: } } }`,
      /^5:10: nodes.a.vrfs: .* more than 4096 interfaces on the node a/,
    ],
    [
      '100,000 pairs of neighbors',
      `${HEAD}nodes: ${list(names(150))}\nlinks:\n${times(5, `- ${names(150).join('-')}`)}`,
      /^9:3: links\[5\]: .* more than 100000 pairs of neighbors/,
    ],
    [
      '100,000 pairs of neighbors in VLANs',
      `${HEAD}module: [ vlan ]\nvlans: { ${names(10, 'v').join(': , ')}: }\nnodes: ${list(names(120))}\nlinks:\n${names(
        1200,
      )
        .map((_, i) => `- { n${i % 120}: , vlan.access: v${Math.floor(i / 120)} }`)
        .join('\n')}`,
      /: vlans: .* more than 100000 pairs of neighbors/,
    ],
    [
      '300 nodes on a link',
      `${pair}links: [ ${Array(301).fill('a').join('-')} ]`,
      /^4:10: .* more than 300 nodes on a link/,
    ],
    ['1,000 nodes', `${HEAD}nodes: ${list(names(MAX_NODES + 1))}`, /^3:\d+: nodes: .* more than 1000 nodes/],
    [
      '1,000 clones',
      `${HEAD}plugin: [ node.clone ]\nnodes: { a.clone.count: 600, b.clone.count: 600 }`,
      /^4:30: nodes.b.clone: .* more than 1000 nodes/,
    ],
    [
      '1,000 groups',
      `${pair}groups: { ${names(1001, 'g')
        .map((name) => `${name}: [ a ]`)
        .join(', ')} }`,
      /more than 1000 groups/,
    ],
    [
      '32 levels of groups',
      `${pair}groups: { ${names(40, 'g')
        .map((name, i) => `${name}: [ g${i + 1} ]`)
        .join(', ')}, g40: [ a ] }`,
      /^4:11: groups.g0: has more than 32 levels of groups inside/,
    ],
    [
      '200 patterns',
      `${pair}groups: { g: ${list(Array(201).fill('"a*"'))} }`,
      /more than 200 patterns of names/,
    ],
    [
      '5,000 names in a list',
      `${pair}module: ${list(Array(5001).fill('bgp'))}`,
      /^4:9: module: .* more than 5000 names/,
    ],
    [
      '4,094 VLANs',
      `${pair}module: [ vlan ]\nvlans: { ${names(4095, 'v').join(': , ')}: }`,
      /: vlans: .* more than 4094 VLANs/,
    ],
    [
      '250,000 values that links hand on',
      `${pair}links:\n- { group: g, ${names(200, '_x').join(': 1, ')}: 1, members: ${list(Array(4000).fill('a-b'))} }`,
      /unfolds to more than 250000 values/,
    ],
    [
      '250,000 values that groups hand on, text counted by length',
      `${HEAD}nodes: ${list(names(150))}\ngroups.all._x: 1\ngroups.all.bgp.x: "${'x'.repeat(400_000)}"`,
      /unfolds to more than 250000 values/,
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(expected)]);
  });

  test('500 included files', () => {
    const files = { 'a.yml': 'id: 1' };
    const nodes = names(300).map((name) => `${name}: { _include: [ a.yml ] }`);
    expect(problemsOf(`${HEAD}nodes: { ${nodes.join(', ')} }`, files)).toEqual([
      expect.stringMatching(/_include: there are more than 500 files to include/),
    ]);
  });
});

describe('a topology at the limit', () => {
  test('has all of its interfaces, numbered one after the other', () => {
    const [a] = readText(`${pair}links:\n${times(MAX_INTERFACES, '- a-b')}`).nodes;
    expect(a?.interfaces.map((one) => one.ifindex)).toEqual(names(MAX_INTERFACES).map((_, i) => i + 1));
  });

  test('may have groups that share their children in every combination', () => {
    const layers = names(30, '').map(
      (_, i) => `g${i}: [ g${i + 1}, h${i + 1} ], h${i}: [ g${i + 1}, h${i + 1} ]`,
    );
    const { nodes } = readText(`${pair}groups: { ${layers.join(', ')}, g30: [ a ], h30: [ b ] }`);
    expect(nodes.map((node) => node.groups.length)).toEqual([61, 61]);
  });
});

describe('a number that cannot be counted from', () => {
  test.each([
    ['ifindex_offset of a device', 'defaults.devices.frr.ifindex_offset: .inf\nlinks: [ a-b, a-b ]'],
    ['ifindex_offset with a fraction', 'defaults.devices.frr.ifindex_offset: 1.5\nlinks: [ a-b, a-b ]'],
    [
      'first VLAN',
      'module: [ vlan ]\nvlan.start_vlan_id: 9007199254740992\nvlans: { x: , y: , z: }\nlinks: [ a-b, a-b ]',
    ],
    [
      'first LAG',
      'module: [ lag ]\ndefaults.lag.start_lag_id: .inf\nlinks: [ { lag.members: [ a-b ] }, { lag.members: [ a-b ] } ]',
    ],
    [
      'gateway',
      'module: [ gateway ]\ngateway.id: -1.5\nlinks: [ { a: , b: , type: lan, gateway: true, prefix: 10.7.0.0/24 }, a-b ]',
    ],
  ])('does no harm as %s', (_what, text) => {
    expect(readText(pair + text).links).toHaveLength(2);
  });

  test('does no harm as id of a node', () => {
    const text =
      'defaults: { device: frr, const.MAX_NODE_ID: 1000000000 }\naddressing: { loopback.ipv4: 0.0.0.0/0, mgmt: { ipv4: 0.0.0.0/0, start: 1 } }\nnodes: { a.id: 900000000 }';
    expect(readText(text).nodes[0]?.loopback?.ipv4).toBe('53.164.233.0/32');
  });
});

test('looking for free numbers looks at every interface once', () => {
  let looks = 0;
  const taken: Pick<BuiltInterface, 'ifindex' | 'virtual' | 'type'>[] = [];
  const interfaces = new Proxy(taken, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const node = { interfaces } as unknown as BuiltNode;
  for (let count = 0; count < 1000; count += 1)
    taken.push({ ifindex: freeIfindex(node, 'p2p', false, 5), virtual: false, type: 'p2p' });
  expect(taken.map((one) => one.ifindex)).toEqual(names(1000).map((_, i) => i + 5));
  expect(looks).toBeLessThanOrEqual(1000);
});
