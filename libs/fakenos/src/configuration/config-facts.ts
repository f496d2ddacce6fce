/**
 * What a configuration means for the network, whatever language it is written in. The facts of a platform's initial
 * configuration say what the topology says; a test holds that for every platform.
 */
export interface ConfigFacts {
  /** The device's name, in prompts and to its neighbours; the node's own when absent. */
  readonly hostname?: string;
  /** Those that the configuration speaks of, the management interface too. One it does not speak of has no addresses and is up. */
  readonly interfaces: readonly InterfaceFacts[];
  readonly routerId?: string;
  readonly staticRoutes?: readonly StaticRouteFacts[];
  readonly bgp?: BgpFacts;
}

export interface InterfaceFacts {
  /** In full, as the device calls it: `GigabitEthernet0/1`. */
  readonly name: string;
  /** False when it is shut down. */
  readonly adminUp: boolean;
  readonly description?: string;
  /** With prefix length. */
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly mtu?: number;
  /** Dotted; absent where OSPF does not run. */
  readonly ospfArea?: string;
  readonly ospfCost?: number;
  readonly ospfPassive?: boolean;
}

export interface StaticRouteFacts {
  /** `10.1.0.0/24` */
  readonly prefix: string;
  readonly nextHop: string;
}

export interface BgpFacts {
  readonly as: number;
  readonly neighbors: readonly BgpNeighborFacts[];
}

export interface BgpNeighborFacts {
  readonly ipv4: string;
  readonly remoteAs: number;
  readonly description?: string;
  readonly updateSource?: string;
}
