import type { FakeDevice } from '../../device/fake-device';
import { routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';

const NO_BGP = '% BGP instance not found';

/** `show ip bgp`: nothing is announced. */
export function showIpBgp({ bgpAs }: FakeDevice): string {
  return bgpAs === undefined ? NO_BGP : 'No BGP prefixes displayed, 0 exist';
}

/** `show bgp summary`. */
export function showBgpSummary(device: FakeDevice): string {
  const { bgpAs, bgpNeighbors = [], routerId } = device;
  if (bgpAs === undefined) return NO_BGP;
  const hellos = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const up = routeAge(device.uptimeMs());
  const rows = bgpNeighbors.map((one) => [
    one.ipv4,
    '4',
    String(one.remoteAs),
    one.established ? hellos : '0',
    one.established ? hellos : '0',
    '0',
    '0',
    '0',
    one.established ? up : 'never',
    one.established ? '0' : 'Active',
    '0',
    ` ${one.name}`,
  ]);
  const header = [
    'Neighbor',
    'V',
    'AS',
    'MsgRcvd',
    'MsgSent',
    'TblVer',
    'InQ',
    'OutQ',
    'Up/Down',
    'State/PfxRcd',
    'PfxSnt',
    ' Desc',
  ];
  return [
    '',
    'IPv4 Unicast Summary:',
    `BGP router identifier ${routerId}, local AS number ${bgpAs} VRF default vrf-id 0`,
    'BGP table version 0',
    'RIB entries 0, using 0 bytes of memory',
    `Peers ${bgpNeighbors.length}, using ${bgpNeighbors.length * 24} KiB of memory`,
    '',
    ...textTable([16, -1, -11, -10, -10, -9, -5, -5, -9, -13, -9, 0], [header, ...rows]),
    '',
    `Total number of neighbors ${bgpNeighbors.length}`,
  ].join('\n');
}
