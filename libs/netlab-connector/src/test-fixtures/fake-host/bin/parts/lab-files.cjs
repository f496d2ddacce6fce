const fs = require('node:fs');
const path = require('node:path');
const yaml = require('js-yaml');
const { deviceView } = require('./lab-model.cjs');
const { out } = require('./say.cjs');

const snapshotFile = 'netlab.snapshot.pickle';
const lockFile = 'netlab.lock';

const dump = (value) => yaml.dump(value, { lineWidth: -1 });

function put(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function clabFile(lab) {
  const nodes = Object.entries(lab.nodes).map(([name, node]) => [
    name,
    { 'mgmt-ipv4': node.mgmt.ipv4, kind: node.clab?.kind ?? 'linux', image: node.box, runtime: 'docker' },
  ]);
  const bridges = lab.bridges.map((name) => [name, { kind: 'bridge' }]);
  const links = lab.links
    .filter((link) => link.type === 'p2p')
    .map((link) => ({ endpoints: link.interfaces.map((end) => `${end.node}:${end.ifname}`) }));
  return dump({
    name: lab.name,
    prefix: 'clab',
    mgmt: { network: 'netlab_mgmt', 'ipv4-subnet': '192.168.121.0/24' },
    topology: { nodes: Object.fromEntries([...nodes, ...bridges]), links },
  });
}

function devicesFile(lab) {
  const views = Object.keys(lab.nodes).map((name) => [name, deviceView(lab, name, { device: true })]);
  return `# Netlab Devices inventory created from ['topology.yml', 'package:topology-defaults.yml']\n#\n${dump(Object.fromEntries(views))}`;
}

function inventory(lab) {
  const groups = { all: { hosts: {} } };
  for (const [name, node] of Object.entries(lab.nodes)) {
    const group = (groups[node.device] ??= { hosts: {} });
    group.hosts[name] = { ansible_host: lab.vars[name].ansible_host, id: node.id };
  }
  return dump(groups);
}

/** Writes everything `netlab create` writes to the current folder, in its order and with its words. */
function writeLabFiles(lab, { withDevices }) {
  fs.rmSync('node_files', { recursive: true, force: true });
  for (const [name, node] of Object.entries(lab.nodes)) {
    put(`node_files/${name}/initial`, `! ${name}\n`);
    out(`[CONFIG]  ${name}: initial${node.device === 'frr' ? ',daemons,hosts' : ''}`);
  }
  if (lab.provider === 'clab') {
    put('clab.yml', clabFile(lab));
    out('Created provider configuration file: clab.yml');
  }
  put(snapshotFile, JSON.stringify(lab));
  out(`Created pickled transformed topology data into ${snapshotFile}`);
  put('group_vars/all/topology.json', '{}');
  out('Created group_vars for all');
  for (const device of new Set(Object.values(lab.nodes).map((node) => node.device))) {
    put(`group_vars/${device}/topology.json`, '{}');
    out(`Created group_vars for ${device}`);
  }
  for (const [name, node] of Object.entries(lab.nodes)) {
    put(`host_vars/${name}/topology.json`, JSON.stringify(node, null, 2));
  }
  out(`Created host_vars for ${Object.keys(lab.nodes).join(', ')}`);
  put('hosts.yml', inventory(lab));
  out('Created minimized Ansible inventory hosts.yml');
  put('ansible.cfg', '[defaults]\ninventory=hosts.yml\n');
  out('Created Ansible configuration file: ansible.cfg');
  if (withDevices) writeDevices(lab);
}

function writeDevices(lab) {
  put('netlab-devices.yml', devicesFile(lab));
  out('Created netlab devices inventory netlab-devices.yml');
}

const readSnapshot = (file = snapshotFile) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** What `down --cleanup` deletes, the user's own files of those names too. */
function removeLabFiles() {
  const files = [
    'clab.yml',
    'clab_files',
    'ansible.cfg',
    'hosts.yml',
    'group_vars',
    'host_vars',
    'config',
    'node_files',
  ];
  for (const file of [...files, 'netlab.snapshot.yml', snapshotFile]) {
    if (!fs.existsSync(file)) continue;
    out(`... removing ${fs.statSync(file).isDirectory() ? 'directory tree ' : ''}${file}`);
    fs.rmSync(file, { recursive: true, force: true });
  }
}

module.exports = { lockFile, readSnapshot, removeLabFiles, snapshotFile, writeDevices, writeLabFiles };
