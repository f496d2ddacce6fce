import type { FakeDevice } from '../../device/fake-device';

const LINE = '-'.repeat(52);

/** `show version`. */
export function showVersion(device: FakeDevice): string {
  const booted = new Date(device.now().getTime() - device.uptimeMs());
  const fields = [
    ['Hostname', device.name],
    ['Chassis Type', '7220 IXR-D2'],
    ['Part Number', 'Sim Part No.'],
    ['Serial Number', device.serialNumber],
    ['System HW MAC Address', device.mac.toUpperCase()],
    ['OS', 'SR Linux'],
    ['Software Version', 'v25.10.2'],
    ['Build Number', '357-g1f2a3b4c5d'],
    ['Architecture', 'x86_64'],
    ['Last Booted', booted.toISOString()],
    ['Total Memory', '24052875 kB'],
    ['Free Memory', '17284110 kB'],
  ] as const;
  return [LINE, ...fields.map(([name, value]) => `${name.padEnd(21)}: ${value}`), LINE].join('\n');
}
