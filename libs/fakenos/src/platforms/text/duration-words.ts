const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** `2 weeks, 1 day, 3 minutes`; `0 minutes` in the first one. Milliseconds in. */
export function durationWords(ms: number): string {
  const parts = [
    counted(Math.floor(ms / WEEK), 'week'),
    counted(Math.floor((ms % WEEK) / DAY), 'day'),
    counted(Math.floor((ms % DAY) / HOUR), 'hour'),
    counted(Math.floor((ms % HOUR) / MINUTE), 'minute'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length > 0 ? parts.join(', ') : '0 minutes';
}

/** How routing tables tell age: `00:12:01`, from a day on `1d02h`, from a week on `2w3d`. Milliseconds in. */
export function routeAge(ms: number): string {
  if (ms >= WEEK) return `${Math.floor(ms / WEEK)}w${Math.floor((ms % WEEK) / DAY)}d`;
  if (ms >= DAY) return `${Math.floor(ms / DAY)}d${twoDigits((ms % DAY) / HOUR)}h`;
  return clockDuration(ms);
}

/** `26:03:09`: hours, minutes, seconds. Milliseconds in. */
export function clockDuration(ms: number): string {
  return [ms / HOUR, (ms % HOUR) / MINUTE, (ms % MINUTE) / SECOND].map(twoDigits).join(':');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
