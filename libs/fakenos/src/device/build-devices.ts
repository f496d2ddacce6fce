import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import { bgpAsOf, deviceBgpNeighbors } from './device-bgp-neighbors';
import { deviceArp } from './device-arp';
import { deviceInterfaces } from './device-interfaces';
import { deviceNeighbors } from './device-neighbors';
import { deviceOspfNeighbors } from './device-ospf-neighbors';
import { deviceRoutes } from './device-routes';
import type { FakeDevice } from './fake-device';
import { hostRoutes, hostTargets } from './host-routes';
import type { LabPort } from './lab-ports';
import { labPorts } from './lab-ports';
import { lazy } from './lazy';
import type { OspfRouter } from './ospf-graph';
import { ospfGraph } from './ospf-graph';
import { ospfRoutes } from './ospf-routes';
import { routerId } from './router-id';
import { serialNumber } from './serial-number';
import { addressOwners, tracePath } from './trace-path';

/** `now` is monotonic milliseconds, `date` the wall clock. */
export interface DeviceClock {
  now(): number;
  date(): Date;
}

/**
 * Every node of the topology as a device, by node name. All that they say follows from the model alone; the
 * tables that grow with the lab (routes, neighbours) are computed when a device is first asked for them.
 * `titleOf` names the platform of a netlab device type for its neighbours: `Arista EOS`.
 */
export function buildDevices(
  model: TopologyModel,
  clock: DeviceClock,
  titleOf: (netlabDevice: string) => string,
): ReadonlyMap<string, FakeDevice> {
  const ports = labPorts(model);
  const lab = {
    model,
    clock,
    titleOf,
    graph: lazy(() => ospfGraph(model, ports)),
    hostTargets: lazy(() => hostTargets(model)),
    startedAt: clock.now(),
  };
  const devices = new Map<string, FakeDevice>();
  const owners = lazy(() => addressOwners(devices));
  for (const node of model.nodes) {
    const core = device(lab, node, ports.get(node.name) ?? []);
    devices.set(node.name, Object.assign(core, { trace: (ipv4: string) => tracePath(owners(), core, ipv4) }));
  }
  return devices;
}

interface Lab {
  readonly model: TopologyModel;
  readonly clock: DeviceClock;
  readonly titleOf: (netlabDevice: string) => string;
  readonly graph: () => ReadonlyMap<string, OspfRouter>;
  readonly hostTargets: () => readonly string[];
  readonly startedAt: number;
}

function device(lab: Lab, node: NodeModel, ports: readonly LabPort[]): FakeDevice {
  const interfaces = lazy(() => deviceInterfaces(node, ports));
  const neighbors = lazy(() => deviceNeighbors(node, ports, lab.titleOf));
  const ospfNeighbors = lazy(() => deviceOspfNeighbors(lab.graph().get(node.name)));
  const bgpNeighbors = lazy(() => deviceBgpNeighbors(lab.model, node, ports));
  const arp = lazy(() => deviceArp(ports));
  const routes = lazy(() => {
    const learnt = [...ospfRoutes(lab.graph(), node.name), ...hostRoutes(lab.hostTargets(), node, ports)];
    return deviceRoutes(interfaces(), learnt);
  });
  const bgpAs = bgpAsOf(node);
  return {
    name: node.name,
    node: node.name,
    netlabDevice: node.device,
    role: node.role,
    serialNumber: serialNumber(node.name),
    mac: node.mgmt.mac,
    modules: node.modules,
    routerId: routerId(node),
    ...(bgpAs !== undefined && { bgpAs }),
    get interfaces() {
      return interfaces();
    },
    get neighbors() {
      return neighbors();
    },
    get routes() {
      return routes();
    },
    get ospfNeighbors() {
      return ospfNeighbors();
    },
    get bgpNeighbors() {
      return bgpNeighbors();
    },
    get arp() {
      return arp();
    },
    uptimeMs: () => lab.clock.now() - lab.startedAt,
    now: () => lab.clock.date(),
  };
}
