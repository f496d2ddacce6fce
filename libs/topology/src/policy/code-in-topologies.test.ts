import { describe, expect, test } from '@jest/globals';
import { policyProblems } from '../test-fixtures/policy-problems';

const PAIR = 'defaults.device: frr\nprovider: clab\n';
const NODES = `${PAIR}nodes: [r1, r2]\n`;

/** Every way known to make netlab run something: name, where the refusal must be, and the ways to write it. */
const ATTACKS: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a format of interface names',
    'defaults.devices',
    'defaults.devices.frr.interface_name: "eth{ifindex}{1}"',
    'defaults:\n  devices:\n    frr:\n      interface_name: eth1',
    'defaults: { devices.frr: { loopback_interface_name: lo1 } }',
    'defaults.devices.frr.lag_interface_name: bond1',
    'defaults.devices:\n  frr.features.vlan.subif_name: x1',
    'defaults.devices.frr.features.vlan.svi_interface_name: x1',
  ],
  [
    'names of template files',
    'defaults.paths',
    'defaults.paths.t_files.files: [x]',
    'defaults:\n  paths:\n    t_files:\n      files: [x]',
    'defaults: { paths.custom.files: [x] }',
  ],
  [
    'a link group with code in its name',
    `links.x{getattr(__import__('os'),'system')('id')}`,
    `links: {"x{getattr(__import__('os'),'system')('id')}": [r1-r2]}`,
    `links:\n  "x{getattr(__import__('os'),'system')('id')}":\n    - r1-r2`,
    `"links.x{getattr(__import__('os'),'system')('id')}": [r1-r2]`,
  ],
  [
    'names that node.clone makes',
    'nodes.r3.clone',
    'nodes.r3.clone.count: 2',
    'nodes: { r3: { clone: { count: 2 } } }',
  ],
  [
    'names that fabric makes',
    'fabric',
    'fabric.spine.name: S1',
    'fabric: { spines: 2, spine: { name: S1 } }',
  ],
  ['settings of bonding', 'bonding', 'bonding.ifname: bond0', 'bonding: { bond_interface_name: bond0 }'],
  [
    'formats of multilab',
    'defaults.multilab',
    'defaults.multilab.change: { x: y }',
    'defaults:\n  multilab:\n    id: 1',
    'defaults.multilab: { id: 1 }',
  ],
  [
    'a plugin',
    'plugin',
    'plugin: [x]',
    'plugin: x',
    'plugin:\n- files',
    'plugin.x: 1',
    '"plugin": [multilab]',
  ],
  [
    'a place for plugins',
    'defaults.paths',
    'defaults.paths.plugin: [/tmp]',
    'defaults: { paths: { plugin: [/tmp] } }',
  ],
  ['a template for a node', 'nodes.r3.config', 'nodes.r3.config: [x]', 'nodes: { r3: { config: [x] } }'],
  [
    'a template for a group',
    'groups.g.config',
    'groups.g.config: [x]',
    'groups: { g: { members: [r1], config: [x] } }',
  ],
  ['a template in a group for its nodes', 'groups.g.node_data.config', 'groups.g.node_data.config: [x]'],
  [
    'a template in the topology',
    'nodes.r3.config',
    'nodes.r3.config.inline: x',
    'nodes: { r3: { config: { inline: x } } }',
  ],
  ['configlets', 'configlets', 'configlets.x: y', 'configlets:\n  x:\n    frr: y'],
  ['files', 'files', 'files: { x.j2: y }', 'files.x: y', 'files: [{ path: x, content: y }]'],
  [
    'variables of a device',
    'defaults.devices',
    'defaults.devices.frr.group_vars.netlab_config_wrapper: x',
    'defaults.devices.frr.group_vars: { netlab_ssh_args: "-oProxyCommand=x" }',
    'defaults:\n  devices:\n    frr:\n      group_vars:\n        ansible_user: -oX',
  ],
  [
    'commands of a provider',
    'defaults.providers',
    'defaults.providers.clab.probe: [bash, -c, id]',
    'defaults.providers.clab.start: id',
    'defaults: { providers: { clab: { stop: id } } }',
  ],
  ['a tool', 'tools', 'tools: { x: }', 'tools.suzieq: ', 'tools:\n  edgeshark: { runtime: docker }'],
  [
    'commands of a tool',
    'defaults.tools',
    'defaults.tools.x.docker.up: id',
    'defaults:\n  tools:\n    x:\n      docker:\n        cleanup: id',
    'defaults.tools.x.docker.message: y',
  ],
  ['a message', 'message', 'message: hello'],
  [
    'containers of a node',
    'nodes.r3.clab',
    'nodes.r3.clab.config_templates: { x: ":ns" }',
    'nodes: { r3: { clab: { binds: ["/:/host"] } } }',
    'nodes.r3: { clab.exec: [id] }',
    ...['cmd: x', 'network-mode: host', 'image: x', 'kind: linux', 'env: { A: b }', 'license: x'].map(
      (setting) => `nodes: { r3: { clab: { ${setting} } } }`,
    ),
    ...['startup-config: x', 'ports: ["1:1"]', 'restart-policy: always'].map(
      (setting) => `nodes.r3.clab.${setting}`,
    ),
    '"nodes.r3.clab.binds": ["/:/host"]',
  ],
  ['containers of a node in a list', 'nodes[1].clab', 'nodes: [{ name: r3, clab.binds: ["/:/host"] }]'],
  [
    'containers of a group',
    'groups.g.clab',
    'groups.g.clab.binds: ["/:/host"]',
    'groups: { g: { clab: { cmd: x } } }',
  ],
  ['containers of a device', 'defaults.devices', 'defaults.devices.frr.clab.image: x'],
  [
    'machines of libvirt',
    'nodes.r3.libvirt',
    'nodes.r3.libvirt.image: x',
    'nodes: { r3: { libvirt: { nic_model_name: x } } }',
  ],
  ['an image', 'nodes.r3.image', 'nodes.r3.image: x', 'nodes: { r3: { image: x } }'],
  ['a box', 'nodes.r3.box', 'nodes.r3.box: x', 'nodes: { r3: { box: x } }'],
  [
    'an uplink',
    'links[1].clab',
    'links: [{ r1: , clab.uplink: eth0 }]',
    'links: [{ r1: , clab: { uplink: eth0 } }]',
  ],
  [
    'a bridge of the host',
    'links[1].bridge',
    'links: [{ r1: , bridge: br0 }]',
    'links:\n- interfaces: [r1]\n  bridge: br0',
  ],
  ['a bridge outside', 'links[1].clab', 'links: [{ r1: , clab.external_bridge: br0 }]'],
  [
    'an interface of the host',
    'links[1].r1.clab',
    'links: [{ r1.clab.name: eth0 }]',
    'links: [{ r1: { clab: { name: eth0 } } }]',
  ],
  [
    'the management network',
    'addressing.mgmt',
    'addressing.mgmt._network: bridge',
    'addressing: { mgmt: { _bridge: br0 } }',
    'addressing:\n  mgmt.ipv4: 10.0.0.0/8',
  ],
  [
    'a management address',
    'nodes.r3.mgmt',
    'nodes.r3.mgmt.ipv4: 127.0.0.1',
    'nodes: { r3: { mgmt: { ipv4: 10.0.0.1 } } }',
  ],
  [
    'an Ansible variable of a node',
    'nodes.r3.ansible_host',
    'nodes.r3.ansible_host: x',
    'nodes: { r3: { ansible_host: x } }',
  ],
  [
    'a netlab variable of a node',
    'nodes.r3.netlab_config_mode',
    'nodes.r3.netlab_config_mode: sh',
    'nodes: { r3: { netlab_config_mode: sh } }',
  ],
  [
    'an Ansible variable of a group',
    'groups.g.vars',
    'groups.g.vars.ansible_user: x',
    'groups: { g: { vars: { ansible_user: x } } }',
  ],
  ['an Ansible variable in a group', 'groups.g.ansible_user', 'groups.g.ansible_user: x'],
  ['a template of Ansible', 'nodes.r3.ospf.password', `nodes.r3.ospf.password: "{{ lookup('pipe','id') }}"`],
  [
    'kernel modules',
    'defaults.devices',
    'defaults.devices.frr.clab.kmods: [x]',
    'defaults.devices: { frr: { clab: { kmods: [x] } } }',
  ],
  ['tests', 'validate', 'validate: { t: { valid: x } }', 'validate.t.exec: x'],
  [
    'names of files to write',
    'defaults.providers',
    'defaults.providers.clab.config: /etc/x',
    'defaults.providers.clab.cleanup: [/etc]',
    'defaults: { providers.clab._cleanup: [/etc] }',
  ],
  [
    'names of outputs',
    'defaults.outputs',
    'defaults.outputs.yaml.filename: /etc/x',
    'defaults: { outputs: { d2: { filename: x } } }',
  ],
  [
    'the status file',
    'defaults.lab_status_file',
    'defaults.lab_status_file: /etc/x',
    'defaults: { lab_status_file: /etc/x }',
  ],
  ['files to include', '_include', '_include: ["~/x"]', '"_include": [../x]'],
  ['nodes to include', 'nodes._include', 'nodes: { _include: [nodes/*.yml] }', 'nodes._include: [x]'],
  ['links to include', 'links[1]._include', 'links: [{ _include: [x] }]'],
  [
    'sources of defaults',
    'defaults.sources',
    'defaults.sources.extra: [/etc/x]',
    'defaults: { sources: { list: [/etc/x] } }',
    'defaults.sources.user: [x]',
  ],
  ['components', 'components', 'components: { c: { nodes: [a] } }', 'components.c.nodes: [a]'],
  ['nodes made of components', 'nodes.r3.include', 'nodes.r3.include: c', 'nodes: { r3: { include: c } }'],
];

describe('a topology that can make netlab run something', () => {
  const cases = ATTACKS.flatMap(([what, path, ...texts]) => texts.map((text) => ({ what, path, text })));

  test.each(cases)('is refused: $what, written $text', ({ path, text }) => {
    const whole = text.includes('nodes') ? PAIR + text : NODES + text;
    const found = policyProblems(`${whole}\n`).filter((line) => line.includes(` ${path}`));
    expect(found).not.toEqual([]);
    for (const line of found) expect(line).toContain(`not allowed by this server's topology policy: `);
  });
});

describe('a file beside the topology', () => {
  test.each([
    ...[
      'x.py',
      'x/plugin.py',
      'x/__init__.py',
      'x.j2',
      'x/frr.j2',
      'templates/initial/frr.j2',
      'reports/x.j2',
    ],
    ...[
      'initial-config.ansible',
      'filter_plugins/x.py',
      'roles/x/tasks/main.yml',
      'tasks/x.yml',
      'ansible.cfg',
    ],
    ...['x/deploy.yml', 'readiness-check/x.yml', 'fetch-config/x.yml', 'validate/x.py', 'hosts.yml', 'hosts'],
    ...['group_vars/all', 'group_vars/all.yml', 'group_vars/README', 'host_vars/r1', 'host_vars/r1/x.json'],
    ...['topology-defaults.yml', 'netlab.snapshot.pickle', 'netlab.snapshot.yml', 'netlab.lock', 'x.pickle'],
    ...[
      'node_files/r1/initial',
      'clab.yml',
      'Vagrantfile',
      'lab.26.03.yml',
      'lab.26.03.yaml',
      'nodes/r3.yml',
    ],
    ...['docs/notes.txt', '.md', '.netlab.yml', 'a.txt.j2', 'a.md.py', 'Makefile', 'x', 'a b.txt'],
  ])('is refused: %s', (path) => {
    expect(policyProblems(`${NODES}`, [path])).toEqual([
      `${path}:1:1: not allowed by this server's topology policy: a plain topology refers to no other file, and netlab takes some for code; send the topology alone`,
    ]);
  });

  test.each(['README.md', 'notes.txt', 'LICENSE', 'readme'])('passes when it is for people: %s', (path) => {
    expect(policyProblems(NODES, [path])).toEqual([]);
  });

  test.each([
    'topology-defaults.yml',
    'hosts.yml',
    'clab.yml',
    'netlab.snapshot.yml',
    'group_vars/all.yml',
    '.netlab.yml',
  ])('may not be the topology itself: %s', (path) => {
    expect(policyProblems(NODES, [], path)).toHaveLength(1);
  });
});
