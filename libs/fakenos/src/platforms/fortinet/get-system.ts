import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { dateWords } from '../text/date-words';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { BUILD, FIRMWARE, fortiSerial } from './software';

/** `get system status`. */
export function getSystemStatus(device: FakeDevice): string {
  return [
    `Version: ${FIRMWARE}`,
    'First GA patch build date: 230509',
    'Security Level: 1',
    'Firmware Signature: certified',
    'Virus-DB: 1.00000(2018-04-09 18:07)',
    'Extended DB: 1.00000(2018-04-09 18:07)',
    'IPS-DB: 6.00741(2015-12-01 02:30)',
    'APP-DB: 6.00741(2015-12-01 02:30)',
    'INDUSTRIAL-DB: 6.00741(2015-12-01 02:30)',
    `Serial-Number: ${fortiSerial(device)}`,
    'License Status: Valid',
    'VM Resources: 1 CPU/1 allowed, 1994 MB RAM',
    'Log hard disk: Available',
    `Hostname: ${device.name}`,
    'Private Encryption: Disable',
    'Operation Mode: NAT',
    'Current virtual domain: root',
    'Max number of virtual domains: 1',
    'Virtual domains status: 1 in NAT mode, 0 in TP mode',
    'Virtual domain configuration: disable',
    'FIPS-CC mode: disable',
    'Current HA mode: standalone',
    `Branch point: ${BUILD}`,
    'Release Version Information: GA',
    'FortiOS x86-64: Yes',
    `System time: ${systemTime(device.now())}`,
    'Last reboot reason: warm reboot',
  ].join('\n');
}

/** `get system interface`. */
export function getSystemInterface(device: FakeDevice): string {
  return loopbacksLast(device)
    .map((one) => `== [ ${one.name} ]\n${interfaceLine(one)}`)
    .join('\n');
}

/** `get system interface physical`. */
export function getSystemInterfacePhysical({ interfaces }: FakeDevice): string {
  const ports = interfaces.filter(({ kind }) => kind !== 'loopback');
  const lines = ports.flatMap((one) => {
    const address = ipv4Prefix(one.ipv4);
    return [
      `\t==[${one.name}]`,
      '\t\tmode: static',
      `\t\tip: ${address?.address ?? '0.0.0.0'} ${address?.mask ?? '0.0.0.0'}`,
      `\t\tipv6: ${one.ipv6 ?? '::/0'}`,
      `\t\tstatus: ${one.linkUp ? 'up' : 'down'}`,
      one.linkUp ? '\t\tspeed: 10000Mbps (Duplex: full)' : '\t\tspeed: n/a',
      '\t\tFEC: none',
      '\t\tFEC_cap: none',
    ];
  });
  return ['== [onboard]', ...lines].join('\n');
}

/** `get system arp`. */
export function getSystemArp(device: FakeDevice): string {
  const rows = (device.arp ?? []).map(({ ipv4, mac, interfaceName }) => [ipv4, '0', mac, interfaceName]);
  const header = ['Address', 'Age(min)', 'Hardware Addr', 'Interface'];
  return textTable([18, 11, 19, 0], [header, ...rows]).join('\n');
}

/** `get system performance status`. */
export function getSystemPerformance(device: FakeDevice): string {
  const minutes = Math.floor(device.uptimeMs() / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  return [
    'CPU states: 0% user 0% system 0% nice 100% idle 0% iowait 0% irq 0% softirq',
    'Memory: 2042412k total, 762880k used (37.4%), 1014332k free (49.7%), 265200k freeable (12.9%)',
    'Average network usage: 1 / 1 kbps in 1 minute, 1 / 1 kbps in 10 minutes, 1 / 1 kbps in 30 minutes',
    'Average sessions: 4 sessions in 1 minute, 4 sessions in 10 minutes, 4 sessions in 30 minutes',
    `Uptime: ${days} days,  ${hours} hours,  ${minutes % 60} minutes`,
  ].join('\n');
}

/** `get hardware nic`. */
export function getHardwareNic({ interfaces }: FakeDevice): string {
  const ports = interfaces.filter(({ kind }) => kind !== 'loopback');
  return ['The following NICs are available:', ...ports.map(({ name }) => `\t${name}`)].join('\n');
}

/** `Sat Nov 21 14:05:09 2026` */
export function systemTime(date: Date): string {
  const { weekday, month, day, time, year } = dateWords(date);
  return `${weekday} ${month} ${day.padStart(2)} ${time} ${year}`;
}

function interfaceLine(one: DeviceInterface): string {
  const address = ipv4Prefix(one.ipv4);
  const isLoopback = one.kind === 'loopback';
  const ip = `${address?.address ?? '0.0.0.0'} ${address?.mask ?? '0.0.0.0'}`;
  const values = [
    ['name', one.name],
    ...(isLoopback ? [] : [['mode', 'static']]),
    ['ip', ip],
    ['status', one.linkUp ? 'up' : 'down'],
    ...(isLoopback ? [] : [['netbios-forward', 'disable']]),
    ['type', isLoopback ? 'loopback' : 'physical'],
    ...(isLoopback
      ? []
      : [
          ['ring-rx', '0'],
          ['ring-tx', '0'],
        ]),
    ['netflow-sampler', 'disable'],
    ['sflow-sampler', 'disable'],
    ['src-check', 'enable'],
    ['explicit-web-proxy', 'disable'],
    ['explicit-ftp-proxy', 'disable'],
    ['proxy-captive-portal', 'disable'],
    ...(isLoopback
      ? []
      : [
          ['mtu-override', one.mtu === 1500 ? 'disable' : 'enable'],
          ['wccp', 'disable'],
          ['drop-overlapped-fragment', 'disable'],
          ['drop-fragment', 'disable'],
        ]),
  ];
  return values.map((pair) => pair.join(': ')).join('   ');
}
