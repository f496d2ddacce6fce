import type { EndedSession } from './session';

/** The holds that an estimate looks at: enough to even out one odd one, few enough to follow how the host is used now. */
export const REMEMBERED_HOLDS = 20;

/** For how long the last sessions had the slot, in milliseconds; says how long the next ones may have to wait. */
export class HoldTimes {
  /** Shortest first, for the medians; the same times as in the order of their ends. */
  #sorted: readonly number[] = [];
  readonly #latest: number[] = [];

  /** Notes the hold of a session that has ended; ignores one that never had the slot. */
  addOf({ activeSince, endedAt }: Pick<EndedSession, 'activeSince' | 'endedAt'>): void {
    if (activeSince !== undefined) this.add(endedAt.getTime() - activeSince.getTime());
  }

  /** Notes a hold; the one before the last {@link REMEMBERED_HOLDS} is forgotten. */
  add(ms: number): void {
    this.#latest.push(Math.max(ms, 0));
    if (this.#latest.length > REMEMBERED_HOLDS) this.#latest.shift();
    this.#sorted = this.#latest.toSorted((a, b) => a - b);
  }

  /**
   * Milliseconds until it is the turn of whoever has `position` sessions ahead, the first of which has had the slot for
   * `heldForMs`. Of that one is expected what others took who had it as long already; of each of the rest the median. Undefined
   * when no session has ended yet, or none ever had the slot for as long as this one.
   */
  estimate(position: number, heldForMs: number): number | undefined {
    if (position === 0) return 0;
    const usual = median(this.#sorted);
    const longer = median(this.#sorted.filter((hold) => hold > heldForMs));
    if (usual === undefined || longer === undefined) return undefined;
    return longer - heldForMs + (position - 1) * usual;
  }
}

function median(sorted: readonly number[]): number | undefined {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
