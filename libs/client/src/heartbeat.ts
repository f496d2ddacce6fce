import type { SessionChannel } from './session-channel';
import type { Clock } from './wait';

/**
 * Tells the server regularly that the session is alive, until its channel ends.
 *
 * - beating: from {@link start} on; a failed beat is counted and the next one is tried as usual, because the
 *   server allows several to fail. Leaves when the channel is lost (a beat may be what finds out) or closed.
 * - stopped: nothing is scheduled any more. Final.
 */
export class Heartbeat {
  private failed = 0;
  private beating: Promise<void> | undefined;

  constructor(
    private readonly channel: SessionChannel,
    private readonly interval: number,
    private readonly clock: Clock,
  ) {}

  /** Beats that failed since the last one that got through. */
  get missed(): number {
    return this.failed;
  }

  start(): void {
    this.beating ??= this.beat();
  }

  /** Resolves when the last beat is over; call it after the channel has ended. */
  async stopped(): Promise<void> {
    await this.beating;
  }

  private async beat(): Promise<void> {
    const { ended } = this.channel;
    while (await this.rest(ended)) {
      try {
        await this.channel.call({ route: 'heartbeat', repeatable: true });
        this.failed = 0;
      } catch {
        // A lost session has told so through the channel; anything else is counted.
        this.failed += 1;
      }
    }
  }

  private async rest(ended: AbortSignal): Promise<boolean> {
    try {
      await this.clock.sleep(this.interval, ended, 'background');
      return true;
    } catch {
      // Sleep rejects for no other reason than that the channel has ended.
      return false;
    }
  }
}
