import type { FakeDevice } from '../../device/fake-device';
import type { CommandCall } from '../../engine/platform';
import { dateWords } from '../text/date-words';
import { NXOS_IMAGE } from './software';

const CPU_LINE = 'CPU utilization for five seconds: 3%/1%; one minute: 3%; five minutes: 2%';
const IMAGE_BYTES = 1_978_203_648;
const FREE_BYTES = 1_416_208_384;

/** `show processes cpu`. */
export function showProcessesCpu(): string {
  const row = (pid: number, runtime: number, invoked: number, share: string, name: string) =>
    `${String(pid).padStart(5)}  ${String(runtime).padStart(11)}  ${String(invoked).padStart(8)}  ` +
    `${String(Math.floor((runtime * 1000) / invoked)).padStart(6)}  ${share.padStart(6)}%  ${name}`;
  return [
    CPU_LINE,
    '',
    'PID    Runtime(ms)  Invoked   uSecs  5Sec    1Min    5Min    TTY  Process',
    '-----  -----------  --------  ------  ------  -----------',
    row(1, 2110, 9872, '0.00', 'init'),
    row(7311, 1340, 22_871, '0.12', 'netstack'),
    row(7402, 880, 15_022, '0.05', 'lldp'),
    row(7518, 1204, 18_441, '0.08', 'urib'),
    '',
    CPU_LINE,
  ].join('\n');
}

/** `show system resources`. */
export function showSystemResources(): string {
  const cpu = '2.01% user,   1.02% kernel,   96.97% idle';
  return [
    'Load average:   1 minute: 0.21   5 minutes: 0.18   15 minutes: 0.16',
    'Processes   :   688 total, 2 running',
    `CPU states  :   ${cpu}`,
    `        CPU0 states  :   ${cpu}`,
    `        CPU1 states  :   ${cpu}`,
    'Memory usage:   10211412K total,   5120404K used,   5091008K free',
    'Current memory status: OK',
  ].join('\n');
}

/** `show users`: whoever asks. */
export function showUsers(device: FakeDevice, { session }: CommandCall): string {
  const { month, day, time } = dateWords(device.now());
  const since = `${month} ${day.padStart(2)} ${time.slice(0, 5)}`;
  return [
    'NAME     LINE         TIME         IDLE          PID COMMENT',
    `${session.username.padEnd(8)} pts/0        ${since}   .            22407 session=ssh *`,
  ].join('\n');
}

/** `dir`: the image, and what is kept with it. */
export function dir(device: FakeDevice): string {
  const { month, day, time, year } = dateWords(new Date(device.now().getTime() - device.uptimeMs()));
  const since = `${month} ${day.padStart(2, '0')} ${time} ${year}`;
  const image = NXOS_IMAGE.replace(/^.*\//, '');
  return [
    `       4096    ${since}  .rpmstore/`,
    `          0    ${since}  platform-sdk.cmd`,
    `${String(IMAGE_BYTES).padStart(11)}    ${since}  ${image}`,
    '',
    'Usage for bootflash://sup-local',
    `${String(IMAGE_BYTES + 4096).padStart(12)} bytes used`,
    `${String(FREE_BYTES).padStart(12)} bytes free`,
    `${String(IMAGE_BYTES + 4096 + FREE_BYTES).padStart(12)} bytes total`,
  ].join('\n');
}
