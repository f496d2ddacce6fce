import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import type { Ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';

/** How long a device has been up, taken apart; whole numbers. */
export interface UptimeParts {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** `01:02:03`, without the days. */
  readonly clock: string;
}

/** Takes the uptime apart. */
export function uptime(device: FakeDevice): UptimeParts {
  const total = Math.floor(device.uptimeMs() / 1000);
  const [hours, minutes, seconds] = [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60];
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return { days: Math.floor(total / 86_400), hours, minutes, seconds, clock };
}

/** The ports that a cable goes into. */
export function ethernets({ interfaces }: FakeDevice): readonly DeviceInterface[] {
  return interfaces.filter(({ kind }) => kind === 'ethernet');
}

/** An interface with an address. */
export interface Addressed {
  readonly one: DeviceInterface;
  readonly address: Ipv4Prefix;
}

/** The interfaces that have an IPv4 address, loopbacks last. */
export function addressed(device: FakeDevice): readonly Addressed[] {
  return loopbacksLast(device).flatMap((one) => {
    const address = ipv4Prefix(one.ipv4);
    return address ? [{ one, address }] : [];
  });
}

/** `ca:f0:00:01:00:02` in groups of so many digits: `caf0-0001-0002`. */
export function groupedMac(mac: string, digits: number, separator: string): string {
  return (mac.replaceAll(':', '').match(new RegExp(`.{${digits}}`, 'g')) ?? []).join(separator);
}

/** `label........ value` lines, all values in the same column. */
export function dottedLines(width: number, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(([label, value]) => `${label.padEnd(width, '.')} ${value}`);
}

/** `label   : value` lines. */
export function colonLines(
  width: number,
  values: Readonly<Record<string, string>>,
  colon = ': ',
): readonly string[] {
  return Object.entries(values).map(([label, value]) => `${label.padEnd(width)}${colon}${value}`);
}

/** A table with a header, and a line of hyphens below each title; widths leave room for a blank, the last one counts too. */
export function ruledTable(
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const rule = widths.map((width) => '-'.repeat(Math.abs(width) - 1));
  return textTable(widths, [header, rule, ...rows]);
}
