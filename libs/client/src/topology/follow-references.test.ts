import { symlink } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { readUpload } from '../topology-source';
import { fileServer, type ServedFile } from './test-fixtures/file-server';
import { labFolder } from './test-fixtures/lab-folder';
import { extraNames } from './test-fixtures/read-files';
import { topologyInput } from './topology-input';

/** What `'follow'` finds for a topology with these files beside it. */
async function followed(
  topology: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  await using folder = await labFolder({ ...files, 'lab.yml': topology, 'not-named.txt': '' });
  return [...(await extraNames(folder.at('lab.yml'), 'follow'))].sort();
}

describe('what a topology refers to is found:', () => {
  test('nothing, in most', async () => {
    expect(await followed('nodes: [r1, r2]\nlinks: [r1-r2]\n', { 'r1.j2': '', 'x.py': '' })).toEqual([]);
    expect(await followed('# nothing but a comment\n', {})).toEqual([]);
  });

  test.each([
    ['a name', '_include: [a.yml]', ['a.yml']],
    ['a single name', '_include: a.yml', ['a.yml']],
    ['inside of something', 'nodes:\n  _include: [a.yml]', ['a.yml']],
    ['a dotted key', 'nodes._include: [a.yml]', ['a.yml']],
    ['a pattern', 'nodes._include: ["n/*.yml"]', ['n/r1.yml', 'n/r2.yml']],
    [
      'from an included file on, from its folder',
      '_include: [n/more.yaml]',
      ['n/deep/b.yml', 'n/more.yaml', 'n/r1.yml'],
    ],
    ['twice', '_include: [a.yml]\nnodes._include: [./a.yml]', ['a.yml']],
  ])('included files: %s', async (_, topology, expected) => {
    const files = {
      'a.yml': '',
      'n/r1.yml': 'device: frr\n',
      'n/r2.yml': 'device: frr\n',
      'n/more.yaml': '_include: [r1.yml]\nx._include: [deep/*.yml]\n',
      'n/deep/b.yml': '',
    };
    expect(await followed(`${topology}\n`, files)).toEqual(expected);
  });

  test.each([
    ['of a node', 'nodes:\n  r1:\n    config: [t]', ['t.eos.j2', 't.j2', 't/deep/x.j2', 't/r1.j2']],
    ['with its extension', 'nodes.r1.config: t.j2', ['t.eos.j2', 't.j2', 't/deep/x.j2', 't/r1.j2']],
    ['of a node in a list', 'nodes:\n- { name: r1, config: [dir/u] }', ['dir/u.j2']],
    ['of a group', 'groups.all.config: [dir/u]', ['dir/u.j2']],
    ['of the nodes of a group', 'groups.g.node_data.config: [dir/u]', ['dir/u.j2']],
    ['of a component', 'components.c.nodes.r1.config: [dir/u]', ['dir/u.j2']],
    ['of a fabric', 'plugin: [fabric]\nfabric.leaf.config: [dir/u]', ['dir/u.j2']],
    ['of an included node', 'nodes._include: [r1.yml]', ['dir/u.j2', 'r1.yml']],
    ['of something included at the top', '_include: [shared.yml]', ['dir/u.j2', 'shared.yml']],
    ['of groups in the defaults', 'defaults.groups.g.config: [dir/u]', ['dir/u.j2']],
    [
      'of two nodes with dotted keys',
      'nodes.r1.config: [t]\nnodes.r2.config: [dir/u]',
      ['dir/u.j2', 't.eos.j2', 't.j2', 't/deep/x.j2', 't/r1.j2'],
    ],
    ['but not what a node shall not have', 'nodes.r1.config: [-t, "-", dir/u]', ['dir/u.j2']],
    ['nor what only looks like it', 'nodes.r1.bgp.config: [t]\nvlans.red.config: [t]', []],
  ])('configuration templates %s', async (_, topology, expected) => {
    const files = {
      't.j2': '',
      't.eos.j2': '',
      't/r1.j2': '',
      't/deep/x.j2': '',
      'tt.j2': '',
      'other/t.j2': '',
      't.txt': '',
      'dir/u.j2': '',
      'dir/other.j2': '',
      'r1.yml': 'config: [dir/u]\n',
      'shared.yml': '_top.groups.g.config: dir/u\n',
    };
    expect(await followed(`${topology}\n`, files)).toEqual(expected);
  });

  test('plugins beside the topology; others are those of netlab', async () => {
    const files = { 'own.py': '', 'large/plugin.py': '', 'large/defaults.yml': '', 'other.py': '' };
    expect(await followed('plugin: [own, large, fabric, bgp.session]\n', files)).toEqual([
      'large/defaults.yml',
      'large/plugin.py',
      'own.py',
    ]);
  });

  test('templates that a plugin of netlab brings are not asked for', async () => {
    expect(await followed('plugin: [bgp.session]\nnodes.r1.config: [bgp.session]\n', {})).toEqual([]);
  });

  test.each([
    ['those that are read without being named', 'nodes: [r1]', ['d.j2', 'part.yml', 'topology-defaults.yml']],
    [
      'those that are named beside',
      'defaults.sources.extra: [x.yml]',
      ['d.j2', 'part.yml', 'topology-defaults.yml', 'x.yml'],
    ],
    ['those that are named instead', 'defaults.sources.user: [x.yml, none.yml]', ['x.yml']],
    [
      'a list of all',
      'defaults:\n  sources:\n    list: [x.yml, "package:topology-defaults.yml", ~/own.yml, /etc/netlab.yml]',
      ['x.yml'],
    ],
    ['none', 'defaults.sources.list: []', []],
  ])('files of defaults: %s', async (_, topology, expected) => {
    const files = {
      'topology-defaults.yml': '_include: [part.yml]\ngroups.g.config: [d]\n',
      'part.yml': '',
      'd.j2': '',
      'x.yml': 'device: frr\n',
    };
    expect(await followed(`${topology}\n`, files)).toEqual(expected);
  });

  test('files of containers', async () => {
    const topology = `
nodes:
  r1:
    clab:
      startup-config: configs/r1.cfg
      license: licenses/key
      binds: { data: /data, hosts.txt: /etc/hosts, '/lib/modules': '/lib/modules:ro', made-by-netlab: /x }
      config_templates: { daemons: /etc/frr/daemons }
  r2.clab: { startup-config: 'https://host/r2.cfg', binds: ['one.txt:/one:ro', '~/x:/x'], env-files: [env] }
  r3.clab.startup-config: "hostname r3\\nend\\n"
groups.g.clab.startup-config: /etc/base.cfg
defaults.devices.frr.clab.license: licenses/frr
`;
    const files = {
      'configs/r1.cfg': '',
      'licenses/key': '',
      'licenses/frr': '',
      'data/a/b': '',
      'daemons.j2': '',
      env: '',
      'one.txt': '',
      'hosts.txt': '',
    };
    expect(await followed(topology, files)).toEqual(Object.keys(files).sort());
  });

  test('the whole folder, when a container is given it', async () => {
    const files = { 'a/b': '', c: '' };
    expect(await followed("nodes.r1.clab.binds: { '.': /lab }\n", files)).toEqual([
      'a/b',
      'c',
      'not-named.txt',
    ]);
  });

  test('tests of its own, where it has tests', async () => {
    const files = { 'validate/bgp/frr.py': '' };
    expect(await followed('validate.t1.valid: "true"\n', files)).toEqual(['validate/bgp/frr.py']);
    expect(await followed('nodes: [r1]\n', files)).toEqual([]);
  });

  test('with the contents, so that the server finds what it reads', async () => {
    await using folder = await labFolder({
      'lab.yml':
        'provider: clab\n_include: [groups.yml]\nnodes:\n  _include: ["nodes/*.yml"]\nlinks: [r1-r2]\n',
      'groups.yml': 'g: { members: [r1, r2], device: frr }\n',
      'nodes/r1.yml': 'id: 5\n',
      'nodes/r2.yml': '',
    });
    const { topology, extraFiles } = await readUpload(topologyInput(folder.at('lab.yml')), 'follow');
    const [first, ...rest] = [topology, ...extraFiles].map(({ name, content }) => ({ path: name, content }));
    if (first === undefined) throw new Error('There is no topology.');
    const { nodes } = readTopology(createTopologyBundle({ topology: first, extraFiles: rest }));
    expect(nodes.map(({ name, id, device }) => [name, id, device])).toEqual([
      ['r1', 5, 'frr'],
      ['r2', 1, 'frr'],
    ]);
  });

  test('of a text or an object, in the base folder', async () => {
    await using folder = await labFolder({ 'a.yml': '', 't.j2': '' });
    const options = { baseFolder: folder.path };
    expect(await extraNames('_include: [a.yml]\n', 'follow', options)).toEqual(['a.yml']);
    expect(await extraNames({ nodes: { r1: { config: ['t'] } } }, 'follow', options)).toEqual(['t.j2']);
  });
});

describe('following is refused', () => {
  test('with a list of all references that lead nowhere', async () => {
    const topology =
      'nodes:\n  _include: [n/*.yml, r9.yml]\n  r1.config: [a, b]\n  r2.config: [a]\n  r3.clab.license: key\n';
    await expect(followed(`${topology}groups.g.config: [a]\n`, { 'b.j2': '' })).rejects.toMatchObject({
      code: 'topology_unreadable',
      message: expect.stringMatching(
        /^lab\.yml refers to what is not in .*: "n\/\*\.yml" \(nodes\._include\), "r9\.yml" \(nodes\._include\), "a" \(nodes\.r1\.config\), "a" \(nodes\.r2\.config\), "key" \(nodes\.r3\.clab\.license\), "a" \(groups\.g\.config\)\. Put it there, or list in extraFiles what there is\.$/,
      ),
    });
  });

  test('also for files of defaults that are named', async () => {
    await expect(followed('defaults.sources.extra: [none.yml]\n', {})).rejects.toThrow(
      '"none.yml" (defaults.sources.extra)',
    );
  });

  test('naming the file in which a wrong reference is', async () => {
    const files = { 'n/a.yml': '_include: [b.yml]\n', 'topology-defaults.yml': '_include: [c.yml]\n' };
    await expect(followed('_include: [n/a.yml]\n', files)).rejects.toThrow(
      '"b.yml" (_include of n/a.yml), "c.yml" (_include of topology-defaults.yml)',
    );
  });

  test.each([
    ['_include: [../x.yml]', '_include: "../x.yml"'],
    ['_include: [/etc/x.yml]', '_include: "/etc/x.yml"'],
    ['_include: [~/x.yml]', '_include: "~/x.yml"'],
    ['nodes._include: ["../*.yml"]', 'nodes._include: "../*.yml"'],
    ['_include: [n/a.yml]', 'n/a.yml: _include: "../../x.yml"'],
    ['nodes.r1.config: [../t]', 'nodes.r1.config: "../t"'],
    ['nodes.r1.config: [/t]', 'nodes.r1.config: "/t"'],
    ['plugin: [../p]', 'plugin: "../p"'],
    ['nodes.r1.clab.license: ../key', 'nodes.r1.clab.license: "../key"'],
    ['nodes.r1.clab.binds: {../data: /data}', 'nodes.r1.clab.binds: "../data"'],
    ['defaults.sources.extra: [../d.yml]', 'defaults.sources.extra: "../d.yml"'],
  ])('when something is not in the folder: %s', async (topology, message) => {
    await expect(followed(`${topology}\n`, { 'n/a.yml': '_include: [../../x.yml]\n' })).rejects.toMatchObject(
      {
        code: 'unsafe_file_name',
        message: expect.stringContaining(`${message} is not in`),
      },
    );
  });

  (process.platform === 'win32' ? test.skip : test)('when a link leads out of the folder', async () => {
    await using outer = await labFolder({ secret: 'x', 'lab/lab.yml': '_include: [a.yml]\nplugin: [p]\n' });
    await symlink('../secret', outer.at('lab/a.yml'));
    await expect(extraNames(outer.at('lab/lab.yml'), 'follow')).rejects.toMatchObject({
      code: 'unsafe_file_name',
    });
  });

  test.each([
    ['broken YAML', 'nodes: [r1\n', 'lab.yml:2:1: its references cannot be followed: it is no valid YAML'],
    ['a list', '- r1\n', 'it is no mapping'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'more than one document'],
    ['no text', 'a: \xff\n', 'it is not UTF-8 text'],
    [
      'a bomb',
      `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`).join('')}`,
      'more than 100000 values',
    ],
    ['a circle', '_include: [loop.yml]\n', 'its files include each other'],
    ['an alias of itself', 'a: &a [*a]\n', 'nested deeper than 64 levels'],
  ])('when the topology cannot be read: %s', async (_, topology, message) => {
    await using folder = await labFolder({ 'loop.yml': '_include: [loop.yml]\n' });
    const content = Buffer.from(topology, 'latin1');
    const read = extraNames({ name: 'lab.yml', content }, 'follow', { baseFolder: folder.path });
    await expect(read).rejects.toMatchObject({
      code: 'invalid_topology',
      message: expect.stringContaining(message),
    });
  });

  test('with the place of the mistake, as the server tells it', async () => {
    await expect(followed('_include: [a.yml]\n', { 'a.yml': 'x: 1\nx: 2\n' })).rejects.toMatchObject({
      problems: [
        { file: 'a.yml', line: 2, column: 1, message: 'it is no valid YAML: duplicated mapping key' },
      ],
    });
  });
});

describe('at a URL', () => {
  const login: ServedFile = (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('log in');

  test('what lies beside the topology is downloaded', async () => {
    const topology =
      '_include: [a.yml]\nplugin: [own, large, fabric]\nnodes.r1: { config: [dir/t], clab.license: key }\n';
    await using server = await fileServer({
      '/labs/lab.yml': topology,
      '/labs/a.yml': '_include: [more/b.yml]\n',
      '/labs/more/b.yml': '',
      '/labs/own.py': '',
      '/labs/large/plugin.py': '',
      '/labs/dir/t.j2': '',
      '/labs/key': '',
      '/labs/topology-defaults.yml': login,
    });
    expect([...(await extraNames(`${server.url}/labs/lab.yml`, 'follow'))].sort()).toEqual([
      'a.yml',
      'dir/t.j2',
      'key',
      'large/plugin.py',
      'more/b.yml',
      'own.py',
    ]);
    expect(server.asked.filter((each) => !each.startsWith('/labs/'))).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      'nodes._include: ["n/*.yml"]',
      'topology_unreadable',
      'The files that "n/*.yml" stands for cannot be found',
    ],
    ['_include: [none.yml]', 'topology_unreadable', 'lab.yml refers to what is not in http://'],
    ['nodes.r1.config: [t]', 'topology_unreadable', '"t" (nodes.r1.config)'],
    ['_include: [../x.yml]', 'unsafe_file_name', '"../x.yml" is not in http://'],
    ['_include: ["http://127.0.0.1:1/x.yml"]', 'topology_unreadable', 'refers to what is not in'],
    ['_include: [broken]', 'topology_unreadable', 'the answer has status 500'],
  ])('nothing else is: %s', async (topology, code, message) => {
    await using server = await fileServer({
      '/labs/lab.yml': `${topology}\n`,
      '/x.yml': 'no',
      '/labs/broken': (response) => response.writeHead(500).end(),
    });
    await expect(extraNames(`${server.url}/labs/lab.yml`, 'follow')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(server.asked).not.toContain('/x.yml');
  });
});
