import type { InterfaceModel, NodeModel, TopologyModel } from '@remote-lab/topology';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { buildDevices } from '../../device/build-devices';
import type { FakeDevice } from '../../device/fake-device';
import type { Platform } from '../../engine/platform';
import { platformFor } from '../platform-list';

/**
 * The devices of a topology whose FRR nodes are played by this platform, as a host of an inventory would be; one hour, two
 * minutes and three seconds after they came up.
 */
export function platformLab(platform: Platform, topology: string): (name: string) => FakeDevice {
  const bundle = createTopologyBundle({
    topology: { path: 'lab.yml', content: new TextEncoder().encode(topology) },
    extraFiles: [],
  });
  let now = 0;
  const clock = { now: () => now, date: () => new Date(Date.UTC(2026, 10, 21, 14, 5, 9, 42)) };
  const model = playedBy(platform, readTopology(bundle));
  const devices = buildDevices(model, {
    clock,
    platformOf: (device) => (device === platform.name ? platform : platformFor(device)),
  });
  now = 3_723_000;
  return (name) => {
    const device = devices.get(name);
    if (!device) throw new Error(`The lab has no ${name}; it has ${[...devices.keys()].join(', ')}.`);
    return device;
  };
}

function playedBy({ name, ports }: Platform, model: TopologyModel): TopologyModel {
  if (!ports) throw new Error(`${name} does not say what its ports are called.`);
  const played = new Set(model.nodes.filter(({ device }) => device === 'frr').map((node) => node.name));
  const nameIn = (node: string, ifname: string) =>
    played.has(node) ? ifname.replace(/^eth(\d+)$/, (_, number) => ports.ethernet(Number(number))) : ifname;
  const port = (node: string, one: InterfaceModel): InterfaceModel => ({
    ...one,
    ifname: nameIn(node, one.ifname),
    neighbors: one.neighbors.map((peer) => ({ ...peer, ifname: nameIn(peer.node, peer.ifname) })),
  });
  const nodes = model.nodes.map((node): NodeModel => {
    const interfaces = node.interfaces.map((one) => port(node.name, one));
    if (!played.has(node.name)) return { ...node, interfaces };
    return {
      ...node,
      device: name,
      mgmt: { ...node.mgmt, ifname: ports.management },
      ...(node.loopback && { loopback: { ...node.loopback, ifname: ports.loopback ?? 'lo' } }),
      interfaces,
    };
  });
  return { ...model, nodes };
}
