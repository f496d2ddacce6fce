import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { findInterface } from '../text/interface-words';

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** `GigabitEthernet0/0/1` as `GE0/0/1`; other names as they are. */
export function shortVrpName(name: string): string {
  return name.replace(/^GigabitEthernet/, 'GE').replace(/^Ethernet/, 'Eth');
}

/** The interface that `GE0/0/1`, `gi 0/0/1` or `GigabitEthernet0/0/1` means; undefined when there is none. */
export function findVrpInterface(device: FakeDevice, typed: string): DeviceInterface | undefined {
  return findInterface(device, typed.replace(/^ge(?=\s*\d)/i, 'GigabitEthernet'));
}

/** `ca:f0:00:01:00:02` as `caf0-0001-0002`. */
export function vrpMac(mac: string): string {
  return (mac.replaceAll(':', '').match(/.{4}/g) ?? []).join('-');
}

/** `0 week, 0 day, 1 hour, 2 minutes`. Milliseconds in. */
export function vrpUptime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return [
    counted(Math.floor(minutes / WEEK_MINUTES), 'week'),
    counted(Math.floor((minutes % WEEK_MINUTES) / DAY_MINUTES), 'day'),
    counted(Math.floor((minutes % DAY_MINUTES) / 60), 'hour'),
    counted(minutes % 60, 'minute'),
  ].join(', ');
}

/** `up`, `down`, `*down` when somebody shut it down. */
export function physicalState({ adminUp, linkUp }: DeviceInterface): string {
  if (!adminUp) return '*down';
  return linkUp ? 'up' : 'down';
}

/** `up(s)` for a loopback, `down` without an address. */
export function protocolState(one: DeviceInterface): string {
  const isUp = one.linkUp && (one.ipv4 !== undefined || one.ipv6 !== undefined);
  if (one.kind === 'loopback' && one.linkUp) return 'up(s)';
  return isUp ? 'up' : 'down';
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count > 1 ? 's' : ''}`;
}
