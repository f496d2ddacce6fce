import type { FakeDevice } from '../../device/fake-device';
import { clockDuration } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { field, framed } from './frame';
import { TIMOS_LINES, TIMOS_VERSION } from './software';

const DAY_MS = 86_400_000;

/** `show version`. */
export function showVersion(): string {
  return TIMOS_LINES.join('\n');
}

/** `show uptime`. */
export function showUptime(device: FakeDevice): string {
  return `System Up Time         : ${uptime(device.uptimeMs())} (hr:min:sec)`;
}

/** `show system information`. */
export function showSystemInformation(device: FakeDevice): string {
  const { name, configuration } = device;
  const isSaved = configuration?.running === configuration?.startup;
  return framed({
    title: 'System Information',
    rows: [
      field('System Name', name),
      field('System Type', '7750 SR-1'),
      field('Chassis Topology', 'Standalone'),
      field('System Version', TIMOS_VERSION),
      field('Crypto Module Version', 'SRCM 4.1'),
      field('System Contact', ''),
      field('System Location', ''),
      field('System Coordinates', ''),
      field('System Active Slot', 'A'),
      field('System Up Time', `${uptime(device.uptimeMs())} (hr:min:sec)`),
      '',
      field('Configuration Mode Cfg', 'model-driven'),
      field('Configuration Mode Oper', 'model-driven'),
      field('Last Boot Config Version', '24.10 revision 0'),
      field('Changes Since Last Save', isSaved ? 'No' : 'Yes'),
      field('Max Cfg/BOF Backup Rev', 5),
      field('Cfg-OK Script', 'N/A'),
      field('Management IP Addr', managementAddress(device)),
      field('System MAC', device.mac),
    ],
  });
}

/** `show chassis`. */
export function showChassis(device: FakeDevice): string {
  return framed({
    title: 'System Information',
    rows: [
      field('Name', device.name),
      field('Type', '7750 SR-1'),
      field('Chassis Topology', 'Standalone'),
      field('Location', ''),
      field('Base MAC address', device.mac),
      field('Part number', 'Sim Part No.'),
      field('Serial number', device.serialNumber),
      field('Time of last boot', new Date(device.now().getTime() - device.uptimeMs()).toUTCString()),
      field('Current alarm state', 'alarm cleared'),
    ],
  });
}

/** `show card`. */
export function showCard(): string {
  return framed({
    title: 'Card Summary',
    header: textTable(
      [10, 46, 9, 0],
      [
        ['Slot', 'Provisioned Type', 'Admin', 'Operational'],
        ['', '  Equipped Type (if different)', 'State', 'State'],
      ],
    ),
    rows: textTable(
      [10, 46, 9, 0],
      [
        ['1', 'iom-1', 'up', 'up'],
        ['A', 'cpm-1', 'up', 'up/active'],
      ],
    ),
  });
}

/** `show mda`. */
export function showMda(): string {
  return framed({
    title: 'MDA Summary',
    header: textTable(
      [5, 5, 46, 10, 0],
      [
        ['Slot', 'Mda', 'Provisioned Type', 'Admin', 'Operational'],
        ['', '', '  Equipped Type (if different)', 'State', 'State'],
      ],
    ),
    rows: textTable([5, 5, 46, 10, 0], [['1', '1', 'me12-100gb-qsfp28', 'up', 'up']]),
  });
}

/** `show users`. */
export function showUsers({ device, username }: { device: FakeDevice; username: string }): string {
  const login = device.now().toUTCString().slice(5, 25).toUpperCase();
  return framed({
    title: 'User Sessions',
    header: textTable(
      [33, 13, 21, 0],
      [
        ['User', 'Type', 'Login time', 'Idle time'],
        ['  Session ID', 'From', '', ''],
      ],
    ),
    rows: textTable([33, 13, 21, 0], [[username, 'SSHv2', login, '0d 00:00:00']]),
    footer: ['Number of users: 1'],
  });
}

/** `0 days, 01:02:03.00`. Milliseconds in. */
function uptime(ms: number): string {
  return `${Math.floor(ms / DAY_MS)} days, ${clockDuration(ms % DAY_MS)}.00`;
}

function managementAddress({ interfaces }: FakeDevice): string {
  return interfaces.find(({ kind }) => kind === 'mgmt')?.ipv4 ?? 'N/A';
}
