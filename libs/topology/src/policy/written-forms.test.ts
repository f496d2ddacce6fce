import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle } from '../create-topology-bundle';
import { policyProblems } from '../test-fixtures/policy-problems';
import { checkRestrictedPolicy } from './check-restricted-policy';

const POLICY = "not allowed by this server's topology policy";

describe('a problem', () => {
  test('says where, what, why and what to do, for all of them in the order of the file', () => {
    const text = [
      'plugin: [x]',
      'nodes:',
      '  r1.clab.binds: [ /a ]',
      '  r2:',
      '    device: eoss',
      'links:',
      '- bridge: br0',
      '',
    ];
    expect(policyProblems(text.join('\n'))).toEqual([
      `1:1: plugin: ${POLICY}: plugins are Python code that the lab host runs; remove it`,
      `3:6: nodes.r1.clab: ${POLICY}: it says how a container or virtual machine is run on the lab host; remove it`,
      `5:13: nodes.r2.device: ${POLICY}: "eoss" is not a known device type; write one of those; did you mean 'eos'?`,
      `7:3: links[1].bridge: ${POLICY}: it joins the lab with networks of the lab host; remove it`,
    ]);
  });

  test.each([
    [
      'module: [ospff]',
      `1:10: module[1]: ${POLICY}: "ospff" is not a known module; write one of those; did you mean 'ospf'?`,
    ],
    [
      'provider: docker',
      `1:11: provider: ${POLICY}: "docker" is not one of clab, libvirt, virtualbox, external; write one of those`,
    ],
    ['mtu: 1500', `1:1: mtu: ${POLICY}: it is not among the elements known to be plain data; remove it`],
    [
      'nodess: [r1]',
      `1:1: nodess: ${POLICY}: it is not among the elements known to be plain data; did you mean 'nodes'?; remove it`,
    ],
    [
      'nodes: { r1: { device: [frr] } }',
      `1:24: nodes.r1.device: ${POLICY}: a list is not a known device type; remove it`,
    ],
    [
      'defaults.bgp.as: 1',
      `1:10: defaults.bgp: ${POLICY}: of the defaults only "device" and "provider" are plain data, others are commands, templates, formats and file names; remove it`,
    ],
  ])('%s', (text, expected) => {
    expect(policyProblems(`${text}\n`)).toEqual([expected]);
  });

  test('a text that is no YAML is an invalid topology, not a forbidden one', () => {
    const topology = { path: 'lab.yml', content: Buffer.from('nodes: [r1\n') };
    expect(() => {
      checkRestrictedPolicy(createTopologyBundle({ topology, extraFiles: [] }));
    }).toThrow(expect.objectContaining({ code: 'invalid_topology' }));
  });
});

describe('what one reader of YAML sees and another does not is refused', () => {
  test.each([
    ['an entry that a later one replaces', 'nodes.r1.clab.binds: [x]\nnodes: { r1: }', 'nodes.r1.clab'],
    ['an entry below one that is replaced', 'nodes: { r1.clab.cmd: x, r1: }', 'nodes.r1.clab'],
    ['a merge key', 'nodes: { r1: { <<: { mtu: 1500 } } }', '"<<" repeats'],
    ['an anchor', 'nodes: &x [r1]', 'an anchor'],
    ['an alias', 'nodes: { r1: &x { mtu: 1500 }, r2: *x }', 'an alias'],
    ['a tag', 'name: !!str lab', 'a tag'],
    ['a directive', '%YAML 1.1\n---\nname: lab', 'a line with "%"'],
    ['a folded value', 'name: la\n  b', 'several lines'],
    ['a quoted value over lines', 'name: "la\n  b"', 'several lines'],
    ['a block', 'name: |\n  lab', 'several lines'],
    ['an escape', 'name: "l\\x61b"', 'a backslash'],
    ['an escape in a key', '"n\\x61me": lab', 'a backslash'],
    ['U+2028 in a comment', '# x\u2028plugin: [x]', 'the character U+2028'],
    ['U+2029 in a comment', 'name: lab # x\u2029plugin: [x]', 'the character U+2029'],
    ['U+0085 in a comment', '# x\u0085plugin: [x]', 'the character U+0085'],
    ['a carriage return of its own', '# x\rplugin: [x]', 'the character U+000D'],
    ['a zero-width space', 'name: l\u200bab', 'the character U+200B'],
    ['a text that runs backwards', '# \u202e', 'the character U+202E'],
    ['a no-break space', 'name: lab\u00a0', 'the character U+00A0'],
    ['a byte-order mark inside', 'name: lab # \ufeff', 'the character U+FEFF'],
    ['a tab', 'name:\tlab', 'a tab'],
    ['a place in a list', '"links[0].clab.uplink": eth0', 'not among'],
    ['a dot before', '.plugin: [x]', 'not among'],
    ['a dot behind', 'plugin.: [x]', 'plugins are'],
    ['two dots', 'nodes: { r1..clab.cmd: x }', 'not among'],
  ])('%s', (_what, text, expected) => {
    expect(policyProblems(`${text}\n`).join('\n')).toContain(expected);
  });

  test('lines may end as on Windows, and a file may begin with a byte-order mark', () => {
    expect(policyProblems('\ufeffname: lab\r\nnodes: [r1]\r\n')).toEqual([]);
  });

  test('as many aliases as one likes are refused at once', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &x${level + 1} [${`*x${level},`.repeat(10)}]`,
    );
    const topology = { path: 'lab.yml', content: Buffer.from(['a0: &x0 [a]', ...levels, ''].join('\n')) };
    expect(() => {
      checkRestrictedPolicy(createTopologyBundle({ topology, extraFiles: [] }));
    }).toThrow(/unfolds to more than/);
  });
});

describe('a value that could mean something to a shell, a template or a router is refused', () => {
  const VALUES = [
    'a; id',
    '$(id)',
    '`id`',
    'a|id',
    'a&id',
    'a>b',
    'a<b',
    "a'b",
    'a#b',
    'a!b',
    '../a',
    '/etc/x',
    '-a',
    'a b=c',
    'a\u00e9',
    '~',
    '@x',
    'a{{b}}',
    '{% x %}',
  ];
  const PLACES: readonly (readonly [string, (value: string) => string])[] = [
    ['the name of the lab', (value) => `name: ${value}`],
    ['the version', (value) => `version: ${value}`],
    ['the name of a node', (value) => `nodes: [${value}]`],
    ['the name of a node as a key', (value) => `nodes: { ${value}: { mtu: 1500 } }`],
    ['the name of a group', (value) => `groups: { ${value}: { mtu: 1500 } }`],
    ['a member of a group', (value) => `groups: { g: { members: [${value}] } }`],
    ['a device', (value) => `nodes: { r1: { device: ${value} } }`],
    ['a role', (value) => `nodes: { r1: { role: ${value} } }`],
    ['the name of a link', (value) => `nodes: [r1]\nlinks: [{ r1: , name: ${value} }]`],
    ['a link', (value) => `nodes: [r1]\nlinks: [${value}]`],
    ['the role of a link', (value) => `nodes: [r1]\nlinks: [{ r1: , role: ${value} }]`],
    ['a pool', (value) => `nodes: [r1]\nlinks: [{ r1: , pool: ${value} }]`],
    ['a prefix', (value) => `nodes: [r1]\nlinks: [{ r1: , prefix: ${value} }]`],
    ['a delay', (value) => `nodes: [r1]\nlinks: [{ r1: , tc.delay: ${value} }]`],
    ['a group of links', (value) => `nodes: [r1]\nlinks: { ${value}: [r1] }`],
    ['an interface', (value) => `nodes: [r1]\nlinks: [{ r1.ifname: ${value} }]`],
    ['an address', (value) => `nodes: [r1]\nlinks: [{ r1.ipv4: ${value} }]`],
    ['a VLAN', (value) => `vlans: { ${value}: { id: 1 } }`],
    ['a VLAN of a link', (value) => `nodes: [r1]\nlinks: [{ r1: , vlan.access: ${value} }]`],
    ['a VRF', (value) => `vrfs: { ${value}: { id: 1 } }`],
    ['a route target', (value) => `vrfs: { red: { import: [${value}] } }`],
    ['the name of a pool', (value) => `addressing: { ${value}: { ipv4: 10.0.0.0/8 } }`],
    ['a prefix of a pool', (value) => `addressing: { core: { ipv4: ${value} } }`],
    ['a password', (value) => `ospf.password: ${value}`],
    ['an area', (value) => `ospf.area: ${value}`],
    ['an instance', (value) => `isis.instance: ${value}`],
    ['a community', (value) => `bgp.community: [${value}]`],
    ['a pattern of AS paths', (value) => `routing.aspath: { a: [${value}] }`],
  ];
  const quoted = (value: string): string => `"${value}"`;

  test.each(PLACES)('%s', (_what, write) => {
    const passed = VALUES.filter((value) => policyProblems(`${write(quoted(value))}\n`).length === 0);
    expect(passed).toEqual([]);
  });

  test.each(['\\n', '\\t', '\\r', '\\0', '\\\\'])('%s, anywhere', (escape) => {
    const passed = PLACES.filter(([, write]) => policyProblems(`${write(`"a${escape}b"`)}\n`).length === 0);
    expect(passed).toEqual([]);
  });
});

describe('a name that stands for something else is refused', () => {
  test.each([
    ...['host', 'macvlan', 'mgmt-net', 'vxlan', 'dummy', 'bridge', 'localhost', 'all', 'clab', 'libvirt'],
    ...['interfaces', 'prefix', 'bgp', '_x', 'ansible_host', 'netlab_mgmt', 'LOCALHOST'],
  ])('as the name of a node: %s', (name) => {
    expect(policyProblems(`nodes: [${name}]\n`)).toHaveLength(1);
    expect(policyProblems(`nodes: { ${name}: { mtu: 1500 } }\n`)).toHaveLength(1);
    expect(policyProblems(`groups: { g: { _auto_create: true, members: [${name}] } }\n`)).toHaveLength(1);
  });

  test.each(['localhost', 'ungrouped', 'modules', 'custom_configs', '_x', 'ansible_x'])(
    'as the name of a group: %s',
    (name) => {
      expect(policyProblems(`groups: { ${name}: { mtu: 1500 } }\n`)).toHaveLength(1);
    },
  );

  test('a node of a link is one that the topology declares', () => {
    expect(policyProblems('nodes: [r1]\nlinks: [{ r1: , r2: { ipv4: 1 } }]\n')).toHaveLength(1);
  });
});
