const fs = require('node:fs');
const path = require('node:path');
const yaml = require('js-yaml');
const devices = require('./devices.json');
const { err, fail, fatal, traceback } = require('./say.cjs');

const schema = { schema: yaml.YAML11_SCHEMA };
const providers = ['clab', 'external', 'libvirt', 'virtualbox'];
const modules =
  'bfd bgp dhcp eigrp evpn gateway isis lag mpls ospf ripv2 routing sr srv6 stp vlan vrf vxlan'.split(' ');
const topLevel = new Set([
  ...'nodes links provider name defaults groups module plugin addressing message version validate'.split(' '),
  ...'vlans vrfs tools components fabric clab external libvirt configlets files'.split(' '),
  ...modules,
]);
const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets a.b.c where the key is a dotted path. */
function setPath(target, dotted, value) {
  const steps = dotted.split('.');
  const last = steps.pop();
  let place = target;
  for (const step of steps) place = isMapping(place[step]) ? place[step] : (place[step] = {});
  place[last] = value;
}

function withDottedKeys(mapping) {
  const result = {};
  for (const [key, value] of Object.entries(mapping))
    setPath(result, key, isMapping(value) ? withDottedKeys(value) : value);
  return result;
}

/** The topology as written, dotted keys unfolded; ends the program as netlab does when it is no YAML mapping. */
function readYaml(file) {
  const place = path.resolve(file);
  const unreadable = (reason, mark) => {
    const where = mark ? [`  in "${place}", line ${mark.line + 1}, column ${mark.column + 1}`] : [];
    return fail(`Fatal error in netlab: Cannot read YAML from ${place}: ${reason}`, ...where);
  };
  const text = fs.readFileSync(file, 'utf8');
  let document;
  try {
    document = text.replaceAll(/^\s*#.*$/gm, '').trim() === '' ? {} : yaml.load(text, schema);
  } catch (error) {
    const key =
      /duplicated mapping key/.test(error.reason) && text.split('\n')[error.mark.line].split(':')[0].trim();
    if (key) err(`IncorrectType in yaml: Duplicate section in YAML file: ${key}`);
    return unreadable(key ? `Duplicate section ${key}` : error.reason, error.mark);
  }
  if (!isMapping(document ?? {})) return unreadable('topology must be a dictionary');
  return withDottedKeys(document ?? {});
}

/** NETLAB_A_B=v is the default a.b, and beats the one of the topology. */
function applyEnvironment(topology) {
  for (const [name, value] of Object.entries(process.env)) {
    if (!name.startsWith('NETLAB_')) continue;
    const dotted = name
      .slice(7)
      .toLowerCase()
      .replaceAll('__', '\0')
      .replaceAll('_', '.')
      .replaceAll('\0', '_');
    setPath(topology, `defaults.${dotted}`, value === '' ? null : yaml.load(value, schema));
  }
}

function nodesOf({ nodes, groups }) {
  if (Array.isArray(nodes)) {
    return nodes.map((node) => {
      if (isMapping(node)) return [String(node.name), node];
      if (typeof node !== 'string')
        traceback(`AttributeError: '${typeof node}' object has no attribute 'name'`);
      return [node, {}];
    });
  }
  if (isMapping(nodes)) return Object.entries(nodes).map(([name, data]) => [name, data ?? {}]);
  if (nodes !== undefined && nodes !== null) return [];
  const members = (group) => (Array.isArray(group) ? group : (group?.members ?? []));
  const made = Object.entries(groups ?? {}).filter(([, group]) => groups._auto_create || group?._auto_create);
  return [...new Set(made.flatMap(([, group]) => members(group)))].map((name) => [name, {}]);
}

function groupDevice(groups, node) {
  const found = Object.values(groups ?? {}).find(
    (group) => isMapping(group) && group.device && group.members?.includes(node),
  );
  return found?.device;
}

/** The node names of every link, whatever form it is written in. */
function linksOf(links, names) {
  if (links === undefined || links === null) return [];
  if (isMapping(links)) return Object.values(links).flatMap((group) => linksOf(group, names));
  return [links].flat().flatMap((link) => {
    if (typeof link === 'string') return [{ text: link, nodes: link.split('-').map((name) => name.trim()) }];
    if (Array.isArray(link)) return [{ text: link.join('-'), nodes: link.map((end) => end?.node ?? end) }];
    if (Array.isArray(link?.members)) return linksOf(link.members, names);
    const ends = Array.isArray(link?.interfaces) ? link.interfaces.map((end) => end?.node ?? end) : undefined;
    return [{ text: 'link', nodes: ends ?? Object.keys(link ?? {}).filter((key) => names.includes(key)) }];
  });
}

function labName(topology, file) {
  if (typeof topology.name === 'string') return topology.name.slice(0, 16);
  const folder = path.basename(path.dirname(path.resolve(file)));
  return (
    folder
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .replace(/^\d+/, '')
      .slice(0, 12) || 'default'
  );
}

/** Everything netlab would complain about in one pass over nodes and links. */
function problemsOf(nodes, links, topology) {
  const names = nodes.map(([name]) => name);
  const bad = [];
  for (const key of Object.keys(topology)) {
    if (!topLevel.has(key) && !key.startsWith('_'))
      bad.push(`IncorrectAttr in topology: Invalid topology attribute '${key}' found in topology`);
  }
  for (const name of [topology.module ?? []].flat()) {
    if (!modules.includes(name))
      bad.push(`IncorrectValue in topology: attribute module has invalid value(s): ${name}`);
  }
  for (const [name, data] of nodes) {
    if (!/^[A-Za-z_][\w-]{0,15}$/.test(name)) {
      bad.push(`IncorrectType in nodes: node name ${name} must be a 16-character identifier, found str`);
    } else if (!data.device) {
      bad.push(
        `MissingValue in nodes: No device type specified for node ${name} and there is no default device type`,
      );
    } else if (!Object.hasOwn(devices, data.device)) {
      bad.push(
        `IncorrectValue in nodes: attribute 'nodes.${name}.device' must be known device type identifier (got ${data.device})`,
        `... Use 'netlab show devices' to display a list of valid devices`,
      );
    }
  }
  links.forEach((link, index) => {
    for (const node of link.nodes.filter((name) => !names.includes(name))) {
      bad.push(
        `IncorrectValue in links: Link string ${link.text} in links[${index + 1}] refers to an unknown node ${node}`,
      );
    }
  });
  return bad;
}

/**
 * Reads and checks a topology with the command's options (`device`, `provider`, `settings`): the lab's name, its
 * instance, provider, nodes as [name, data] pairs and links. Ends the program with netlab's words when it is wrong.
 */
function readTopology(file, options) {
  if (!fs.existsSync(file) || fs.statSync(file).isDirectory())
    fatal(`Topology file ${file} does not exist`, 'create');
  const topology = readYaml(file);
  applyEnvironment(topology);
  for (const setting of options.settings ?? []) {
    const [key, ...value] = setting.split('=');
    setPath(topology, key, yaml.load(value.join('='), schema));
  }
  const complain = (...lines) => fail(`Errors encountered while processing ${file}`, ...lines);
  const provider = options.provider ?? topology.provider ?? topology.defaults?.provider ?? 'libvirt';
  if (!providers.includes(provider)) {
    complain(
      `Fatal error in topology: Unknown virtualization provider ${provider}. Supported providers are: ${providers.join(', ')}`,
    );
  }
  const fallback = options.device ?? topology.defaults?.device;
  const nodes = nodesOf(topology).map(([name, data]) => [
    name,
    { ...data, device: data.device ?? groupDevice(topology.groups, name) ?? fallback },
  ]);
  if (nodes.length === 0) {
    complain(
      `MissingValue in topology: Required topology element 'nodes' is missing or empty`,
      'Fatal error in netlab: Fatal topology errors, aborting',
    );
  }
  const links = linksOf(
    topology.links,
    nodes.map(([name]) => name),
  );
  const problems = problemsOf(nodes, links, topology);
  if (problems.length > 0) {
    complain(...problems, 'Fatal error in netlab: Cannot proceed beyond this point due to errors, exiting');
  }
  const name = labName(topology, file);
  const ordered = topology.defaults?.multilab?.id;
  const instance = provider === 'external' ? `external_${name}` : String(ordered ?? 'default');
  return {
    name,
    instance,
    provider,
    defaults: topology.defaults ?? {},
    groups: topology.groups ?? {},
    nodes,
    links,
  };
}

module.exports = { readTopology };
