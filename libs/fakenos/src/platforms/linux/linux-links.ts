import type { DeviceInterface, FakeDevice } from '../../device/fake-device';

/** A network device as the Linux kernel sees it. */
export interface LinuxLink {
  /** Counted from 1, the loopback first. */
  readonly index: number;
  readonly name: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly state: 'UP' | 'DOWN' | 'UNKNOWN';
  readonly type: 'loopback' | 'ether';
  readonly mac: string;
  readonly broadcastMac: string;
  /** With prefix length. */
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
}

const NO_MAC = '00:00:00:00:00:00';

/** The kernel's links: `lo`, which every Linux has, and the device's interfaces. */
export function linuxLinks({ interfaces }: FakeDevice): readonly LinuxLink[] {
  const lo = interfaces.find(({ name }) => name === 'lo');
  const others = interfaces.filter(({ name }) => name !== 'lo');
  return [
    {
      index: 1,
      name: 'lo',
      flags: ['LOOPBACK', 'UP', 'LOWER_UP'],
      mtu: 65_536,
      state: 'UNKNOWN',
      type: 'loopback',
      mac: NO_MAC,
      broadcastMac: NO_MAC,
      ipv4: ['127.0.0.1/8', ...(lo?.ipv4 === undefined ? [] : [lo.ipv4])],
      ipv6: ['::1/128', ...(lo?.ipv6 === undefined ? [] : [lo.ipv6])],
    },
    ...others.map((one, position) => ethernetLink(one, position + 2)),
  ];
}

function ethernetLink(one: DeviceInterface, index: number): LinuxLink {
  const up = one.adminUp ? (one.linkUp ? ['UP', 'LOWER_UP'] : ['NO-CARRIER', 'UP']) : [];
  return {
    index,
    name: one.name,
    flags: ['BROADCAST', 'MULTICAST', ...up],
    mtu: one.mtu,
    state: one.linkUp ? 'UP' : 'DOWN',
    type: 'ether',
    mac: one.mac,
    broadcastMac: 'ff:ff:ff:ff:ff:ff',
    ipv4: one.ipv4 === undefined ? [] : [one.ipv4],
    ipv6: one.ipv6 === undefined ? [] : [one.ipv6],
  };
}
