import type { AcquireResponseDto } from '@remote-lab/protocol';
import { RemoteLabError } from './errors';
import { LabDevice } from './lab-device';
import type { SessionChannel } from './session-channel';

/**
 * A lab, and the reference by which this client holds it.
 *
 * - held: from the start; the devices are there. Leaves with {@link release}, or when the session ends.
 * - released: the reference is given back; the devices may be gone at any time. Final.
 */
export class AcquiredLab implements AsyncDisposable {
  readonly devices: readonly LabDevice[];
  /** Whether the lab already ran, and was not built for this call. */
  readonly reused: boolean;
  /** SHA-256 of what was uploaded; `undefined` with servers that do not tell. */
  readonly identity: string | undefined;
  /** Grows with every lab on the host; `undefined` with servers that do not tell. */
  readonly generation: number | undefined;
  private readonly reference: string | undefined;
  private releasing: Promise<void> | undefined;

  constructor(
    private readonly channel: SessionChannel,
    answer: AcquireResponseDto,
  ) {
    this.devices = answer.devices.map((device) => new LabDevice(device));
    this.reused = answer.reused;
    this.identity = answer.identity;
    this.generation = answer.generation;
    this.reference = answer.reference;
  }

  /** @throws RemoteLabError `unknown_device`, which lists those there are */
  device(name: string): LabDevice {
    const found = this.devices.find((device) => device.name === name);
    if (found !== undefined) return found;
    const names = this.devices.map((device) => device.name).join(', ');
    throw new RemoteLabError(
      'unknown_device',
      `The lab has no device "${name}". It has ${names === '' ? 'none at all' : names}.`,
    );
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
    const { ended } = this.channel;
    if (ended.aborted) return;
    try {
      const query = this.reference === undefined ? {} : { query: { reference: this.reference } };
      // Named, it can be repeated: the server gives this one back once, and never another one in its place.
      await this.channel.call({ route: 'releaseLab', repeatable: this.reference !== undefined, ...query });
    } catch (error) {
      const gone = error instanceof RemoteLabError && error.code === 'no_lab';
      if (!gone && !ended.aborted) throw error;
    }
  }
}
