import type { FakeDevice } from '../../device/fake-device';
import { durationWords } from '../text/duration-words';
import { iosDescription, iosSoftware } from './software';

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  const { hardware, imageFile } = iosSoftware(device.netlabDevice);
  const ports = device.interfaces.filter(({ kind }) => kind !== 'loopback');
  const portType = ports.some(({ name }) => name.startsWith('Gigabit')) ? 'Gigabit Ethernet' : 'Ethernet';
  return [
    iosDescription(device.netlabDevice),
    'Technical Support: http://www.cisco.com/techsupport',
    '',
    `ROM: Bootstrap program is ${hardware}`,
    '',
    `${device.name} uptime is ${durationWords(device.uptimeMs())}`,
    'System returned to ROM by reload',
    `System image file is "${imageFile}"`,
    'Last reload reason: Unknown reason',
    '',
    `Cisco ${hardware} (revision 1.0) with 984324K/62464K bytes of memory.`,
    `Processor board ID ${device.serialNumber}`,
    `${ports.length} ${portType} interface${ports.length === 1 ? '' : 's'}`,
    'DRAM configuration is 72 bits wide with parity disabled.',
    '256K bytes of non-volatile configuration memory.',
    '2097152K bytes of ATA System CompactFlash 0 (Read/Write)',
    '',
    'Configuration register is 0x0',
    '',
  ].join('\n');
}

/** `show inventory`. */
export function showInventory(device: FakeDevice): string {
  const { hardware } = iosSoftware(device.netlabDevice);
  return [
    `NAME: "${hardware}", DESCR: "${hardware} chassis, Hw Serial#: ${device.serialNumber}, Hw Revision: 1.0"`,
    `PID: ${hardware.padEnd(18)}, VID: 1.0, SN: ${device.serialNumber}`,
    '',
  ].join('\n');
}
