import type { LabManager } from '@remote-lab/lab-manager';
import type { Session, SessionQueue } from '@remote-lab/session-queue';
import type { TopologyBundle } from '@remote-lab/topology';
import type { Admission } from './admission';
import type { SystemClock } from './system-clock';

/** What `POST /lab` asks for. */
export interface AcquireRequest {
  readonly sessionId: string;
  readonly bundle: TopologyBundle;
  readonly reuse: boolean;
  readonly advertiseHost: string;
  /** Aborted when the client has gone before it had its answer. */
  readonly signal: AbortSignal;
  /** Called once the topology has been found fit to be built. */
  readonly onChecked?: () => void;
}

/** A session that may use the lab while its request runs; it cannot expire meanwhile. */
export interface Visit extends Disposable {
  readonly session: Session;
}

/** Parts the broker joins. */
export interface BrokerParts {
  readonly queue: SessionQueue;
  readonly labs: LabManager;
  readonly clock: Pick<SystemClock, 'now' | 'after'>;
  /** What may be uploaded. */
  readonly admits: Admission;
  /** Hears why sessions could not be expired; it is tried again. */
  readonly onExpiryFailure: (error: unknown) => void;
}
