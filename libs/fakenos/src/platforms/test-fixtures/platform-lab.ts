import type { InterfaceModel, NodeModel, TopologyModel } from '@remote-lab/topology';
import { createTopologyBundle, readTopology } from '@remote-lab/topology';
import { buildDevices } from '../../device/build-devices';
import type { FakeDevice } from '../../device/fake-device';
import type { Platform } from '../../engine/platform';
import { platformFor } from '../platform-for';

/** What stands in the topology for a platform that netlab does not know. */
const STAND_IN = 'dellos10';

/**
 * The devices of a topology in which `device:` may be the name of this platform, known to netlab or not; one hour, two
 * minutes and three seconds after they came up.
 */
export function platformLab(platform: Platform, topology: string): (name: string) => FakeDevice {
  const bundle = createTopologyBundle({
    topology: {
      path: 'lab.yml',
      content: new TextEncoder().encode(topology.replaceAll(platform.name, STAND_IN)),
    },
    extraFiles: [],
  });
  let now = 0;
  const clock = { now: () => now, date: () => new Date(Date.UTC(2026, 10, 21, 14, 5, 9, 42)) };
  const devices = buildDevices(playedBy(platform, readTopology(bundle)), {
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

/** The model with the platform's own names of ports, as a host of an inventory has them. */
function playedBy({ name, ports }: Platform, model: TopologyModel): TopologyModel {
  if (!ports) throw new Error(`${name} does not say what its ports are called.`);
  const played = model.nodes.filter(({ device }) => device === STAND_IN);
  const names = new Map(
    played.flatMap((node) =>
      node.interfaces.map((port, at) => [`${node.name} ${port.ifname}`, ports.ethernet(at + 1)] as const),
    ),
  );
  const nameIn = (node: string, ifname: string) => names.get(`${node} ${ifname}`) ?? ifname;
  const port = (node: string, one: InterfaceModel): InterfaceModel => ({
    ...one,
    ifname: nameIn(node, one.ifname),
    neighbors: one.neighbors.map((peer) => ({ ...peer, ifname: nameIn(peer.node, peer.ifname) })),
  });
  const nodes = model.nodes.map((node): NodeModel => {
    const interfaces = node.interfaces.map((one) => port(node.name, one));
    if (node.device !== STAND_IN) return { ...node, interfaces };
    const { loopback, mgmt } = node;
    return {
      ...node,
      device: name,
      mgmt: { ...mgmt, ifname: ports.management },
      ...(loopback && { loopback: { ...loopback, ifname: ports.loopback ?? loopback.ifname } }),
      interfaces,
    };
  });
  return { ...model, nodes };
}
