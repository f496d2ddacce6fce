import type { DeviceNeighbor, FakeDevice } from '../../device/fake-device';
import { dottedMac } from '../text/dotted-mac';
import { clockDuration } from '../text/duration-words';
import { shortInterfaceName } from '../text/interface-words';
import { textTable } from '../text/text-table';
import { jsonText } from './show-version';

/** `show lldp neighbors`. */
export function showLldpNeighbors(device: FakeDevice): string {
  const { neighbors } = device;
  const rows = neighbors.map((one) => [
    shortInterfaceName(one.interfaceName),
    one.name,
    one.neighborInterface,
    '120',
  ]);
  return [
    `Last table change time   : ${clockDuration(device.uptimeMs())} ago`,
    `Number of table inserts  : ${neighbors.length}`,
    'Number of table deletes  : 0',
    'Number of table drops    : 0',
    'Number of table age-outs : 0',
    '',
    'Port          Neighbor Device ID       Neighbor Port ID    TTL',
    '---------- ------------------------ ---------------------- ---',
    ...textTable([14, 25, 20, 0], rows),
    '',
  ].join('\n');
}

/** `show lldp neighbors | json`. */
export function showLldpNeighborsJson({ neighbors }: FakeDevice): string {
  return jsonText({
    tablesLastChangeTime: 0,
    tablesAgeOuts: 0,
    tablesInserts: neighbors.length,
    lldpNeighbors: neighbors.map((one) => ({
      port: one.interfaceName,
      neighborDevice: one.name,
      neighborPort: one.neighborInterface,
      ttl: 120,
    })),
    tablesDeletes: 0,
    tablesDrops: 0,
  });
}

/** `show lldp neighbors detail`. */
export function showLldpNeighborsDetail(device: FakeDevice): string {
  const ports = device.interfaces.filter(({ kind }) => kind === 'ethernet');
  return ports
    .flatMap(({ name }) => {
      const heard = device.neighbors.filter(({ interfaceName }) => interfaceName === name);
      const entries = heard.flatMap((one) => entry(device, one));
      return [`Interface ${name} detected ${heard.length} LLDP neighbors:`, '', ...entries];
    })
    .join('\n');
}

function entry(device: FakeDevice, one: DeviceNeighbor): string[] {
  const since = clockDuration(device.uptimeMs());
  const mac = dottedMac(one.neighborMac);
  return [
    `  Neighbor ${mac}/"${one.neighborInterface}", age 12 seconds`,
    `  Discovered ${since} ago; Last changed ${since} ago`,
    '  - Chassis ID type: MAC address (4)',
    `    Chassis ID     : ${mac}`,
    '  - Port ID type: Interface name (5)',
    `    Port ID     : "${one.neighborInterface}"`,
    '  - Time To Live: 120 seconds',
    `  - Port Description: "${one.neighborInterface}"`,
    `  - System Name: "${one.name}"`,
    `  - System Description: "${one.neighborTitle}"`,
    '  - System Capabilities : Bridge, Router',
    '    Enabled Capabilities: Router',
    '  - Management Address Subtype: IPv4',
    `    Management Address        : ${one.neighborMgmtIpv4}`,
    '    Interface Number Subtype  : ifIndex (2)',
    '    Interface Number          : 999999',
    '    OID String                : ',
    '',
  ];
}
