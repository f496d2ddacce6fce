import { stripVTControlCharacters } from 'node:util';
import type { QueuePlace, SessionHolder } from '@remote-lab/client';

/** `2 ahead; about 6 min to go; ann (nightly) has had the lab host for 4 min` */
export function placeWords({ position, holder, estimatedWait }: QueuePlace): string {
  if (position === 0) return 'it is our turn';
  return [
    `${position} ahead`,
    ...(estimatedWait === undefined ? [] : [`about ${durationWords(estimatedWait)} to go`]),
    ...(holder === undefined ? [] : [holderWords(holder)]),
  ].join('; ');
}

/** The same place a while later, when nothing has been heard meanwhile. An estimate that has not come true is none any more. */
export function placeLater(
  { position, holder, estimatedWait }: QueuePlace,
  milliseconds: number,
): QueuePlace {
  const left = estimatedWait === undefined ? 0 : estimatedWait - milliseconds;
  return {
    position,
    ...(holder !== undefined && { holder: { ...holder, activeFor: holder.activeFor + milliseconds } }),
    ...(left > 0 && { estimatedWait: left }),
  };
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
