import type { FakeDevice } from '../../device/fake-device';
import type { Row } from './row';
import { entriesOf, isEnabled } from './section-entries';
import { softwareOf, stamp } from './software';

/** `/user print`: who came with the device, and who was added. */
export function userRows(device: FakeDevice): readonly Row[] {
  const section = '/user';
  const added = entriesOf(device, section).map((entry): Row => ({
    flags: isEnabled(entry) ? '' : 'X',
    comment: entry.values.get('comment'),
    source: { section, line: entry.line },
    values: [
      ['name', entry.values.get('name') ?? ''],
      ['group', entry.values.get('group') ?? ''],
      ['address', entry.values.get('address') ?? ''],
      ['last-logged-in', ''],
    ],
  }));
  const builtIn: Row = {
    comment: 'system default user',
    values: [
      ['name', 'admin'],
      ['group', 'full'],
      ['address', ''],
      ['last-logged-in', stamp(device, device.now())],
    ],
  };
  return [builtIn, ...added];
}

/** `/system package print`. */
export function packageRows(device: FakeDevice): readonly Row[] {
  const { generation, version } = softwareOf(device);
  const six = ['routeros-arm', 'system', 'ipv6', 'routing', 'security', 'dhcp', 'ppp', 'mpls'];
  return (generation === 7 ? ['routeros'] : six).map((name) => ({
    values: [
      ['name', name],
      ['version', version],
      ['scheduled', ''],
    ],
  }));
}
