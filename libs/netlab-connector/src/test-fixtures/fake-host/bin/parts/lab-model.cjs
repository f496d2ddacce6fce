const devices = require('./devices.json');

/** The name of the n-th interface (from 0): the device's first name with its last number counted on. */
function interfaceName(device, index) {
  const [first, second] = devices[device].interfaces;
  const step = Number(/(\d+)(?!.*\d)/.exec(second)?.[1]) - Number(/(\d+)(?!.*\d)/.exec(first)?.[1]) || 1;
  return first.replace(/(\d+)(?!.*\d)/, (number) => String(Number(number) + index * step));
}

/** containerlab's kinds; those of devices left out matter to no test. */
const kinds = { eos: 'ceos', iol: 'cisco_iol', iosv: 'cisco_vios', srlinux: 'srl' };

const twoDigits = (number) => number.toString(16).padStart(2, '0');

function ansibleVariables(device, row, hostname, address) {
  const vars = {
    ansible_connection: row.connection,
    ansible_host: row.inContainer ? hostname : address,
    ansible_network_os: devices[device].networkOs,
    ansible_user: row.user,
    ansible_ssh_pass: row.password,
    netlab_device_type: devices[device].deviceType,
  };
  return Object.fromEntries(Object.entries(vars).filter(([, value]) => value !== undefined));
}

function makeNode(topology, [name, data], id) {
  const device = devices[data.device];
  const row = (topology.provider === 'clab' ? device.clab : device.external) ?? {};
  const hostname = `clab-${topology.name}-${name}`;
  const address = data.mgmt?.ipv4 ?? `192.168.121.${100 + id}`;
  const mac = `ca:fe:00:${twoDigits(id)}:00:00`;
  const node = {
    af: { ipv4: true },
    box: row.image ?? 'none',
    device: data.device,
    hostname,
    id,
    interfaces: [],
    mgmt: { ifname: device.management, ipv4: address, mac },
    ...(row.inContainer ? { mtu: 1500 } : {}),
    name,
    role: data.device === 'linux' ? 'host' : 'router',
  };
  if (topology.provider === 'clab') node.clab = { kind: kinds[data.device] ?? 'linux' };
  if (device.loopback && node.role === 'router') {
    const loopback = { ifindex: 0, ifname: device.loopback, ipv4: `10.0.0.${id}/32` };
    node.loopback = { ...loopback, neighbors: [], type: 'loopback', virtual_interface: true };
  }
  return { node, vars: ansibleVariables(data.device, row, hostname, address) };
}

function linkType(ends) {
  if (ends.length === 1) return 'stub';
  return ends.length === 2 && ends.every((node) => node.role === 'router') ? 'p2p' : 'lan';
}

/** Adds the interface of one end to its node; answers with what the link and the neighbors know of it. */
function addInterface(node, ipv4, common) {
  const ifindex = node.interfaces.length + 1;
  const ifname = interfaceName(node.device, ifindex - 1);
  const mtu = node.mtu === undefined ? {} : { mtu: node.mtu };
  const made = { ifindex, ifname, ipv4, ...common, ...mtu };
  node.interfaces.push(made);
  return { made, end: { ifindex, ifname, ipv4, node: node.name } };
}

function introduceNeighbors(sides) {
  for (const side of sides) {
    const others = sides.filter((other) => other !== side).map(({ end }) => end);
    const names = others.map(({ node }) => node);
    const far = names.length > 1 ? `[${names.join(',')}]` : (names[0] ?? 'stub');
    side.made.name = `${side.end.node} -> ${far}`;
    side.made.neighbors = others.map(({ ifname, ipv4, node }) => ({ ifname, ipv4, node }));
  }
}

function addLinks(topology, nodes) {
  const used = { p2p: 0, lan: 0 };
  return topology.links.map((link, position) => {
    const ends = link.nodes.map((name) => nodes[name]);
    const type = linkType(ends);
    const block = type === 'p2p' ? used.p2p++ : used.lan++;
    const linkindex = position + 1;
    const bridge = type === 'lan' ? { bridge: `${topology.name.slice(0, 10)}_${linkindex}` } : {};
    // Of the two ends, the node that was defined first has the lower address.
    const lower = ends[0].id <= (ends[1]?.id ?? 0) ? 0 : 1;
    const sides = ends.map((node, index) => {
      const inBlock = block * 4 + (index === lower ? 1 : 2);
      const ipv4 = type === 'p2p' ? `10.1.0.${inBlock}/30` : `172.16.${block}.${node.id}/24`;
      return addInterface(node, ipv4, { linkindex, type, ...bridge });
    });
    introduceNeighbors(sides);
    const interfaces = sides.map(({ end }) => end);
    return {
      _linkname: `links[${linkindex}]`,
      ...bridge,
      interfaces,
      linkindex,
      node_count: ends.length,
      type,
    };
  });
}

/** A transformed lab, as the snapshot of the fake holds it: nodes and links in netlab's shape, ansible's variables apart. */
function makeLab(topology) {
  const nodes = {};
  const vars = {};
  topology.nodes.forEach((pair, index) => {
    const made = makeNode(topology, pair, pair[1].id ?? index + 1);
    nodes[pair[0]] = made.node;
    vars[pair[0]] = made.vars;
  });
  const links = addLinks(topology, nodes);
  const bridges = links.map((link) => link.bridge).filter((bridge) => bridge !== undefined);
  return {
    name: topology.name,
    instance: topology.instance,
    provider: topology.provider,
    nodes,
    links,
    vars,
    bridges,
  };
}

/** What `inspect --node` and the devices file tell of a node: no name, ansible's variables with it, keys in order. */
function deviceView(lab, name, { device }) {
  const own = Object.entries(lab.nodes[name]).filter(
    ([key]) => key !== 'name' && (device || key !== 'device'),
  );
  const version = device ? [] : [['_netlab_version', '26.03']];
  const all = [...version, ...own, ...Object.entries(lab.vars[name])];
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

module.exports = { deviceView, makeLab };
