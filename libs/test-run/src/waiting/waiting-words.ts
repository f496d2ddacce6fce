import { stripVTControlCharacters } from 'node:util';
import type { QueuePlace, SessionHolder } from '@remote-lab/client';

/** `2 ahead; ann (nightly) has had the lab host for 4 min; about 6 min to go` */
export function placeWords({ position, holder, estimatedWait }: QueuePlace): string {
  if (position === 0) return 'it is our turn';
  return [
    `${position} ahead`,
    ...(holder === undefined ? [] : [holderWords(holder)]),
    ...(estimatedWait === undefined ? [] : [`about ${durationWords(estimatedWait)} to go`]),
  ].join('; ');
}

function holderWords({ owner, name, purpose, url, activeFor }: SessionHolder): string {
  const who = owner ?? name;
  const why = purpose === undefined ? '' : ` (${purpose})`;
  const where = url === undefined ? '' : `, see ${url}`;
  return `${who}${why} has had the lab host for ${durationWords(activeFor)}${where}`;
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
