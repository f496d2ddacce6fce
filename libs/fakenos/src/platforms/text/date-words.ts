/** The parts of a date in UTC, as devices spell them. */
export interface DateWords {
  /** `Sat` */
  readonly weekday: string;
  /** `Nov` */
  readonly month: string;
  /** Without leading zero. */
  readonly day: string;
  readonly year: string;
  /** `14:05:09` */
  readonly time: string;
  /** `042` */
  readonly milliseconds: string;
}

/** Takes a date apart. */
export function dateWords(date: Date): DateWords {
  const [weekday = '', day = '', month = '', year = '', time = ''] = date
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return {
    weekday,
    month,
    day: String(Number(day)),
    year,
    time,
    milliseconds: String(date.getUTCMilliseconds()).padStart(3, '0'),
  };
}
