import type { FakeDevice } from '../../device/fake-device';
import { durationWords } from '../text/duration-words';

const LINE = '-'.repeat(79);

/** `lldpcli show neighbors`. */
export function lldpcliShowNeighbors(device: FakeDevice): string {
  const entries = device.neighbors.flatMap((one, index) => [
    `Interface:    ${one.interfaceName}, via: LLDP, RID: ${index + 1}, Time: ${durationWords(device.uptimeMs())}`,
    '  Chassis:     ',
    `    ChassisID:    mac ${one.neighborMac}`,
    `    SysName:      ${one.name}`,
    `    SysDescr:     ${one.neighborTitle}`,
    `    MgmtIP:       ${one.neighborMgmtIpv4}`,
    '    Capability:   Bridge, off',
    '    Capability:   Router, on',
    '  Port:        ',
    `    PortID:       ifname ${one.neighborInterface}`,
    `    PortDescr:    ${one.neighborInterface}`,
    '    TTL:          120',
    LINE,
  ]);
  return [LINE, 'LLDP neighbors:', LINE, ...entries].join('\n');
}
