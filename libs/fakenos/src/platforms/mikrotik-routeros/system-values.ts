import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { BOARD, MODEL, softwareOf, span, stamp } from './software';

type Values = readonly (readonly [string, string])[];

/** `/system identity print`. */
export function identityValues({ name }: FakeDevice): Values {
  return [['name', name]];
}

/** `/system resource print`. */
export function resourceValues(device: FakeDevice): Values {
  const { version, channel, buildTime } = softwareOf(device);
  const sectors = Math.floor(device.uptimeMs() / 10_000);
  return [
    ['uptime', span(device.uptimeMs())],
    ['version', `${version} (${channel})`],
    ['build-time', buildTime],
    ['factory-software', '6.46.3'],
    ['free-memory', '941.2MiB'],
    ['total-memory', '1024.0MiB'],
    ['cpu', 'ARMv7'],
    ['cpu-count', '4'],
    ['cpu-frequency', '1400MHz'],
    ['cpu-load', '1%'],
    ['free-hdd-space', '86.3MiB'],
    ['total-hdd-space', '128.0MiB'],
    ['write-sect-since-reboot', String(sectors)],
    ['write-sect-total', String(48_000 + sectors)],
    ['bad-blocks', '0%'],
    ['architecture-name', 'arm'],
    ['board-name', BOARD],
    ['platform', 'MikroTik'],
  ];
}

/** `/system routerboard print`. */
export function routerboardValues(device: FakeDevice): Values {
  const { version } = softwareOf(device);
  return [
    ['routerboard', 'yes'],
    ['board-name', BOARD],
    ['model', MODEL],
    ['serial-number', device.serialNumber],
    ['firmware-type', 'al2'],
    ['factory-firmware', '6.46.3'],
    ['current-firmware', version],
    ['upgrade-firmware', version],
  ];
}

/** `/system clock print`. */
export function clockValues(device: FakeDevice): Values {
  const date = device.now();
  const [day = ''] = stamp(device, date).split(' ');
  return [
    ['time', dateWords(date).time],
    ['date', day],
    ['time-zone-autodetect', 'yes'],
    ['time-zone-name', 'UTC'],
    ['gmt-offset', '+00:00'],
    ['dst-active', 'no'],
  ];
}
