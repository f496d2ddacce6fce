import type { DeviceInterface, DeviceOspfNeighbor, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { linuxLinks } from '../linux/linux-links';
import { textTable } from '../text/text-table';

const STATES = { P2P: '-', DR: 'DR', BDR: 'Backup', DROTHER: 'DROther', LOOP: '-' } as const;

/** `show ip ospf neighbor`. */
export function showIpOspfNeighbor(device: FakeDevice): string {
  const seconds = Math.floor(device.uptimeMs() / 1000);
  const up = `${Math.floor(seconds / 3600)}h${twoDigits((seconds % 3600) / 60)}m${twoDigits(seconds % 60)}s`;
  const rows = (device.ospfNeighbors ?? []).map((one) => [
    one.routerId,
    '1',
    ` ${one.full ? 'Full' : '2-Way'}/${STATES[one.neighborState]}`,
    up,
    '37.000s',
    one.ipv4,
    `${one.interfaceName}:${addressOf(device, one)}`,
    '0',
    '0',
    '0',
  ]);
  const header = [
    'Neighbor ID',
    'Pri',
    ' State',
    'Up Time',
    'Dead Time',
    'Address',
    'Interface',
    'RXmtL',
    'RqstL',
    'DBsmL',
  ];
  return ['', ...textTable([16, -3, 17, 16, 10, 16, 32, -6, -6, -6], [header, ...rows]), '', ''].join('\n');
}

/** `show ip ospf interface`. */
export function showIpOspfInterface(device: FakeDevice): string {
  const links = linuxLinks(device);
  return device.interfaces
    .filter(({ ospfArea }) => ospfArea !== undefined)
    .flatMap((one) => {
      const neighbors = (device.ospfNeighbors ?? []).filter(
        ({ interfaceName }) => interfaceName === one.name,
      );
      const full = neighbors.filter((neighbor) => neighbor.full).length;
      const link = links.find(({ name }) => name === one.name);
      return [
        `${one.name} is ${one.linkUp ? 'up' : 'down'}`,
        `  ifindex ${link?.index ?? 0}, MTU ${one.mtu} bytes, BW 10000 Mbit <${(link?.flags ?? []).join(',')}>`,
        `  Internet Address ${one.ipv4 ?? ''}, Broadcast ${ipv4Prefix(one.ipv4)?.broadcast ?? ''}, Area ${one.ospfArea ?? ''}`,
        '  MTU mismatch detection: enabled',
        `  Router ID ${device.routerId}, Network Type ${networkType(one)}, Cost: ${one.ospfCost ?? 0}`,
        `  Transmit Delay is 1 sec, State ${stateWords(one)}, Priority 1`,
        '  Multicast group memberships: OSPFAllRouters',
        '  Timer intervals configured, Hello 10s, Dead 40s, Wait 40s, Retransmit 5',
        one.ospfPassive ? '    No Hellos (Passive interface)' : '    Hello due in 3.214s',
        `  Neighbor Count is ${neighbors.length}, Adjacent neighbor count is ${full}`,
        '',
      ];
    })
    .join('\n');
}

function addressOf(device: FakeDevice, { interfaceName }: DeviceOspfNeighbor): string {
  return ipv4Prefix(device.interfaces.find(({ name }) => name === interfaceName)?.ipv4)?.address ?? '';
}

function networkType({ ospfState }: DeviceInterface): string {
  return ospfState === 'P2P' ? 'POINTOPOINT' : ospfState === 'LOOP' ? 'LOOPBACK' : 'BROADCAST';
}

function stateWords({ ospfState }: DeviceInterface): string {
  const words = {
    P2P: 'Point-To-Point',
    DR: 'DR',
    BDR: 'Backup',
    DROTHER: 'DROther',
    LOOP: 'Loopback',
  } as const;
  return ospfState === undefined ? 'Down' : words[ospfState];
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
