import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { uptime } from './device-words';

/** `show system info`. */
export function panosSystemInfo(device: FakeDevice): string {
  const management = ipv4Prefix(device.interfaces.find(({ kind }) => kind === 'mgmt')?.ipv4);
  const { days, hours, minutes, seconds } = uptime(device);
  return [
    `hostname: ${device.name}`,
    `ip-address: ${management?.address ?? 'unknown'}`,
    'public-ip-address: unknown',
    `netmask: ${management?.mask ?? 'unknown'}`,
    'default-gateway: unknown',
    'ip-assignment: static',
    `mac-address: ${device.mac}`,
    `time: ${device.now().toUTCString().replace(' GMT', '').replace(',', '')}`,
    `uptime: ${days} days, ${hours}:${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`,
    'family: vm',
    'model: PA-VM',
    `serial: ${device.serialNumber}`,
    'vm-license: VM-100',
    'vm-mode: KVM',
    'sw-version: 10.1.9',
    'vpn-disable-mode: off',
    'multi-vsys: off',
    'platform-family: vm',
    'operational-mode: normal',
    '',
  ].join('\n');
}
