import { clockDuration } from '../text/duration-words';

const DAY_MS = 86_400_000;

/** `2026-11-21 14:05:09 UTC` */
export function dateTime(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `01:02:03`, from a day on `2d 03:04`, from a week on `1w2d 03:04`. Milliseconds in. */
export function age(ms: number): string {
  if (ms < DAY_MS) return clockDuration(ms);
  const days = Math.floor(ms / DAY_MS);
  const time = clockDuration(ms % DAY_MS).slice(0, 5);
  return days < 7 ? `${days}d ${time}` : `${Math.floor(days / 7)}w${days % 7}d ${time}`;
}
