import type { FakeDevice } from '../../device/fake-device';
import type { CommandCall } from '../../engine/platform';
import { dateWords } from '../text/date-words';

/** `show clock`. */
export function showClock(device: FakeDevice): string {
  const { time, milliseconds, weekday, month, day, year } = dateWords(device.now());
  return `${time}.${milliseconds} UTC ${weekday} ${month} ${day} ${year}`;
}

/** `show users`: whoever asks. */
export function showUsers({ session }: CommandCall): string {
  return [
    '   Line            User                 Service  Conns   Host        Idle        Location',
    `*  vty0            ${session.username.padEnd(21)}ssh          0   10.0.2.2    00:00:00`,
  ].join('\n');
}

/** `show processes cpu`. */
export function showProcessesCpu(): string {
  return [
    'CPU utilization for one minute: 3%; five minutes: 3%; fifteen minutes: 2%',
    ' ',
    'PID    1Min    5Min    15Min Process',
    '1        0%      0%       0% init',
    '4112     1%      1%       1% netio',
    '4471     0%      0%       0% lldp_agent',
    '5120     1%      1%       0% ipv4_rib',
  ].join('\n');
}

/** `show redundancy summary`. */
export function showRedundancySummary(): string {
  return [
    '    Active Node    Standby Node',
    '    -----------    ------------',
    '     0/RP0/CPU0             N/A (Node Not Ready, NSR:Not Configured)',
  ].join('\n');
}

/** `dir`. */
export function dir(device: FakeDevice): string {
  const { month, day, time } = dateWords(new Date(device.now().getTime() - device.uptimeMs()));
  const entry = (inode: number, permissions: string, links: number, bytes: number, name: string) =>
    `${String(inode).padStart(5)} ${permissions}. ${links} ${String(bytes).padStart(6)} ` +
    `${month} ${day.padStart(2)} ${time.slice(0, 5)} ${name}`;
  return [
    '',
    'Directory of disk0:/',
    entry(11, 'drwx------', 2, 16_384, 'lost+found'),
    entry(12, 'drwxr-xr-x', 2, 4096, 'ztp'),
    entry(13, '-rw-r--r--', 1, 1204, 'status_file'),
    '',
    '2391624 kbytes total (2244716 kbytes free)',
  ].join('\n');
}
