import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';

/** The release that a device runs; the generations differ in menus, tables and dates. */
export interface RouterOsSoftware {
  readonly generation: 6 | 7;
  /** `6.49.18` */
  readonly version: string;
  /** `long-term` */
  readonly channel: string;
  /** As the device writes dates. */
  readonly buildTime: string;
}

const SIX: RouterOsSoftware = {
  generation: 6,
  version: '6.49.18',
  channel: 'long-term',
  buildTime: 'Feb/27/2025 15:37:04',
};
const SEVEN: RouterOsSoftware = {
  generation: 7,
  version: '7.18.2',
  channel: 'stable',
  buildTime: '2025-03-11 11:59:04',
};

/** The box, as it announces itself. */
export const BOARD = 'RB1100AHx4';
export const MODEL = 'RB1100x4';

/** netlab's `routeros7` runs RouterOS 7, all others run 6. */
export function softwareOf({ netlabDevice }: Pick<FakeDevice, 'netlabDevice'>): RouterOsSoftware {
  return netlabDevice === 'routeros7' ? SEVEN : SIX;
}

/** `ABCD-1234`: belongs to this device. */
export function softwareId({ serialNumber }: Pick<FakeDevice, 'serialNumber'>): string {
  return `${serialNumber.slice(1, 5)}-${serialNumber.slice(5, 9)}`;
}

/** `nov/21/2026 14:05:09`, or `2026-11-21 14:05:09` on RouterOS 7. */
export function stamp(device: Pick<FakeDevice, 'netlabDevice'>, date: Date): string {
  const { month, year, time } = dateWords(date);
  const iso = date.toISOString().slice(0, 10);
  const isSeven = softwareOf(device).generation === 7;
  return isSeven ? `${iso} ${time}` : `${month.toLowerCase()}/${iso.slice(8)}/${year} ${time}`;
}

/** `1w2d3h4m5s`: milliseconds in. */
export function span(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [604_800, 'w'],
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'm'],
    [1, 's'],
  ] as const;
  let rest = seconds;
  const words = parts.flatMap(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count}${unit}`] : [];
  });
  return words.length > 0 ? words.join('') : '0s';
}
