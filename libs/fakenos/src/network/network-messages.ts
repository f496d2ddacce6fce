import type { TopologyModel } from '@remote-lab/topology';
import type { Credentials } from '../engine/credentials';
import type { FakeNosErrorCode } from '../errors';
import type { Logger } from '../logger';

/** A device of a running network, and how to log in to it. */
export interface NetworkDevice extends Credentials {
  readonly name: string;
  /** The address it listens on. */
  readonly host: string;
  readonly port: number;
  /** netmiko's `device_type`: `cisco_ios`. */
  readonly platform: string;
  /** For humans: `Cisco IOS`. */
  readonly title: string;
}

/** A node of the model that is to answer. */
export interface NodeOrder extends Credentials {
  readonly name: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** What a network process is told to build. */
export interface NetworkOrder {
  readonly model: TopologyModel;
  readonly bind: string;
  readonly nodes: readonly NodeOrder[];
}

/** From the parent; each is answered once, with its id. */
export type NetworkRequest =
  | { readonly id: number; readonly kind: 'start'; readonly order: NetworkOrder }
  | { readonly id: number; readonly kind: 'stop' };

/** From the network's process. */
export type NetworkMessage =
  | { readonly kind: 'done'; readonly id: number; readonly devices: readonly NetworkDevice[] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: FakeNosErrorCode;
      readonly message: string;
    }
  /** Devices that have begun to listen; `of` is how many there will be. */
  | { readonly kind: 'listening'; readonly devices: readonly NetworkDevice[]; readonly of: number }
  | {
      readonly kind: 'log';
      readonly level: keyof Logger;
      readonly message: string;
      readonly facts?: Readonly<Record<string, unknown>>;
    };
