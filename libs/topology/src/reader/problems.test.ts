import { describe, expect, test } from '@jest/globals';
import { knownDevices } from '../devices/known-devices';
import { TopologyError } from '../errors';
import { problemsOf, readText } from '../test-fixtures/read-text';

const DEVICE = 'defaults.device: frr\n';
const known = knownDevices.join(', ');
const RULE =
  'a node name begins with a letter or _, has only letters, digits, _ and -, and at most 16 characters';

describe('a topology is refused, with line and column, for', () => {
  test.each([
    [
      'an unknown device',
      'nodes:\n  r1:\n    device: eoss\n',
      [`3:13: nodes.r1.device: unknown device type 'eoss'; did you mean 'eos'?; known: ${known}`],
    ],
    [
      'an unknown device in a group',
      'nodes: [ r1 ]\ngroups:\n  g: { members: [ r1 ], device: froggy }\n',
      [`3:33: nodes.r1.device: unknown device type 'froggy'; known: ${known}`],
    ],
    [
      'an unknown default device',
      'defaults.device: sr_linux\nnodes: [ r1, r2 ]',
      [`1:18: defaults.device: unknown device type 'sr_linux'; did you mean 'srlinux'?; known: ${known}`],
    ],
    [
      'no device at all',
      'nodes:\n  r1:\n  r2: { device: frr }',
      [
        '2:3: nodes.r1: the node has no device; give it one with "device:", in a group, or for all nodes with "defaults.device: frr"',
      ],
    ],
    [
      'a node that is a path',
      `${DEVICE}nodes:\n  ../x:\n    device: frr`,
      [`3:3: nodes.../x: invalid node name "../x": ${RULE}`],
    ],
    [
      'a node name with a blank',
      `${DEVICE}nodes: [ "r 1" ]`,
      [`2:10: nodes.r 1: invalid node name "r 1": ${RULE}`],
    ],
    [
      'a node name of 17 characters',
      `${DEVICE}nodes: [ abcdefghijklmnopq ]`,
      [`2:10: nodes.abcdefghijklmnopq: invalid node name "abcdefghijklmnopq": ${RULE}`],
    ],
    [
      'nodes that are numbers',
      `${DEVICE}nodes: [ 1, on ]`,
      [
        '2:10: nodes[1]: must be a node name, not a number',
        '2:13: nodes[2]: must be a node name, not a boolean',
      ],
    ],
    ['numbers as node names', `${DEVICE}nodes:\n  1:\n`, [`3:3: nodes.1: invalid node name "1": ${RULE}`]],
    [
      'nodes that are a string',
      `${DEVICE}nodes: r1`,
      ['2:8: nodes: must be a list of names or a mapping, not a string'],
    ],
    [
      'a node that is a string',
      'nodes: { r1: eos }',
      ['1:14: nodes.r1: must be a mapping of node attributes, not a string'],
    ],
    [
      'a listed node without name',
      `${DEVICE}nodes: [ { device: eos } ]`,
      ['2:10: nodes[1]: the node has no "name"'],
    ],
    ['no nodes', 'links: []', ['1:1: nodes: the topology has no nodes; add "nodes: [ r1, r2 ]"']],
    ['an empty file', '', ['1:1: nodes: the topology has no nodes; add "nodes: [ r1, r2 ]"']],
    [
      'an unknown topology attribute',
      `${DEVICE}nodes: [ r1 ]\nlink: [ r1 ]`,
      ["3:1: link: unknown topology attribute; did you mean 'links'?"],
    ],
    [
      'a made-up topology attribute',
      `${DEVICE}nodes: [ r1 ]\nx-mine: 1`,
      ['3:1: x-mine: unknown topology attribute'],
    ],
    [
      'an unknown node attribute',
      `${DEVICE}nodes:\n  r1: { devise: eos }`,
      ["3:9: nodes.r1.devise: unknown node attribute; did you mean 'device'?"],
    ],
    [
      'an unknown link attribute',
      `${DEVICE}nodes: [ r1, r2 ]\nlinks:\n- r1:\n  r2:\n  prefixx: 1`,
      ["6:3: links[1].prefixx: unknown node or link attribute; did you mean 'prefix'?"],
    ],
    [
      'an unknown interface attribute',
      `${DEVICE}nodes: [ r1, r2 ]\nlinks:\n- r1: { ipv5: x }\n  r2:`,
      ["4:9: links[1].r1.ipv5: unknown interface attribute; did you mean 'ipv4'?"],
    ],
    [
      'an unknown node in a link',
      `${DEVICE}nodes: [ core1, core2 ]\nlinks: [ core1-core3 ]`,
      ['3:10: links[1]: unknown node "core3"; did you mean \'core1\'?'],
    ],
    [
      'an unknown node in a list',
      `${DEVICE}nodes: [ r1 ]\nlinks: [ [ r1, zz ] ]`,
      ['3:16: links[1][2]: unknown node "zz"'],
    ],
    [
      'an unknown node among interfaces',
      `${DEVICE}nodes: [ r1 ]\nlinks:\n- interfaces: [ r1, { node: zz } ]`,
      ['4:29: links[1].interfaces[2]: unknown node "zz"'],
    ],
    [
      'a link that is a number',
      `${DEVICE}nodes: [ r1 ]\nlinks: [ 5 ]`,
      ['3:10: links[1]: a link is a string such as "r1-r2", a list or a mapping, not a number'],
    ],
    [
      'an unknown link type',
      `${DEVICE}nodes: [ r1 ]\nlinks:\n- r1:\n  type: stubb`,
      [
        '5:9: links[1].type: unknown link type "stubb"; did you mean \'stub\'?; known: lan, p2p, stub, loopback, tunnel, lag, vlan_member',
      ],
    ],
    [
      'a point-to-point link of three',
      `${DEVICE}nodes: [ a, b, c ]\nlinks:\n- { a: , b: , c: , type: p2p }`,
      ['4:26: links[1].type: a point-to-point link has two nodes, not 3'],
    ],
    [
      'members without group',
      `${DEVICE}nodes: [ a, b ]\nlinks:\n- members: [ a-b ]`,
      ['4:12: links[1].members: only link groups have members; add "group:" with a name'],
    ],
    [
      'an id out of range',
      `${DEVICE}nodes: { a.id: 0, b.id: 151, c.id: x }`,
      [
        '2:16: nodes.a.id: must be a whole number from 1 to 150, not 0',
        '2:25: nodes.b.id: must be a whole number from 1 to 150, not 151',
        '2:36: nodes.c.id: must be a whole number from 1 to 150, not "x"',
      ],
    ],
    [
      'a duplicate id',
      `${DEVICE}nodes:\n  a: { id: 5 }\n  b: { id: 5 }`,
      ['4:12: nodes.b.id: duplicate id 5: a has it already'],
    ],
    ['duplicate nodes', `${DEVICE}nodes:\n  a:\n  a:\n`, ['4:3: duplicate key "a"']],
    ['nodes listed twice', `${DEVICE}nodes: [ a, a ]`, ['2:13: nodes[2]: the node "a" is listed twice']],
    [
      'an unknown group member',
      `${DEVICE}nodes: [ r1 ]\ngroups: { g: [ r1, r2 ] }`,
      ["3:20: groups.g.members: 'r2' is neither a node nor a group"],
    ],
    [
      'groups in a circle',
      `${DEVICE}nodes: [ r1 ]\ngroups: { g: [ h ], h: [ g ] }`,
      ['3:11: groups.g: contains itself: g → h → g'],
    ],
    [
      'a group called as a node',
      `${DEVICE}nodes: [ r1 ]\ngroups: { r1: [ r1 ] }`,
      ['3:11: groups.r1: is also the name of a node'],
    ],
    [
      'a regular expression that could take for ever',
      `${DEVICE}nodes: [ r1 ]\ngroups: { g: [ "~(a+)+$" ] }`,
      ["3:16: groups.g.members: '~(a+)+$' is not a regular expression we can use"],
    ],
    [
      'an unknown module',
      `${DEVICE}module: [ opsf ]\nnodes: [ r1 ]`,
      ["2:9: module: unknown module 'opsf'; did you mean 'ospf'?"],
    ],
    [
      'a module called as a property of every object',
      `${DEVICE}module: [ constructor ]\nnodes: [ r1 ]`,
      ["2:9: module: unknown module 'constructor'"],
    ],
    [
      'an unknown provider',
      `${DEVICE}provider: docker\nnodes: [ r1 ]`,
      ['2:11: provider: unknown provider "docker"'],
    ],
    [
      'a broken pool',
      `${DEVICE}nodes: [ r1 ]\naddressing:\n  lan: { ipv4: 10.0.0.1/8 }`,
      ['4:16: addressing.lan.ipv4: "10.0.0.1/8" is no IPv4 prefix without host bits'],
    ],
    [
      'an unknown pool',
      `${DEVICE}nodes: [ r1 ]\nlinks:\n- { r1: , pool: cor }`,
      ["4:17: links[1].pool: unknown address pool 'cor'"],
    ],
    [
      'a pool that runs out',
      `${DEVICE}addressing.lan.ipv4: 10.0.0.0/24\nnodes: [ a, b, c ]\nlinks: [ a-b-c, a-b-c ]`,
      ["4:17: links[2]: the pool 'lan' has no ipv4 prefix left"],
    ],
    [
      'a prefix that is too small',
      `${DEVICE}nodes: [ a, b, c ]\nlinks:\n- { a: , b: , c: , prefix: 10.0.0.0/30 }`,
      ['4:3: links[1]: the prefix 10.0.0.0/30 is too small for 3 nodes'],
    ],
    [
      'an address that is none',
      `${DEVICE}nodes: [ a, b ]\nlinks:\n- { a.ipv4: 10.0.0.256/24, b: }`,
      ['4:13: links[1].a.ipv4: "10.0.0.256/24" is no IPv4 address'],
    ],
    [
      'the address of a subnet',
      `${DEVICE}nodes: [ a, b ]\nlinks:\n- { a.ipv4: 10.0.0.0/24, b: }`,
      ['4:13: links[1].a.ipv4: 10.0.0.0/24 is the address of the subnet'],
    ],
    [
      'the same address twice',
      `${DEVICE}nodes: [ a, b ]\nlinks:\n- { a.ipv4: 10.1.0.2, b: }`,
      ['4:23: links[1]: b and a have the same address 10.1.0.2/30'],
    ],
    [
      'the same interface twice',
      `${DEVICE}nodes: [ a, b ]\nlinks:\n- { a.ifname: eth2, b: }\n- a-b\n- a-b`,
      ['2:10: nodes.a: two interfaces are called eth2; the second is on link 2'],
    ],
    [
      'a missing component',
      `${DEVICE}components: { pod: { nodes: [ a ] } }\nnodes: { p.include: pot }`,
      ['3:21: nodes.p.include: there is no component "pot"; did you mean \'pod\'?'],
    ],
    [
      'a missing file',
      `${DEVICE}nodes: { _include: [ nodes/*.yml ] }`,
      ['2:10: _include: no file of the bundle is called "nodes/*.yml"; send it along as an extra file'],
    ],
    [
      'a file outside of the bundle',
      `${DEVICE}nodes: { _include: [ ../../etc/passwd ] }`,
      [
        '2:10: _include: "../../etc/passwd" is outside of the folder of the topology and can never be sent along; copy it there and name it from there',
      ],
    ],
    [
      'an absolute file',
      `${DEVICE}nodes: { _include: [ /etc/passwd ] }`,
      [
        '2:10: _include: "/etc/passwd" is outside of the folder of the topology and can never be sent along; copy it there and name it from there',
      ],
    ],
    [
      'a name like many others',
      `${DEVICE}nodes: [ router1 ]\nlinks: [ router1-border9 ]`,
      ['3:10: links[1]: unknown node "border9"'],
    ],
    [
      'too many clones',
      `${DEVICE}plugin: [ node.clone ]\nnodes: { a.clone.count: 100000000 }`,
      ['3:25: nodes.a.clone.count: 100000000 is too large; at most 1000'],
    ],
    [
      'clones without count',
      `${DEVICE}plugin: [ node.clone ]\nnodes: { a.clone: }`,
      ['3:10: nodes.a.clone: needs a "count"; count, start and step are positive numbers'],
    ],
    [
      'too many spines',
      `${DEVICE}plugin: [ fabric ]\nfabric: { spines: 100000, leafs: 2 }`,
      ['3:19: fabric.spines: 100000 spine nodes are too many; at most 100'],
    ],
    [
      'spines that are no number',
      `${DEVICE}plugin: [ fabric ]\nfabric: { spines: many, leafs: 2 }`,
      ['3:19: fabric.spines: must be the number of spine nodes'],
    ],
    [
      'a lab name with a blank',
      `name: my lab\n${DEVICE}nodes: [ r1 ]`,
      ['1:7: name: a lab name begins with a letter or _ and has at most 16 letters, digits, _ and -'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('several mistakes at once, in the order of the file', () => {
    const text =
      'nodes:\n  a: { device: eoss, id: 500 }\n  b: { device: frr, foo: 1 }\nlinks:\n- { a: , b: , typ: p2p }\n';
    expect(problemsOf(text).map((line) => line.split(': ').slice(0, 2))).toEqual([
      ['2:16', 'nodes.a.device'],
      ['2:26', 'nodes.a.id'],
      ['3:21', 'nodes.b.foo'],
      ['5:15', 'links[1].typ'],
    ]);
  });

  test('a mistake in an included file, under the name of that file', () => {
    const files = { 'nodes/r1.yml': 'device: eos\nid: 999\n' };
    expect(problemsOf('nodes: { _include: [ nodes/r1.yml ] }', files)).toEqual([
      'nodes/r1.yml:2:5: nodes.r1.id: must be a whole number from 1 to 150, not 999',
    ]);
  });

  test('files that include each other', () => {
    const files = { 'a.yml': '_include: [ b.yml ]', 'b.yml': '_include: [ a.yml ]' };
    expect(problemsOf('nodes: { _include: [ a.yml ] }', files)).toEqual([
      'b.yml:1:1: _include: files include each other',
    ]);
  });
});

describe('the error', () => {
  test('says in its message what its problems list', () => {
    const read = () => readText('nodes:\n  r1:\n    device: eoss\n');
    expect(read).toThrow(TopologyError);
    expect(read).toThrow(
      expect.objectContaining({
        code: 'invalid_topology',
        message: expect.stringMatching(
          /^lab\.yml:3:13: nodes\.r1\.device: unknown device type 'eoss'; did you mean 'eos'\?; known: arubacx, /,
        ),
        problems: [
          {
            file: 'lab.yml',
            line: 3,
            column: 13,
            path: 'nodes.r1.device',
            message: expect.stringContaining("'eoss'"),
            expected: expect.arrayContaining(['eos', 'frr', 'srlinux']),
          },
        ],
      }),
    );
  });

  test('counts one more problem as one', () => {
    const nodes = Array.from({ length: 6 }, (_, i) => `  n${i}: { device: x${i} }`).join('\n');
    expect(() => readText(`nodes:\n${nodes}\n`)).toThrow(/\nand 1 more problem$/);
  });

  test('ends with the hundredth problem', () => {
    const nodes = Array.from({ length: 900 }, (_, i) => `  n${i}: { foo: 1 }`).join('\n');
    expect(problemsOf(`${DEVICE}nodes:\n${nodes}\n`)).toHaveLength(100);
  });

  test('does not repeat a name as long as the file', () => {
    const [problem = ''] = problemsOf(`${DEVICE}nodes: [ r1 ]\n${'x'.repeat(100_000)}: 1`);
    expect(problem.length).toBeLessThan(2_100);
  });

  test('stays short with many problems, and lists them all', () => {
    const nodes = Array.from({ length: 30 }, (_, i) => `  n${i}: { device: x${i} }`).join('\n');
    expect(() => readText(`nodes:\n${nodes}\n`)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/and 25 more problems$/),
        problems: Array(30).fill(
          expect.objectContaining({ message: expect.stringContaining('unknown device type') }),
        ),
      }),
    );
  });
});
