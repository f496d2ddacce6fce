import type { Family } from '../addressing/ip';
import type { LoopbackModel, LinkType, MgmtModel } from '../topology-model';
import type { DataMap } from '../yaml/data';
import type { NodeDevice } from './node-device';
import type { EndVlan, NodeDraft } from './draft';

/** An address with prefix length, or true for an interface that has the family without an address of its own. */
export type InterfaceAddress = string | true;

/** Who is at the other end. */
export interface Neighbor {
  readonly node: string;
  readonly ifname: string;
  readonly addresses: Partial<Record<Family, InterfaceAddress>>;
}

/** An interface while the model is built; VLANs change some of it afterwards. */
export interface BuiltInterface {
  readonly node: string;
  readonly ifindex: number;
  ifname: string;
  name: string;
  linkindex: number;
  readonly type: LinkType;
  virtual: boolean;
  addresses: Partial<Record<Family, InterfaceAddress>>;
  bridge: string | undefined;
  role: string | undefined;
  mtu: number | undefined;
  macAddress: string | undefined;
  readonly linkName: string | undefined;
  attributes: DataMap;
  neighbors: Neighbor[];
  readonly vlan: EndVlan | undefined;
  /** The VLAN whose members are the neighbors. */
  vlanName: string | undefined;
  parentIfname: string | undefined;
}

/** A node while the model is built: identity and addresses are known, interfaces come link by link. */
export interface BuiltNode {
  readonly draft: NodeDraft;
  readonly id: number;
  readonly device: NodeDevice;
  /** As netlab has it; a gateway is a router without loopback. */
  readonly role: 'router' | 'host' | 'bridge' | 'gateway';
  readonly provider: string;
  readonly modules: readonly string[];
  readonly mtu: number | undefined;
  readonly mgmt: MgmtModel;
  readonly loopback: LoopbackModel | undefined;
  readonly interfaces: BuiltInterface[];
}
