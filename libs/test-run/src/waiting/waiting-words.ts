import { stripVTControlCharacters } from 'node:util';

/** Who has the lab host, as far as the server tells. */
export interface Holder {
  readonly name?: string;
  readonly owner?: string;
  readonly purpose?: string;
  readonly url?: string;
  /** Milliseconds. */
  readonly activeFor?: number;
}

/** A place in the queue. */
export interface Place {
  /** Sessions ahead; 0 is active. */
  readonly position: number;
  readonly holder?: Holder;
  /** Milliseconds until it is our turn, as the server judges. */
  readonly estimatedWait?: number;
}

/** `2 ahead; ann (nightly) has it for 4 min; about 6 min to go` */
export function placeWords({ position, holder, estimatedWait }: Place): string {
  if (position === 0) return 'it is our turn';
  return [
    `${position} ahead`,
    ...(holder === undefined ? [] : [holderWords(holder)]),
    ...(estimatedWait === undefined ? [] : [`about ${durationWords(estimatedWait)} to go`]),
  ].join('; ');
}

function holderWords({ owner, name, purpose, url, activeFor }: Holder): string {
  const who = owner ?? name ?? 'somebody';
  const why = purpose === undefined ? '' : ` (${purpose})`;
  const since = activeFor === undefined ? '' : ` for ${durationWords(activeFor)}`;
  const where = url === undefined ? '' : `, see ${url}`;
  return `${who}${why} has the lab host${since}${where}`;
}

/** `0.4 s`, `12 s`, `4 min`, `1 h 20 min` */
export function durationWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Text of others for a terminal: on one line, without what would control it. */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
