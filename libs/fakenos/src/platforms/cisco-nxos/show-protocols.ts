import type { FakeDevice } from '../../device/fake-device';
import { routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { nxosShortName } from './nxos-interfaces';

const NOT_RUNNING = 'Note:  process currently not running';

/** `show ip bgp summary`, `show bgp ipv4 unicast summary`. */
export function showIpBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return NOT_RUNNING;
  const neighbors = device.bgpNeighbors ?? [];
  const up = neighbors.filter(({ established }) => established).length;
  const hellos = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const age = routeAge(device.uptimeMs());
  const rows = neighbors.map(({ ipv4, remoteAs, established }) => {
    const messages = established ? hellos : '0';
    const table = established ? '3' : '0';
    return [
      ...[ipv4, '4', String(remoteAs), messages, messages, table, '0', '0'],
      ...[` ${age}`, established ? ' 0' : ' Idle'],
    ];
  });
  const header = [
    'Neighbor',
    'V',
    'AS',
    'MsgRcvd',
    'MsgSent',
    'TblVer',
    'InQ',
    'OutQ',
    ' Up/Down',
    ' State/PfxRcd',
  ];
  return [
    'BGP summary information for VRF default, address family IPv4 Unicast',
    `BGP router identifier ${device.routerId}, local AS number ${device.bgpAs}`,
    `BGP table version is 3, IPv4 Unicast config peers ${neighbors.length}, capable peers ${up}`,
    '0 network entries and 0 paths using 0 bytes of memory',
    'BGP attribute entries [0/0], BGP AS path entries [0/0]',
    'BGP community entries [0/0], BGP clusterlist entries [0/0]',
    '',
    ...textTable([16, 1, -6, -11, -11, -9, -5, -5, 10, 0], [header, ...rows]),
  ].join('\n');
}

/** `show ip ospf neighbors`. */
export function showIpOspfNeighbors(device: FakeDevice): string {
  if (!runsOspf(device)) return NOT_RUNNING;
  const neighbors = device.ospfNeighbors ?? [];
  if (neighbors.length === 0) return '';
  const age = routeAge(device.uptimeMs());
  const rows = neighbors.map((one) => {
    const state = `${one.full ? 'FULL' : 'TWOWAY'}/${one.neighborState === 'P2P' ? ' -' : one.neighborState}`;
    return ['', one.routerId, '1', ` ${state}`, age, one.ipv4, nxosShortName(one.interfaceName)];
  });
  const header = ['', 'Neighbor ID', 'Pri', ' State', 'Up Time', 'Address', 'Interface'];
  return [
    ' OSPF Process ID 1 VRF default',
    ` Total number of neighbors: ${neighbors.length}`,
    ...textTable([1, 16, -3, 18, 9, 16, 0], [header, ...rows]),
  ].join('\n');
}

/** `show ip ospf interface brief`. */
export function showIpOspfInterfaceBrief(device: FakeDevice): string {
  if (!runsOspf(device)) return NOT_RUNNING;
  const running = device.interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  const rows = running.map((one, index) => {
    const neighbors = (device.ospfNeighbors ?? []).filter(({ interfaceName }) => interfaceName === one.name);
    return [
      '',
      nxosShortName(one.name),
      String(index + 1),
      one.ospfArea ?? '',
      String(one.ospfCost ?? 1),
      one.linkUp ? (one.ospfState ?? 'DOWN').replace('LOOP', 'LOOPBACK') : 'DOWN',
      String(neighbors.length),
      one.linkUp ? 'up' : 'down',
    ];
  });
  const header = ['', 'Interface', 'ID', 'Area', 'Cost', 'State', 'Neighbors', 'Status'];
  return [
    ' OSPF Process ID 1 VRF default',
    ` Total number of interface: ${running.length}`,
    ...textTable([1, 23, 7, 16, 7, 9, 10, 0], [header, ...rows]),
  ].join('\n');
}

function runsOspf({ interfaces }: FakeDevice): boolean {
  return interfaces.some(({ ospfArea }) => ospfArea !== undefined);
}
