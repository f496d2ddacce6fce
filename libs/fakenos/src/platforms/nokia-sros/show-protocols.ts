import type { FakeDevice, OspfState } from '../../device/fake-device';
import { clockDuration } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { framed } from './frame';
import { portOf } from './sros-ports';

const NO_OSPF = 'MINOR: CLI OSPF instance 0 is not configured.';
const NO_BGP = 'MINOR: CLI BGP is not configured.';

/** `show router ospf neighbor`. */
export function showOspfNeighbor(device: FakeDevice): string {
  if (!device.modules.includes('ospf')) return NO_OSPF;
  const neighbors = device.ospfNeighbors ?? [];
  const rows = neighbors.flatMap((one) => [
    ...textTable(
      [31, 16, 11, 5, 8, 0],
      [[one.interfaceName, one.routerId, one.full ? 'Full' : 'Two Way', '1', '0', '36']],
    ),
    `   ${one.area}`,
  ]);
  return framed({
    title: 'Rtr Base OSPFv2 Instance 0 Neighbors',
    header: [
      ...textTable([31, 16, 11, 5, 8, 0], [['Interface-Name', 'Rtr Id', 'State', 'Pri', 'RetxQ', 'TTL']]),
      '   Area-Id',
    ],
    rows,
    footer: [`No. of Neighbors: ${neighbors.length}`],
  });
}

/** `show router ospf interface`. */
export function showOspfInterface(device: FakeDevice): string {
  if (!device.modules.includes('ospf')) return NO_OSPF;
  const running = device.interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  const rows = running.map((one) => {
    const peers = (device.ospfNeighbors ?? []).filter(({ interfaceName }) => interfaceName === one.name);
    const idOf = (state: OspfState) =>
      one.ospfState === state
        ? device.routerId
        : (peers.find(({ neighborState }) => neighborState === state)?.routerId ?? '0.0.0.0');
    const state = one.linkUp ? STATES[one.ospfState ?? 'DROTHER'] : 'Down';
    return [one.name, one.ospfArea ?? '', idOf('DR'), idOf('BDR'), one.adminUp ? 'Up' : 'Down', state];
  });
  const columns = [23, 16, 16, 16, 5, 0];
  return framed({
    title: 'Rtr Base OSPFv2 Instance 0 Interfaces',
    header: textTable(columns, [['If Name', 'Area Id', 'Designated Rtr', 'Bkup Desig Rtr', 'Adm', 'Oper']]),
    rows: textTable(columns, rows),
    footer: [`No. of OSPF Interfaces: ${rows.length}`],
  });
}

/** `show router bgp summary`. */
export function showBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return NO_BGP;
  const rows = (device.bgpNeighbors ?? []).flatMap((one) => {
    const { messages, since, state } = session(device, one.established);
    return [
      one.ipv4,
      one.name,
      ...textTable([-21, -8, -5, 11, 0], [[String(one.remoteAs), messages, '0', ` ${since}`, state]]),
      ...textTable([-21, -8, -5], [['', messages, '0']]),
    ];
  });
  return [
    ...head(device),
    framed({
      title: 'BGP Summary',
      header: [
        'Legend : D - Dynamic Neighbor',
        '-'.repeat(79),
        'Neighbor',
        'Description',
        '                   AS PktRcvd InQ  Up/Down   State|Rcv/Act/Sent (Addr Family)',
        '                      PktSent OutQ',
      ],
      rows,
    }),
  ].join('\n');
}

/** `show router bgp summary family ipv4`: a line for each neighbour. */
export function showBgpSummaryFamily(device: FakeDevice): string {
  if (device.bgpAs === undefined) return NO_BGP;
  const rows = (device.bgpNeighbors ?? []).flatMap((one) => {
    const { messages, since, state } = session(device, one.established);
    const counts = [String(one.remoteAs), messages, messages, '0', '0', ` ${since}`, state];
    return [one.ipv4, ...textTable([-21, -9, -9, -5, -5, 11, 0], [counts])];
  });
  return [
    ...head(device),
    framed({
      title: 'BGP IPv4 Summary',
      header: ['Neighbor', '                   AS  PktRcvd  PktSent  InQ OutQ Up/Down   State|Rcv/Act/Sent'],
      rows,
    }),
  ].join('\n');
}

/** `show system lldp neighbor`. */
export function showLldpNeighbor(device: FakeDevice): string {
  const rows = device.neighbors.map((one, at) => [
    portOf({ name: one.interfaceName }) ?? one.interfaceName,
    'NB',
    one.neighborMac.toUpperCase().replaceAll(':', '-'),
    String(at + 1),
    one.neighborInterface,
    one.name,
  ]);
  const columns = [15, 6, 19, 7, 22, 0];
  return framed({
    title: 'Link Layer Discovery Protocol (LLDP) System Information',
    header: [
      'NB = nearest-bridge   NTPMR = nearest-non-tpmr   NC = nearest-customer',
      '-'.repeat(79),
      ...textTable(columns, [
        ['Lcl Port', 'Scope', 'Remote Chassis ID', 'Index', 'Remote Port', 'Remote Sys Name'],
      ]),
    ],
    rows: textTable(columns, rows),
    footer: [`Number of neighbors : ${rows.length}`],
  });
}

const STATES: Readonly<Record<OspfState, string>> = {
  DR: 'DR',
  BDR: 'BDR',
  DROTHER: 'DRother',
  P2P: 'PToP',
  LOOP: 'DR',
};

function head({ routerId, bgpAs }: FakeDevice): readonly string[] {
  const line = '='.repeat(79);
  return [
    line,
    ` BGP Router ID:${routerId}       AS:${bgpAs ?? ''}       Local AS:${bgpAs ?? ''}`,
    line,
    'BGP Admin State         : Up          BGP Oper State              : Up',
    '',
  ];
}

function session(device: FakeDevice, isUp: boolean) {
  const [hours = '00', minutes = '00', seconds = '00'] = clockDuration(device.uptimeMs() % 86_400_000).split(
    ':',
  );
  return {
    messages: isUp ? String(Math.floor(device.uptimeMs() / 30_000) + 2) : '0',
    since: `${hours}h${minutes}m${seconds}s`,
    state: isUp ? '0/0/0' : 'Active',
  };
}
