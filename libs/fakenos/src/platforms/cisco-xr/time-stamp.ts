import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';

/** What IOS XR writes over the output of most commands: `Sat Nov 21 14:05:09.042 UTC`. */
export function timeStamp(device: FakeDevice): string {
  const { weekday, month, day, time, milliseconds } = dateWords(device.now());
  return `${weekday} ${month} ${day.padStart(2)} ${time}.${milliseconds} UTC`;
}

/** An output under its time stamp. */
export function stamped(device: FakeDevice, output: string): string {
  return `${timeStamp(device)}\n${output}`;
}

/** `Sat Nov 21 14:05:09 2026`, as headings and lists have it. */
export function longDate(date: Date): string {
  const { weekday, month, day, time, year } = dateWords(date);
  return `${weekday} ${month} ${day.padStart(2)} ${time} ${year}`;
}
