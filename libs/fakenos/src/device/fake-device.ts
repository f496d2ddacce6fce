import type { DeviceConfiguration } from '../configuration/device-configuration';

/** What a fake device is and knows: everything that platform handlers print follows from this. */
export interface FakeDevice {
  /** Its host name: what it says in its prompt and to its neighbours. The node's name until somebody configures another. */
  readonly name: string;
  /** The node's name in the topology; never changes. */
  readonly node: string;
  /** netlab device type: `iosv`, `eos`, … */
  readonly netlabDevice: string;
  readonly role: 'router' | 'host' | 'bridge';
  /** Deterministic, from the node's name. */
  readonly serialNumber: string;
  /** Base MAC address, `ca:fe:00:01:00:00`. */
  readonly mac: string;
  readonly modules: readonly string[];
  readonly routerId: string;
  /** The management interface first, then the loopback if any, then the links in order of ifindex. */
  readonly interfaces: readonly DeviceInterface[];
  /** Direct neighbours on router links, as LLDP and CDP would see them. */
  readonly neighbors: readonly DeviceNeighbor[];
  /** Main routing table, sorted by prefix; without the management network. */
  readonly routes: readonly DeviceRoute[];
  readonly bgpAs?: number | undefined;
  /** BGP sessions: to direct peers in other autonomous systems, to every other BGP router of our own. */
  readonly bgpNeighbors?: readonly DeviceBgpNeighbor[] | undefined;
  /** OSPF neighbourships, all of them full or two-way. */
  readonly ospfNeighbors?: readonly DeviceOspfNeighbor[] | undefined;
  /** What it is told by whoever logs in; absent on platforms that keep no configuration. */
  readonly configuration?: DeviceConfiguration | undefined;
  /** Whom the device has heard of on its links, hosts included. */
  readonly arp?: readonly DeviceArpEntry[] | undefined;
  /**
   * The addresses that a packet to this one passes, itself the last; empty for an address of our own. Undefined when
   * nobody has it, when there is no way there, or none back.
   */
  trace?(ipv4: string): readonly string[] | undefined;
  /** Monotonic milliseconds since the device came up. */
  uptimeMs(): number;
  /** Wall clock of the device. */
  now(): Date;
}

export interface DeviceInterface {
  readonly kind: 'mgmt' | 'loopback' | 'ethernet';
  /** As the platform calls it: `GigabitEthernet0/1`. */
  readonly name: string;
  readonly ifindex: number;
  readonly description?: string;
  /** With prefix length: `10.1.0.1/30`. */
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly mac: string;
  readonly mtu: number;
  readonly adminUp: boolean;
  readonly linkUp: boolean;
  /** OSPF area when the `ospf` module runs on it: `0.0.0.0`. */
  readonly ospfArea?: string;
  readonly ospfCost?: number;
  /** Announced, but no neighbours are looked for. */
  readonly ospfPassive?: boolean;
  readonly ospfState?: OspfState;
}

/** What an interface is in OSPF: designated router, its backup, neither, one end of a cable, a loopback. */
export type OspfState = 'DR' | 'BDR' | 'DROTHER' | 'P2P' | 'LOOP';

export interface DeviceOspfNeighbor {
  /** Our interface. */
  readonly interfaceName: string;
  readonly name: string;
  readonly routerId: string;
  readonly ipv4: string;
  readonly area: string;
  /** The neighbour's state on its own interface. */
  readonly neighborState: OspfState;
  /** Two routers that are neither DR nor BDR stay at two-way. */
  readonly full: boolean;
}

export interface DeviceArpEntry {
  readonly interfaceName: string;
  readonly ipv4: string;
  readonly mac: string;
}

/** A BGP session that is configured. */
export interface DeviceBgpNeighbor {
  readonly name: string;
  readonly ipv4: string;
  readonly remoteAs: number;
  /** The loopback for sessions within an autonomous system. */
  readonly updateSource?: string;
  /** The other side can be reached, and is configured to talk to us. */
  readonly established: boolean;
}

export interface DeviceNeighbor {
  /** Our interface. */
  readonly interfaceName: string;
  readonly name: string;
  /** The neighbour's interface, in its own platform's words. */
  readonly neighborInterface: string;
  readonly neighborNetlabDevice: string;
  /** The title of the neighbour's platform: `Arista EOS`. */
  readonly neighborTitle: string;
  readonly neighborMac: string;
  readonly neighborMgmtIpv4: string;
  readonly neighborIpv4?: string;
}

export interface DeviceRoute {
  /** `10.1.0.0/30` */
  readonly prefix: string;
  readonly protocol: 'connected' | 'local' | 'ospf' | 'static';
  readonly interfaceName: string;
  /** Absent for connected and local routes. */
  readonly nextHop?: string;
  /** Router id of who announced an OSPF route. */
  readonly advertisedBy?: string;
  readonly distance: number;
  readonly metric: number;
}
