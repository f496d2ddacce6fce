import { sectionsOf } from '../../configuration/read-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { selected } from './entry';
import type { Row, RowSource } from './row';
import { sectionEntries } from './section-entries';
import { softwareOf, stamp } from './software';

const ETHERNET = '/interface ethernet';
const L2MTU = '1598';
const MAX_L2MTU = '9500';

/** `/interface print`: all there are, or those of one type (`ether`, `bridge`, `vlan`). */
export function interfaceRows(device: FakeDevice, type?: string): readonly Row[] {
  const sources = interfaceSources(device);
  return device.interfaces
    .map((one) => ({ one, source: sources.get(one.name) }))
    .filter(({ source }) => type === undefined || (source?.type ?? 'ether') === type)
    .map(({ one, source }) => row(device, one, source));
}

interface NamedSource extends RowSource {
  readonly type: string;
}

/** Where in the configuration each interface stands, by its name. */
function interfaceSources({ configuration }: FakeDevice): ReadonlyMap<string, NamedSource> {
  const tree = configuration?.running ?? [];
  return new Map(
    sectionsOf(tree, '/interface').flatMap(({ name: kind }) => {
      const section = `/interface ${kind}`;
      return sectionEntries(tree, section).flatMap((entry) => {
        const name = section === ETHERNET ? selected(entry, 'default-name') : entry.values.get('name');
        const type = kind === 'ethernet' ? 'ether' : kind;
        return name === undefined ? [] : [[name, { section, line: entry.line, type }] as const];
      });
    }),
  );
}

function row(device: FakeDevice, one: DeviceInterface, source: NamedSource | undefined): Row {
  const type = source?.type ?? 'ether';
  const isEthernet = type === 'ether';
  const mtu = String(one.kind === 'loopback' ? 1500 : one.mtu);
  const upSince = stamp(device, new Date(device.now().getTime() - device.uptimeMs()));
  const mac = (one.kind === 'loopback' ? device.mac : one.mac).toUpperCase();
  return {
    flags: `${one.adminUp ? '' : 'X'}${one.linkUp ? 'R' : ''}`,
    ...(one.description !== undefined && { comment: one.description }),
    ...(source && { source: { section: source.section, line: source.line } }),
    values: [
      ['name', one.name],
      ...(isEthernet ? [['default-name', one.name] as const] : []),
      ['type', type],
      ['mtu', mtu],
      ['actual-mtu', mtu],
      ['l2mtu', L2MTU],
      ...(isEthernet ? [['max-l2mtu', MAX_L2MTU] as const] : []),
      ['mac-address', mac],
      ...(one.linkUp ? [['last-link-up-time', upSince] as const] : []),
      ['link-downs', '0'],
    ],
  };
}

/** `/interface ethernet print`. */
export function ethernetRows(device: FakeDevice): readonly Row[] {
  const isSeven = softwareOf(device).generation === 7;
  return interfaceRows(device, 'ether').map((one) => {
    const value = (name: string) => one.values.find(([property]) => property === name)?.[1] ?? '';
    return {
      ...one,
      values: [
        ['name', value('name')],
        ['default-name', value('name')],
        ['mtu', value('mtu')],
        ['l2mtu', L2MTU],
        ['mac-address', value('mac-address')],
        ['orig-mac-address', value('mac-address')],
        ['arp', 'enabled'],
        ['auto-negotiation', 'yes'],
        ['full-duplex', 'yes'],
        [isSeven ? 'speed' : 'advertise', isSeven ? '1G-baseT-full' : '1000M-full'],
        ['switch', 'switch1'],
      ],
    };
  });
}
