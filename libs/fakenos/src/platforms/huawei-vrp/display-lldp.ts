import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { vrpDescription } from './display-version';
import { shortVrpName, vrpMac } from './vrp-words';

const HOLD_SECONDS = 104;

/** `display lldp neighbor brief`. */
export function displayLldpNeighborBrief({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one) => [
    shortVrpName(one.interfaceName),
    one.name,
    shortVrpName(one.neighborInterface),
    String(HOLD_SECONDS),
  ]);
  const header = ['Local Intf', 'Neighbor Dev', 'Neighbor Intf', 'Exptime(s)'];
  return textTable([17, 25, 26, 0], [header, ...rows]).join('\n');
}

/** `display lldp neighbor`: all of them, or those on one interface. */
export function displayLldpNeighbor({ neighbors }: FakeDevice, interfaceName?: string): string {
  const ports = new Map<string, DeviceNeighbor[]>();
  for (const one of neighbors) {
    if (interfaceName !== undefined && one.interfaceName !== interfaceName) continue;
    ports.set(one.interfaceName, [...(ports.get(one.interfaceName) ?? []), one]);
  }
  return [...ports]
    .map(([port, seen]) =>
      [`${port} has ${seen.length} neighbor(s):`, '', ...seen.flatMap(neighborLines)].join('\n'),
    )
    .join('\n');
}

function neighborLines(one: DeviceNeighbor, at: number): readonly string[] {
  const isVrp = one.neighborTitle === 'Huawei VRP';
  return [
    `Neighbor index :${at + 1}`,
    'Chassis type   :MAC address',
    `Chassis ID     :${vrpMac(one.neighborMac)}`,
    'Port ID type   :Interface name',
    `Port ID        :${one.neighborInterface}`,
    `Port description    :${one.neighborInterface}`,
    `System name         :${one.name}`,
    `System description  :${isVrp ? vrpDescription : one.neighborTitle}`,
    'System capabilities supported   :bridge router',
    'System capabilities enabled     :router',
    'Management address type  :ipV4',
    `Management address       :${one.neighborMgmtIpv4}`,
    `Expired time   :${HOLD_SECONDS}s`,
    '',
  ];
}
