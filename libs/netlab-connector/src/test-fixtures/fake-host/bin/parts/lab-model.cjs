const devices = require('./devices.json');

/** The name of the n-th interface (from 0): the device's first name with its last number counted on. */
function interfaceName(device, index) {
  const [first, second] = devices[device].interfaces;
  const step = Number(/(\d+)(?!.*\d)/.exec(second)?.[1]) - Number(/(\d+)(?!.*\d)/.exec(first)?.[1]) || 1;
  return first.replace(/(\d+)(?!.*\d)/, (number) => String(Number(number) + index * step));
}

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
    mtu: 1500,
    name,
    role: data.device === 'linux' ? 'host' : 'router',
  };
  if (topology.provider === 'clab') node.clab = { kind: data.device === 'eos' ? 'ceos' : 'linux' };
  if (device.loopback && node.role === 'router') {
    const loopback = { ifindex: 0, ifname: device.loopback, ipv4: `10.0.0.${id}/32` };
    node.loopback = { ...loopback, neighbors: [], type: 'loopback', virtual_interface: true };
  }
  return { node, vars: ansibleVariables(data.device, row, hostname, address) };
}

function addLinks(topology, nodes) {
  let pointToPoint = 0;
  let lans = 0;
  return topology.links.map((link, position) => {
    const ends = link.nodes.map((name) => nodes[name]);
    const routers = ends.every((node) => node.role === 'router');
    const type = ends.length === 1 ? 'stub' : ends.length === 2 && routers ? 'p2p' : 'lan';
    const block = type === 'p2p' ? pointToPoint++ : lans++;
    const linkindex = position + 1;
    const bridge = type === 'lan' ? { bridge: `${topology.name.slice(0, 10)}_${linkindex}` } : {};
    const interfaces = ends.map((node, end) => {
      const ifindex = node.interfaces.length + 1;
      const ipv4 = type === 'p2p' ? `10.1.0.${block * 4 + end + 1}/30` : `172.16.${block}.${node.id}/24`;
      const made = { ifindex, ifname: interfaceName(node.device, ifindex - 1), ipv4, linkindex, mtu: 1500 };
      node.interfaces.push({ ...made, ...bridge, neighbors: [], type });
      return { ifindex, ifname: made.ifname, ipv4, node: node.name };
    });
    ends.forEach((node, end) => {
      const neighbors = interfaces.filter((_, other) => other !== end);
      const names = neighbors.map((other) => other.node);
      const last = node.interfaces.find(
        (one) => one.linkindex === linkindex && one.ifindex === interfaces[end].ifindex,
      );
      last.neighbors = neighbors.map(({ ifname, ipv4, node: other }) => ({ ifname, ipv4, node: other }));
      last.name = `${node.name} -> ${names.length === 0 ? 'stub' : names.length === 1 ? names[0] : `[${names.join(',')}]`}`;
    });
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
