import type { Family } from '../addressing/ip';
import type { LoopbackModel, LinkType, MgmtModel } from '../topology-model';
import type { DataMap } from '../yaml/data';
import type { NodeDevice } from './node-device';
import type { NodeDraft } from './draft';

/** An address with prefix length, or true for an interface that has the family without an address of its own. */
export type InterfaceAddress = string | true;

/** An interface while the model is built. */
export interface BuiltInterface {
  readonly node: string;
  readonly ifindex: number;
  ifname: string;
  readonly name: string;
  readonly linkindex: number;
  readonly type: LinkType;
  readonly virtual: boolean;
  readonly addresses: Partial<Record<Family, InterfaceAddress>>;
  readonly bridge: string | undefined;
  readonly role: string | undefined;
  mtu: number | undefined;
  readonly macAddress: string | undefined;
  readonly linkName: string | undefined;
  readonly attributes: DataMap;
  readonly neighbors: {
    node: string;
    ifname: string;
    addresses: Partial<Record<Family, InterfaceAddress>>;
  }[];
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
