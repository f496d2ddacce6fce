import type { SessionStatusResponseDto } from '@remote-lab/protocol';
import { type QueuePlace, queuePlace, type SessionHolder } from './queue-place';
import type { Clock } from './wait';

type OnPosition = (position: number, place: QueuePlace) => void;

/** The first answer tells the holder, too; but nobody shall wait for it without knowing anything. */
const FIRST_REPORT_MS = 500;

/** Tells the caller about each change of the place in the queue, and of the holder. */
export class QueueReport implements Disposable {
  /** Rejects with what the caller throws in {@link failIfThrows}; never resolves. */
  readonly failed: Promise<never>;
  private readonly first: NodeJS.Timeout | undefined;
  private fail: (error: unknown) => void = () => undefined;
  private place: QueuePlace | undefined;
  private toldAt = 0;

  /** `position` is what was known at the beginning, without the rest. */
  constructor(
    private readonly onPosition: OnPosition,
    position: number | undefined,
    private readonly clock: Clock,
  ) {
    this.failed = new Promise((_, reject) => {
      this.fail = reject;
    });
    if (position === undefined) return;
    this.first = setTimeout(() => this.tellFirst(position), FIRST_REPORT_MS);
  }

  get position(): number | undefined {
    return this.place?.position;
  }

  get holder(): SessionHolder | undefined {
    return this.place?.holder;
  }

  /** For how many milliseconds {@link holder} has had the lab host by now. */
  get heldFor(): number {
    return (this.holder?.activeFor ?? 0) + this.clock.now() - this.toldAt;
  }

  /**
   * Reports what is new in it; a position below 0 is none.
   * @throws what the caller throws
   */
  tell(status: SessionStatusResponseDto): void {
    if (status.position < 0) return;
    const before = this.place;
    this.place = queuePlace(status);
    this.toldAt = this.clock.now();
    clearTimeout(this.first);
    if (before?.position !== this.place.position || before.holder?.name !== this.place.holder?.name)
      this.onPosition(this.place.position, this.place);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.first);
  }

  /** For reports that nobody waits for: what the caller throws then rejects {@link failed}. */
  failIfThrows(report: () => void): void {
    try {
      report();
    } catch (error) {
      this.fail(error);
    }
  }

  private tellFirst(position: number): void {
    this.failIfThrows(() => {
      if (this.place === undefined) this.tell({ status: 'waiting', position });
    });
  }
}
