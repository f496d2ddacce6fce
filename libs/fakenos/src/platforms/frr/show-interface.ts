import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { linuxLinks } from '../linux/linux-links';
import { textTable } from '../text/text-table';

/** `show interface brief`. */
export function showInterfaceBrief({ interfaces }: FakeDevice): string {
  const rows = byName(interfaces).map((one) => [one.name, state(one), vrf(one), one.ipv4 ?? '']);
  const header = [
    ['Interface', 'Status', 'VRF', 'Addresses'],
    ['---------', '------', '---', '---------'],
  ];
  return [...textTable([16, 8, 16, 0], [...header, ...rows]), '', ''].join('\n');
}

/** `show interface`, of all or of those given. */
export function showInterface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = byName(device.interfaces),
): string {
  const links = linuxLinks(device);
  const since = timestamp(new Date(device.now().getTime() - device.uptimeMs()));
  return interfaces
    .flatMap((one) => {
      const link = links.find(({ name }) => name === one.name);
      const flags = (link?.flags ?? []).flatMap((flag) => (flag === 'LOWER_UP' ? ['RUNNING'] : [flag]));
      return [
        `Interface ${one.name} is ${state(one)}, line protocol is ${one.linkUp ? 'up' : 'down'}`,
        `  Link ups:       ${one.linkUp ? 1 : 0}    last: ${one.linkUp ? since : '(never)'}`,
        '  Link downs:     0    last: (never)',
        `  vrf: ${vrf(one)}`,
        ...(one.description === undefined ? [] : [`  Description: ${one.description}`]),
        `  index ${link?.index ?? 0} metric 0 mtu ${one.mtu} speed ${one.kind === 'loopback' ? 0 : 10_000} txqlen 1000`,
        `  flags: <${flags.join(',')}>`,
        ...(one.kind === 'loopback' ? ['  Type: Loopback'] : ['  Type: Ethernet', `  HWaddr: ${one.mac}`]),
        ...(one.ipv4 === undefined ? [] : [`  inet ${one.ipv4}`]),
        ...(one.ipv6 === undefined ? [] : [`  inet6 ${one.ipv6}`]),
        '  Interface Type Other',
        '  Interface Slave Type None',
        '  protodown: off',
      ];
    })
    .join('\n');
}

function byName(interfaces: readonly DeviceInterface[]): readonly DeviceInterface[] {
  return [...interfaces].sort((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true }));
}

function vrf({ kind }: DeviceInterface): string {
  return kind === 'mgmt' ? 'mgmt' : 'default';
}

function state({ adminUp, linkUp }: DeviceInterface): string {
  return adminUp && linkUp ? 'up' : 'down';
}

/** `2026/11/21 13:03:06.04` */
function timestamp(date: Date): string {
  return date.toISOString().replaceAll('-', '/').replace('T', ' ').slice(0, -2);
}
