/** A topology as netlab would build it: every node, interface and address spelled out. */
export interface TopologyModel {
  /** The lab's `name:`, when the file gives one. */
  readonly name?: string;
  /** `provider:` of the file, when given (netlab's own default is libvirt). */
  readonly provider?: string;
  /** In netlab's order: that of the file, groups with `_auto_create` last. */
  readonly nodes: readonly NodeModel[];
  readonly links: readonly LinkModel[];
}

export interface NodeModel {
  readonly name: string;
  /** 1 to 150, unique. */
  readonly id: number;
  /** The netlab device type: `frr`, `eos`, `iosv`, `srlinux`, `linux`, … */
  readonly device: string;
  readonly role: 'router' | 'host' | 'bridge';
  readonly provider?: string;
  /** netlab modules of the node: `ospf`, `bgp`, … */
  readonly modules: readonly string[];
  readonly groups: readonly string[];
  readonly mgmt: MgmtModel;
  /** Routers have one, hosts do not. */
  readonly loopback?: LoopbackModel;
  readonly interfaces: readonly InterfaceModel[];
  readonly mtu?: number;
  /** The node's remaining attributes as written (module settings such as `bgp.as`), group data merged in. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface MgmtModel {
  readonly ifname: string;
  /** Without prefix length; empty when the management network is IPv6 only. */
  readonly ipv4: string;
  readonly ipv6?: string;
  /** `ca:fe:00:01:00:00` */
  readonly mac: string;
}

export interface LoopbackModel {
  readonly ifname: string;
  /** With prefix length: `10.0.0.1/32`. */
  readonly ipv4?: string;
  readonly ipv6?: string;
}

/** `svi` (the interface of a VLAN) and `vlan_member` (a VLAN inside a trunk) are types of interfaces only. */
export type LinkType = 'p2p' | 'lan' | 'stub' | 'loopback' | 'tunnel' | 'lag' | 'svi' | 'vlan_member';

export interface InterfaceModel {
  readonly ifindex: number;
  /** As the device calls it: `eth1`, `Ethernet1`, `GigabitEthernet0/1`, `ethernet-1/1`. */
  readonly ifname: string;
  /** netlab's description: `r1 -> r2`. */
  readonly name: string;
  /** 1-based index into the topology's links; 0 for interfaces that belong to none, such as a VRF's loopback. */
  readonly linkindex: number;
  readonly type: LinkType;
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly mtu?: number;
  readonly role?: string;
  /** The name of the Linux bridge of a LAN or stub: `lab_2`. */
  readonly bridge?: string;
  /** Families the interface has without an address of its own; netlab writes `ipv4: true`. */
  readonly unnumbered?: readonly ('ipv4' | 'ipv6')[];
  /** The MAC address netlab gives the interface, for devices where it does: `caf0.0001.0001`. */
  readonly macAddress?: string;
  /** containerlab's name of the interface where it differs from `ifname`: `et1`. */
  readonly clabName?: string;
  /** Loopback, tunnel and LAG interfaces: there is no wire. */
  readonly virtual?: true;
  readonly neighbors: readonly NeighborModel[];
  /** The interface's remaining attributes as written, link attributes merged in. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface NeighborModel {
  readonly node: string;
  readonly ifname: string;
  readonly ipv4?: string;
  readonly ipv6?: string;
  /** Families the neighbor has without an address of its own. */
  readonly unnumbered?: readonly ('ipv4' | 'ipv6')[];
}

export interface LinkModel {
  readonly linkindex: number;
  readonly type: LinkType;
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly bridge?: string;
  readonly role?: string;
  readonly ends: readonly { readonly node: string; readonly ifname: string }[];
}
