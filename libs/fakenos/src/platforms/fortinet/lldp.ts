import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { FIRMWARE } from './software';

const TTL = '120';

/** `diagnose lldprx neighbor summary`. */
export function lldpSummary({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one, at) => [
    String(at + 1),
    one.interfaceName,
    one.neighborMac,
    one.neighborInterface,
    TTL,
    one.name,
  ]);
  const header = ['#', 'Port', 'Chassis', 'Neighbor port', 'TTL', 'System name'];
  return textTable([4, 12, 20, 24, 6, 0], [header, ...rows]).join('\n');
}

/** `diagnose lldprx port neighbor details <port>`, `diagnose lldprx neighbor details`. */
export function lldpDetails(device: FakeDevice, port?: string): string {
  return device.neighbors
    .filter(({ interfaceName }) => port === undefined || interfaceName === port)
    .map((one, at) => details(device, one, at + 1))
    .join('\n\n');
}

function details(device: FakeDevice, one: DeviceNeighbor, number: number): string {
  const index = device.interfaces.find(({ name }) => name === one.interfaceName)?.ifindex ?? 0;
  const isForti = one.neighborTitle === 'Fortinet FortiOS';
  const description = isForti ? FIRMWARE : one.neighborTitle;
  return [
    ['port', String(index)],
    ['port.txt', one.interfaceName],
    ['mac', one.neighborMac],
    ['chassis.type', '4'],
    ['chassis.type.txt', 'mac'],
    ['chassis.data', one.neighborMac],
    ['port.id.type', '5'],
    ['port.id.type.txt', 'ifname'],
    ['port.id.len', String(one.neighborInterface.length)],
    ['port.id.data', one.neighborInterface],
    ['ttl', TTL],
    ['port.desc.len', String(one.neighborInterface.length)],
    ['port.desc.data', one.neighborInterface],
    ['system.name.len', String(one.name.length)],
    ['system.name.data', one.name],
    ['system.desc.len', String(description.length)],
    ['system.desc.data', description],
    ['system.caps.available', '0x14'],
    ['system.caps.available.txt', 'bridge router'],
    ['system.caps.enabled', '0x10'],
    ['system.caps.enabled.txt', 'router'],
    ['address.count', '1'],
    ['address.1.type', '1'],
    ['address.1.type.txt', 'ipv4'],
    ['address.1.len', '4'],
    ['address.1.addr', one.neighborMgmtIpv4],
  ]
    .map(([label = '', value = '']) => `${number} ${label}: ${value}`)
    .join('\n');
}
