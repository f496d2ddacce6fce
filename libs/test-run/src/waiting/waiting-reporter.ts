import type { QueuePlace } from '@remote-lab/client';
import type { Ticker } from './ticker';
import { durationWords, placeLater, placeWords, plainLine } from './waiting-words';

const PREFIX = 'remote-lab: ';
/** Whoever gets everything within this time does not want to read about it. */
const PATIENCE_MS = 700;
/** Between two lines that only say that we are still there: CI systems stop jobs that say nothing. */
const SIGN_OF_LIFE_MS = 30_000;
/** Between two versions of a line that is rewritten, whose times go on. */
const REWRITE_INTERVAL_MS = 1_000;
/** Between two lines of progress where none is rewritten. */
const PROGRESS_INTERVAL_MS = 5_000;
const TICK_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';
const DEFAULT_COLUMNS = 80;

/** Where lines go; a terminal when `isTTY`. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Says what a run waits for: on a terminal in one line that is rewritten, elsewhere with one line for each change.
 *
 * - quiet: from the start, and after {@link done}. Nothing to say; nothing is scheduled.
 * - waiting: from {@link waitFor} on. The first line comes within a second, unless it is over by then; then one for each
 *   change, and a sign of life every 30 s. Leaves with {@link done}.
 */
export class WaitingReporter implements Disposable {
  private stopTicking: (() => void) | undefined;
  private startedAt = 0;
  private spokeAt: number | undefined;
  /** What we wait for, and the last news about it. */
  private words = (): string => '';
  /** What makes the news another one; its times do not. */
  private about = '';
  private pending = false;
  private often = false;
  private onLine = false;

  constructor(
    private readonly output: Output,
    private readonly ticker: Ticker,
  ) {}

  /** Begins to wait for something else; `words` go on from "remote-lab: ". */
  waitFor(words: string): void {
    this.stopTicking?.();
    this.startedAt = this.ticker.now();
    this.spokeAt = undefined;
    this.stopTicking = this.ticker.every(TICK_MS, () => this.tick());
    this.news(words, () => words);
  }

  /** The place in the queue, at once and at each change. */
  place(place: QueuePlace): void {
    const since = this.ticker.now();
    const { position, holder } = place;
    this.news(`place ${position} behind ${holder?.name} ${holder?.owner}`, () => {
      const now = placeLater(place, this.ticker.now() - since);
      return `waiting for a lab host: ${plainLine(placeWords(now))}`;
    });
  }

  /** A line of what builds the lab. */
  progress(topology: string, line: string): void {
    const text = plainLine(line);
    const words = `building ${topology}: ${text}`;
    if (text !== '') this.news(words, () => words, this.output.isTTY !== true);
  }

  /** What was waited for is there, or will never be; `words` are said however short the wait was. */
  done(words?: string): void {
    this.stopTicking?.();
    this.stopTicking = undefined;
    this.pending = false;
    if (words !== undefined) this.say(words, true);
    else this.clear();
  }

  /** Something that is worth a line at any time. */
  notice(words: string): void {
    this.say(words, true);
  }

  [Symbol.dispose](): void {
    this.done();
  }

  /** What comes `often` is said now and then only. */
  private news(about: string, words: () => string, often = false): void {
    const same = this.spokeAt !== undefined && about === this.about;
    this.about = about;
    this.words = words;
    if (same) return;
    this.pending = true;
    this.often = often;
    if (this.spokeAt !== undefined && !often) this.tell();
  }

  private tick(): void {
    const silence = this.ticker.now() - (this.spokeAt ?? this.startedAt);
    if (silence >= this.patience()) this.tell();
  }

  private patience(): number {
    if (this.spokeAt === undefined) return PATIENCE_MS;
    if (this.output.isTTY === true) return REWRITE_INTERVAL_MS;
    return this.pending && this.often ? PROGRESS_INTERVAL_MS : SIGN_OF_LIFE_MS;
  }

  private tell(): void {
    const waited = this.ticker.now() - this.startedAt;
    const still = this.pending || waited < SIGN_OF_LIFE_MS ? '' : `still `;
    this.pending = false;
    this.spokeAt = this.ticker.now();
    const since = still === '' ? '' : ` (${durationWords(waited)} so far)`;
    this.say(`${still}${this.words()}${since}`, false);
  }

  private say(words: string, final: boolean): void {
    if (this.output.isTTY !== true) {
      this.output.write(`${PREFIX}${words}\n`);
      return;
    }
    const line = `${PREFIX}${words}`;
    const room = (this.output.columns ?? DEFAULT_COLUMNS) - 1;
    const fitted = final || line.length <= room ? line : `${line.slice(0, room - 1)}…`;
    this.output.write(`${CLEAR_LINE}${fitted}${final ? '\n' : ''}`);
    this.onLine = !final;
  }

  private clear(): void {
    if (this.onLine) this.output.write(CLEAR_LINE);
    this.onLine = false;
  }
}
