import { describe, expect, test } from '@jest/globals';
import { readText } from '../test-fixtures/read-text';

const nodes = (text: string, files?: Record<string, string>): string =>
  readText(text, files)
    .nodes.map((node) => `${node.name}=${node.id}:${node.device}`)
    .join(' ');

describe('nodes', () => {
  test.each([
    ['a list of names', 'nodes: [ r1, r2 ]', 'r1=1:frr r2=2:frr'],
    ['a mapping', 'nodes: { r1: , r2: { device: eos } }', 'r1=1:frr r2=2:eos'],
    ['dotted keys', 'nodes:\n  r1.device: eos\n  r1.bgp.as: 1\n  r2:', 'r1=1:eos r2=2:frr'],
    ['a dotted key at the top', 'nodes.r1.device: eos', 'r1=1:eos'],
    ['a list of mappings', 'nodes: [ { name: r1, device: eos }, r2 ]', 'r1=1:eos r2=2:frr'],
    [
      'ids of their own',
      'nodes: { a: , b.id: 1, c: , d.id: 4, e: }',
      'a=2:frr b=1:frr c=3:frr d=4:frr e=5:frr',
    ],
    ['names YAML 1.1 might take for booleans', 'nodes: { y: , n: }', 'y=1:frr n=2:frr'],
    [
      'the longest names',
      'nodes: [ abcdefghijklmnop, _x, R-1 ]',
      'abcdefghijklmnop=1:frr _x=2:frr R-1=3:frr',
    ],
    [
      'groups that create their members',
      'groups: { _auto_create: true, g: { members: [ a, b ], device: eos } }',
      'a=1:eos b=2:eos',
    ],
    [
      'one group that creates its members',
      'groups: { g: { _auto_create: true, members: [ a ] } }\nnodes: [ r1 ]',
      'r1=1:frr a=2:frr',
    ],
    ['a group in list form', 'groups: { _auto_create: true, g: [ a, b ] }', 'a=1:frr b=2:frr'],
    [
      'a device from the group',
      'nodes: [ a, b ]\ngroups: { g: { members: [ a ], device: eos } }',
      'a=1:eos b=2:frr',
    ],
    [
      'a device of its own above that of the group',
      'nodes: { a.device: srlinux }\ngroups: { g: { members: [ a ], device: eos } }',
      'a=1:srlinux',
    ],
    [
      'the device of the nearest group',
      'nodes: [ a ]\ngroups: { outer: { members: [ inner ], device: eos }, inner: { members: [ a ], device: vyos } }',
      'a=1:vyos',
    ],
    [
      'patterns in groups',
      'nodes: [ a1, a2, b1 ]\ngroups: { g: { members: [ "a*" ], device: eos }, h: { members: [ "~b." ], device: vyos } }',
      'a1=1:eos a2=2:eos b1=3:vyos',
    ],
    [
      'groups named on nodes',
      'nodes: { a.group: [ g ], b.group: g }\ngroups: { g: { device: eos } }',
      'a=1:eos b=2:eos',
    ],
    [
      'a fabric',
      'plugin: [ fabric ]\nfabric: { leafs: 2, spines: 1, leaf.device: eos }',
      'L1=1:eos L2=2:eos S1=3:frr',
    ],
    [
      'clones',
      'plugin: [ node.clone ]\nnodes: { r: { clone.count: 2 }, s: }',
      's=1:frr r-01=2:frr r-02=3:frr',
    ],
    [
      'components',
      'components: { pod: { nodes: { a: , b.device: eos }, links: [ a-b ] } }\nnodes: { p1.include: pod, x: }',
      'x=1:frr p1_a=2:frr p1_b=3:eos',
    ],
  ])('may be written as %s', (_form, text, expected) => {
    expect(nodes(`defaults.device: frr\n${text}`)).toBe(expected);
  });

  test('may come from files of the bundle', () => {
    const text = 'defaults.device: frr\nnodes: { _include: [ "nodes/*.yml" ], x: }';
    expect(nodes(text, { 'nodes/r1.yml': 'device: eos', 'nodes/r2.yml': '', 'other/r3.yml': '' })).toBe(
      'x=1:frr r1=2:eos r2=3:frr',
    );
  });

  test('have the defaults of the bundle below those of the topology', () => {
    const files = {
      'topology-defaults.yml': 'device: eos',
      'more.yml': 'device: vyos',
      'else.yml': 'device: iosv',
    };
    expect(nodes('nodes: [ r1 ]', files)).toBe('r1=1:eos');
    expect(nodes('defaults.sources.extra: more.yml\nnodes: [ r1 ]', files)).toBe('r1=1:vyos');
    expect(nodes('defaults.sources.list: [ else.yml, /etc/passwd ]\nnodes: [ r1 ]', files)).toBe('r1=1:iosv');
    expect(nodes('defaults.device: frr\nnodes: [ r1 ]', files)).toBe('r1=1:frr');
  });

  test('have the attributes of their groups, and settings of the modules they run', () => {
    const { nodes } = readText(`
module: [ bgp, ospf ]
bgp.as: 65000
bgp.as_list: {}
ospf.area: 1
nodes:
  r1: { device: frr, ospf.area: 2 }
  h1: { device: linux }
groups:
  routers: { members: [ r1 ], bgp.rr: true, ospf.area: 3, cpu: 2 }
`);
    expect(nodes.map(({ modules, groups, attributes }) => ({ modules, groups, ...attributes }))).toEqual([
      {
        modules: ['bgp', 'ospf'],
        groups: ['routers', 'as65000'],
        bgp: { as: 65000, rr: true },
        ospf: { area: 2 },
        cpu: 2,
      },
      { modules: [], groups: [] },
    ]);
  });

  test('that are hosts have no loopback, unless they ask for one', () => {
    const { nodes } = readText(
      'nodes: { r: { device: frr }, h: { device: linux }, l: { device: linux, loopback: true }, x: { device: frr, loopback: false }, b: { device: frr, role: bridge } }',
    );
    expect(nodes.map(({ name, role, loopback }) => [name, role, loopback?.ipv4])).toEqual([
      ['r', 'router', '10.0.0.1/32'],
      ['h', 'host', undefined],
      ['l', 'host', '10.0.0.3/32'],
      ['x', 'router', undefined],
      ['b', 'bridge', undefined],
    ]);
  });

  test('have the management address they ask for, or the next', () => {
    const { nodes } = readText(`
addressing.mgmt: { ipv4: 10.9.0.0/24, start: 10, mac: 02-00-00-00-00-00 }
defaults.device: eos
nodes: { a: , b: { mgmt.ipv4: 192.0.2.1 }, c: { mgmt: { ipv4: 77, mac: 0200.5e00.5301, ifname: mgmt7 } } }
`);
    expect(nodes.map((node) => node.mgmt)).toEqual([
      { ifname: 'Management1', ipv4: '10.9.0.11', mac: '02:00:00:01:00:00' },
      { ifname: 'Management1', ipv4: '192.0.2.1', mac: '02:00:00:02:00:00' },
      { ifname: 'mgmt7', ipv4: '10.9.0.77', mac: '02:00:5e:00:53:01' },
    ]);
  });

  test('that nobody manages are seen by the others only', () => {
    const { nodes, links } = readText(
      'defaults.device: frr\nnodes: { r: , x.unmanaged: true }\nlinks: [ r-x ]',
    );
    expect(nodes.map((node) => node.name)).toEqual(['r']);
    expect(nodes[0]?.interfaces[0]?.neighbors).toEqual([{ node: 'x', ifname: 'eth1', ipv4: '10.1.0.2/30' }]);
    expect(links.map(({ type, ends }) => ({ type, ends }))).toEqual([
      { type: 'stub', ends: [{ node: 'r', ifname: 'eth1' }] },
    ]);
  });

  test('are what the file says even where it names code', () => {
    const { nodes } = readText(`
defaults.device: frr
defaults.devices.frr.interface_name: "{__import__('os').system('id')}{ifindex}"
nodes: [ r1 ]
links: [ r1 ]
`);
    expect(nodes[0]?.interfaces[0]?.ifname).toBe("{__import__('os').system('id')}1");
  });
});
