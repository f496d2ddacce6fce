import type { FakeNosService } from '@remote-lab/fakenos';
import type { Broker } from '../broker';
import type { SessionStreams } from '../events/session-streams';
import type { Jobs } from '../jobs/jobs';
import type { Lifecycle } from '../lifecycle';
import type { Logger } from '../logging/logger';
import type { NetworkWatch } from '../network-watch';
import type { SystemClock } from '../system-clock';
import type { Staging } from './upload/staging-folder';

/** What exists once start-up is complete. */
export interface Services {
  readonly broker: Broker;
  readonly streams: SessionStreams;
  readonly jobs: Jobs;
  readonly fakenos: FakeNosService;
  readonly networkWatch: NetworkWatch;
}

/** What request handlers work with. */
export interface HttpContext {
  readonly lifecycle: Lifecycle<Services>;
  readonly staging: Staging;
  readonly logger: Logger;
  readonly clock: SystemClock;
  /** A number from 0 to 1, another one each time. */
  readonly random: () => number;
  /** Told to clients, so that they know how often to give a sign of life. */
  readonly timeouts: { readonly waitingMs: number; readonly activeMs: number };
  /** The package's version. */
  readonly version: string;
  /** `undefined`: the address at which the client reached the server. */
  readonly advertiseHost: string | undefined;
}
