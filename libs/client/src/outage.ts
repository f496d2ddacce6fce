import { RemoteLabError } from './errors';
import type { Clock } from './wait';

/** A server that restarts keeps its queue and its sessions, so a silence this long ends no waiting. */
const OUTAGE_TOLERANCE_MS = 60_000;

/** How long a server has not been heard of. */
export class Outage {
  private since: number | undefined;

  constructor(private readonly clock: Clock) {}

  isOver(): void {
    this.since = undefined;
  }

  /** @throws the error when it is none of an outage, or this one lasts too long */
  tolerate(error: unknown): void {
    const passing =
      error instanceof RemoteLabError &&
      ['server_unreachable', 'request_timeout', 'shutting_down'].includes(error.code);
    if (!passing) throw error;
    this.since ??= this.clock.now();
    if (this.clock.now() - this.since >= OUTAGE_TOLERANCE_MS) throw error;
  }
}
