import type { AcquireResponseDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { Lab } from './lab';
import type { SessionChannel } from './session-channel';

/**
 * A lab, and the reference by which this client holds it.
 *
 * - held: from the start; the devices are there. Leaves with {@link release}, or when the session ends.
 * - released: the reference is given back; the devices may be gone at any time. Final.
 */
export class AcquiredLab extends Lab implements AsyncDisposable {
  private readonly reference: string | undefined;
  // Not shown when a lab is printed: it has the session's id.
  readonly #channel: SessionChannel;
  private releasing: Promise<void> | undefined;

  /** `onReleased` is called once, when the reference is given back. */
  constructor(
    channel: SessionChannel,
    answer: AcquireResponseDto,
    private readonly onReleased: (lab: AcquiredLab) => void,
  ) {
    super(answer);
    this.#channel = channel;
    this.reference = answer.reference;
  }

  /**
   * Gives the reference back; further calls do nothing. A lab that is gone, or went with its session, is fine.
   * After a failure it may be called again; with a server that does not name references, that may give back another
   * reference of this session when the answer to the first call was lost.
   * @throws RemoteLabError when the server refuses or cannot be reached within the request timeout
   */
  async release(): Promise<void> {
    this.releasing ??= this.giveBack();
    try {
      await this.releasing;
    } catch (error) {
      this.releasing = undefined;
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release();
  }

  private async giveBack(): Promise<void> {
    const { over } = this.#channel;
    try {
      if (!over.aborted) await this.sendRelease();
    } catch (error) {
      const gone = error instanceof RemoteLabError && error.code === 'no_lab';
      if (!gone && !over.aborted) throw error;
    }
    this.onReleased(this);
  }

  private async sendRelease(): Promise<void> {
    const query = this.reference === undefined ? {} : { query: { reference: this.reference } };
    // Named, it can be repeated: the server gives this one back once, and never another one in its place.
    await this.#channel.callAtEnd({
      route: 'releaseLab',
      repeatable: this.reference !== undefined,
      ...query,
    });
  }
}
