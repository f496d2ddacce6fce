import type { FakeDevice } from '../../device/fake-device';
import type { Command } from '../../engine/platform';
import {
  arpJson,
  cdpJson,
  inventoryJson,
  lldpJson,
  versionJson,
  vlanJson,
  vrfDetailJson,
  vrfInterfaceJson,
} from './device-json';
import {
  interfaceCountersJson,
  interfaceJson,
  interfaceStatusJson,
  ipInterfaceBriefJson,
} from './interface-json';
import type { JsonValue } from './json-tables';

/** What NX-OS also says in JSON, on one line or laid out. */
export const jsonCommands: readonly Command[] = [
  ...json('show version', versionJson),
  ...json('show hostname', ({ name }) => ({ hostname: name })),
  ...json('show inventory', inventoryJson),
  ...json('show interface', interfaceJson),
  ...json('show interface status', interfaceStatusJson),
  ...json('show interface counters detailed', interfaceCountersJson),
  ...json('show ip interface brief', ipInterfaceBriefJson),
  ...json('show ip arp', arpJson),
  ...json('show vlan', vlanJson),
  ...json('show vlan brief', vlanJson),
  ...json('show vrf detail', vrfDetailJson),
  ...json('show vrf interface', vrfInterfaceJson),
  ...json('show lldp neighbors', lldpJson),
  ...json('show cdp neighbors', cdpJson),
];

function json(syntax: string, render: (device: FakeDevice) => JsonValue): readonly Command[] {
  const command = (format: string, indent?: number): Command => ({
    syntax: `${syntax} | ${format}`,
    modes: ['exec'],
    run: ({ device }) => JSON.stringify(render(device), undefined, indent),
  });
  return [command('json'), command('json-pretty', 4)];
}
