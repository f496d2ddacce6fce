import type { NodeModel, TopologyModel } from '@remote-lab/topology';
import type { ConfigFacts } from '../configuration/config-facts';
import { configuredBgp } from './configured-bgp';
import { configuredRoutes } from './configured-routes';
import type { BgpPeer } from './bgp-peer';
import { bgpSessions, ownAddresses } from './bgp-sessions';
import { bgpAsOf, deviceBgpNeighbors } from './device-bgp-neighbors';
import { deviceArp } from './device-arp';
import { deviceInterfaces } from './device-interfaces';
import { deviceNeighbors } from './device-neighbors';
import { deviceOspfNeighbors } from './device-ospf-neighbors';
import { deviceRoutes } from './device-routes';
import { effectiveModel } from './effective-model';
import type { DeviceBgpNeighbor, FakeDevice } from './fake-device';
import { givenName } from './given-name';
import { hostRoutes, hostTargets } from './host-routes';
import type { LabPort } from './lab-ports';
import { labPorts } from './lab-ports';
import { lazy } from './lazy';
import type { OspfRouter } from './ospf-graph';
import { ospfGraph } from './ospf-graph';
import { ospfRoutes } from './ospf-routes';
import { routerId } from './router-id';

/** What of a device follows from where it stands and how everybody is configured; computed when first asked for. */
export type DeviceView = Pick<
  FakeDevice,
  | 'name'
  | 'modules'
  | 'routerId'
  | 'interfaces'
  | 'neighbors'
  | 'routes'
  | 'bgpAs'
  | 'bgpNeighbors'
  | 'ospfNeighbors'
  | 'arp'
>;

/** The lab between two changes of anybody's configuration. */
export class LabSnapshot {
  readonly #nodes: ReadonlyMap<string, NodeModel>;
  readonly #model: TopologyModel;
  readonly #factsOf: ReadonlyMap<string, ConfigFacts>;
  readonly #titleOf: (netlabDevice: string) => string;
  readonly #ports: () => ReadonlyMap<string, readonly LabPort[]>;
  readonly #graph: () => ReadonlyMap<string, OspfRouter>;
  readonly #hostTargets: () => readonly string[];
  readonly #owners: () => ReadonlyMap<string, string>;
  readonly #peers = new Map<string, readonly BgpPeer[]>();
  readonly #views = new Map<string, DeviceView>();

  constructor(
    model: TopologyModel,
    factsOf: ReadonlyMap<string, ConfigFacts>,
    titleOf: (netlabDevice: string) => string,
  ) {
    this.#model = effectiveModel(model, factsOf);
    this.#nodes = new Map(this.#model.nodes.map((node) => [node.name, node]));
    this.#factsOf = factsOf;
    this.#titleOf = titleOf;
    this.#ports = lazy(() => labPorts(this.#model));
    this.#graph = lazy(() => ospfGraph(this.#model, this.#ports()));
    this.#hostTargets = lazy(() => hostTargets(this.#model));
    this.#owners = lazy(() => this.#addressOwners());
  }

  /** Throws for a node that the lab has not. */
  viewOf(name: string): DeviceView {
    const known = this.#views.get(name);
    if (known) return known;
    const node = this.#nodes.get(name);
    if (!node) throw new Error(`The lab has no node ${name}.`);
    const view = this.#view(node);
    this.#views.set(name, view);
    return view;
  }

  #view(node: NodeModel): DeviceView {
    const facts = this.#factsOf.get(node.name);
    const hostnameOf = (other: NodeModel) => this.#factsOf.get(other.name)?.hostname ?? givenName(other);
    const ports = () => this.#ports().get(node.name) ?? [];
    const interfaces = lazy(() => deviceInterfaces(node, ports()));
    const neighbors = lazy(() => deviceNeighbors(node, ports(), { titleOf: this.#titleOf, hostnameOf }));
    const ospfNeighbors = lazy(() => deviceOspfNeighbors(this.#graph().get(node.name), hostnameOf));
    const arp = lazy(() => deviceArp(ports()));
    const bgpNeighbors = lazy(() => this.#bgpNeighbors(node));
    const routes = lazy(() => {
      const fixed = facts
        ? configuredRoutes(facts.staticRoutes ?? [], interfaces())
        : hostRoutes(this.#hostTargets(), node, ports());
      return deviceRoutes(interfaces(), [...ospfRoutes(this.#graph(), node.name), ...fixed]);
    });
    const bgpAs = bgpAsOf(node);
    return {
      name: hostnameOf(node),
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
    };
  }

  /** Which node answers to an address, by the addresses of interfaces that are up. */
  #addressOwners(): ReadonlyMap<string, string> {
    const nodes = [...this.#nodes.keys()];
    return new Map(
      nodes.flatMap((name) => ownAddresses(this.viewOf(name)).map((address) => [address, name] as const)),
    );
  }

  #bgpNeighbors(node: NodeModel): readonly DeviceBgpNeighbor[] {
    const isUp = bgpSessions({
      peersOf: (name) => this.#peersOf(name),
      viewOf: (name) => this.viewOf(name),
      owners: this.#owners(),
    });
    return this.#peersOf(node.name).map((peer) => ({ ...peer, established: isUp(node.name, peer) }));
  }

  #peersOf(name: string): readonly BgpPeer[] {
    const known = this.#peers.get(name);
    if (known) return known;
    const node = this.#nodes.get(name);
    const bgp = this.#factsOf.get(name)?.bgp;
    const peers = bgp
      ? configuredBgp(bgp)
      : node
        ? deviceBgpNeighbors(this.#model, node, this.#ports().get(name) ?? [])
        : [];
    this.#peers.set(name, peers);
    return peers;
  }
}
