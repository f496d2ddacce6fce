import type { TopologyModel } from '@remote-lab/topology';
import type { Behavior } from '../behavior/behavior';
import type { Credentials } from '../engine/credentials';
import type { DocumentProblem, FakeNosErrorCode } from '../errors';
import type { Logger } from '../logger';
import type { NosCommands, NosDocument } from '../nos-file/nos-document';
import type { ShellConfiguration } from '../nos-file/shell-configuration';
import type { Recording, SessionSummary } from '../recording/recording';

/** A device of a running network, and how to log in to it. */
export interface NetworkDevice extends Credentials {
  readonly name: string;
  /** The address it listens on. */
  readonly host: string;
  readonly port: number;
  /** Where it answers Telnet, if it does. */
  readonly telnetPort?: number;
  /** netmiko's `device_type`: `cisco_ios`; of a platform file its name. */
  readonly platform: string;
  /** For humans: `Cisco IOS`. */
  readonly title: string;
}

/** A node of the model that is to answer. */
export interface NodeOrder extends Credentials {
  readonly name: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The one to take again if it is still free, where any would do. */
  readonly lastPort?: number;
  /** The address it listens on; the network's when absent. */
  readonly bind?: string;
  /** The platform that plays it; the one of its device type when absent. */
  readonly platform?: string;
  /** The platform file that plays it, by its key in the order. */
  readonly document?: string;
  /** Exact command lines that it answers in its own way. */
  readonly commands?: NosCommands;
  /** How the shell of a platform file greets and prompts. */
  readonly shell?: ShellConfiguration;
  /** Answers Telnet too; 0 for any free port. */
  readonly telnetPort?: number;
  readonly lastTelnetPort?: number;
  readonly behavior?: Behavior;
  /** Shown before the login. */
  readonly banner?: string;
  /** Lines of an `authorized_keys` file. */
  readonly authorizedKeys?: readonly string[];
  /** Private key in PEM; the network's keys when absent. */
  readonly hostKey?: string;
}

/** What a network process is told to build. */
export interface NetworkOrder {
  readonly model: TopologyModel;
  readonly bind: string;
  readonly nodes: readonly NodeOrder[];
  /** Platform files by key. */
  readonly documents?: Readonly<Record<string, NosDocument>>;
  /** Paths of platform modules to load. */
  readonly modules?: readonly string[];
}

/** A question to a network, and what it is answered with. */
export interface NetworkTasks {
  readonly start: { readonly order: NetworkOrder; readonly answer: readonly NetworkDevice[] };
  readonly stop: { readonly answer: null };
  readonly setBehavior: {
    readonly hosts: readonly string[] | 'all';
    readonly behavior: Behavior;
    readonly answer: Readonly<Record<string, Behavior>>;
  };
  readonly getBehavior: { readonly answer: Readonly<Record<string, Behavior>> };
  readonly getSessions: { readonly answer: readonly SessionSummary[] };
  readonly getRecording: { readonly session: string; readonly answer: Recording };
}

export type NetworkTaskKind = keyof NetworkTasks;

/** What a kind of question says beside its kind. */
export type TaskQuestion<K extends NetworkTaskKind> = Omit<NetworkTasks[K], 'answer'>;

/** From the parent; each is answered once, with its id. */
export type NetworkRequest = {
  [K in NetworkTaskKind]: { readonly id: number; readonly kind: K } & TaskQuestion<K>;
}[NetworkTaskKind];

/** From the network's process. */
export type NetworkMessage =
  | { readonly kind: 'done'; readonly id: number; readonly answer: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: FakeNosErrorCode;
      readonly message: string;
      readonly problems?: readonly DocumentProblem[];
    }
  /** Devices that have begun to listen; `of` is how many there will be. */
  | { readonly kind: 'listening'; readonly devices: readonly NetworkDevice[]; readonly of: number }
  | {
      readonly kind: 'log';
      readonly level: keyof Logger;
      readonly message: string;
      readonly facts?: Readonly<Record<string, unknown>>;
    };
