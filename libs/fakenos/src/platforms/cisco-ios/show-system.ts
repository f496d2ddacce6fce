import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { iosSoftware } from './software';

const IMAGE_BYTES = 59_034_552;
const FREE_BYTES = 2_088_407_040;
const DISK_BYTES = 2_147_479_552;

/** `show processes cpu`. */
export function showProcessesCpu(): string {
  const rows = [
    ['1', '4', '112', '35', '0.00%', '0.00%', '0.00%', '0', 'Chunk Manager'],
    ['2', '210', '745', '281', '0.07%', '0.02%', '0.02%', '0', 'Load Meter'],
    ['88', '1180', '7211', '163', '0.15%', '0.11%', '0.10%', '0', 'IP Input'],
    ['121', '340', '3720', '91', '0.07%', '0.03%', '0.02%', '0', 'LLDP Protocol'],
  ];
  const header = ['PID', 'Runtime(ms)', 'Invoked', 'uSecs', '5Sec', '1Min', '5Min', 'TTY', ' Process'];
  return [
    'CPU utilization for five seconds: 2%/0%; one minute: 2%; five minutes: 1%',
    ...textTable(
      [-4, -12, -12, -8, -7, -7, -7, -4, 0],
      [header, ...rows.map((cells) => [...cells.slice(0, -1), ` ${cells.at(-1) ?? ''}`])],
    ),
  ].join('\n');
}

/** `show memory statistics`. */
export function showMemoryStatistics(): string {
  const header = ['', 'Head', 'Total(b)', 'Used(b)', 'Free(b)', 'Lowest(b)', 'Largest(b)'];
  return textTable(
    [-9, -10, -12, -12, -12, -12, -12],
    [
      header,
      ['Processor', '  EDC5C0', '305415744', '58210364', '247205380', '244412180', '243118932'],
      ['I/O', '  D000000', '67108864', '28421120', '38687744', '38610432', '38656988'],
    ],
  ).join('\n');
}

/** `show vrf`. */
export function showVrf({ interfaces }: FakeDevice): string {
  const inside = interfaces.filter(({ kind }) => kind === 'mgmt').map(({ name }) => shortInterfaceName(name));
  return textTable(
    [2, 33, 22, 14, 0],
    [
      ['', 'Name', 'Default RD', 'Protocols', 'Interfaces'],
      ['', 'mgmt', '<not set>', 'ipv4', inside[0] ?? ''],
    ],
  ).join('\n');
}

/** `dir`. */
export function dir(device: FakeDevice): string {
  const image = /^(?<disk>\w+:)(?:.*\/)?(?<file>.+)$/.exec(
    iosSoftware(device.netlabDevice).imageFile,
  )?.groups;
  const { month, day, year, time } = dateWords(new Date(device.now().getTime() - device.uptimeMs()));
  return [
    `Directory of ${image?.disk ?? 'flash:'}/`,
    '',
    `    1  -rw-  ${String(IMAGE_BYTES).padStart(13)}  ${month} ${day} ${year} ${time} +00:00  ${image?.file ?? ''}`,
    '',
    `${DISK_BYTES} bytes total (${FREE_BYTES} bytes free)`,
  ].join('\n');
}
