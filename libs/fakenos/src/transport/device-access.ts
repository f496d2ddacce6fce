import type { Credentials } from '../engine/credentials';
import type { OpenDialogue } from '../engine/dialogue';
import type { PlatformLogin } from '../engine/platform';
import type { Logger } from '../logger';
import type { Doorkeeper } from './doorkeeper';

/** What a device needs to be reached, whatever carries its sessions. */
export interface DeviceAccess {
  /** For the log. */
  readonly device: string;
  readonly openDialogue: OpenDialogue;
  readonly credentials: Credentials;
  /** How the platform lets people in, where that is not usual. */
  readonly login?: PlatformLogin;
  /** Shown before anybody has logged in: lines. */
  readonly banner?: string;
  /** Admits and refuses; everybody is let in who knows the password when absent. */
  readonly door?: Doorkeeper;
  /** Address to listen on. */
  readonly bind: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** How long a client may take to log in. Default 30 s. */
  readonly loginTimeoutMs?: number;
  /** More connections at once than this are hung up on. Default 1,000. */
  readonly mostConnections?: number;
}

/** A device that listens. */
export interface DeviceServer extends AsyncDisposable {
  readonly port: number;
  /** Connections at the moment, logged in or not. */
  readonly connections: number;
  /** Hangs up on everybody, after what was written to them has gone out: a reload. It goes on listening. */
  hangUp(): void;
  /** Stops listening and hangs up on whoever is logged in; idempotent. */
  close(): Promise<void>;
}
