import type { FakeDevice, OspfState } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix, linkLocal } from '../../device/ipv6-prefix';
import { clockDuration } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { logicalName, physicalName } from './junos-interfaces';

/** `show arp`; `names` are left out with `no-resolve`. */
export function showArp({ arp = [], neighbors }: FakeDevice, names: boolean): string {
  const nameOf = (mac: string) => neighbors.find(({ neighborMac }) => neighborMac === mac)?.name;
  const rows = arp.map(({ mac, ipv4, interfaceName }) => [
    mac,
    ipv4,
    ...(names ? [nameOf(mac) ?? ipv4] : []),
    logicalName({ name: interfaceName }),
    'none',
  ]);
  const header = ['MAC Address', 'Address', ...(names ? ['Name'] : []), 'Interface', 'Flags'];
  const widths = [18, 16, ...(names ? [26] : []), 25, 0];
  return [...textTable(widths, [header, ...rows]), `Total entries: ${rows.length}`].join('\n');
}

/** `show ipv6 neighbors`: those on links with IPv6. */
export function showIpv6Neighbors({ neighbors, interfaces }: FakeDevice): string {
  const speaks = (name: string) => interfaces.some((one) => one.name === name && ipv6Prefix(one.ipv6));
  const rows = neighbors
    .filter(({ interfaceName }) => speaks(interfaceName))
    .map(({ neighborMac, interfaceName }) => [
      linkLocal(neighborMac),
      neighborMac,
      'reachable',
      '28',
      'yes',
      'no',
      logicalName({ name: interfaceName }),
    ]);
  const header = ['IPv6 Address', 'Linklayer Address', 'State', 'Exp', 'Rtr', 'Secure', 'Interface'];
  const table = textTable([29, 19, 12, 5, 5, 8, 0], [header, ...rows]);
  return [...table, `Total entries: ${rows.length}`].join('\n');
}

/** `show lldp neighbors`. */
export function showLldpNeighbors({ neighbors }: FakeDevice): string {
  const rows = neighbors.map((one) => [
    physicalName({ name: one.interfaceName }),
    '-',
    one.neighborMac,
    one.neighborInterface,
    one.name,
  ]);
  const header = ['Local Interface', 'Parent Interface', 'Chassis Id', 'Port info', 'System Name'];
  return textTable([19, 20, 20, 19, 0], [header, ...rows]).join('\n');
}

/** `show lldp neighbors detail`, or of one interface. */
export function showLldpDetail(device: FakeDevice, interfaceName?: string): string {
  return device.neighbors
    .filter(
      (one) => interfaceName === undefined || physicalName({ name: one.interfaceName }) === interfaceName,
    )
    .map((one, index) =>
      [
        'LLDP Neighbor Information:',
        'Local Information:',
        `Index: ${index + 1} Time to live: 120 Time mark: ${device.now().toUTCString()} Age: 14 secs`,
        `Local Interface    : ${physicalName({ name: one.interfaceName })}`,
        'Parent Interface   : -',
        `Local Port ID      : ${501 + index * 2}`,
        'Ageout Count       : 0',
        '',
        'Neighbour Information:',
        'Chassis type       : Mac address',
        `Chassis ID         : ${one.neighborMac}`,
        'Port type          : Interface name',
        `Port ID            : ${one.neighborInterface}`,
        `Port description   : ${one.neighborInterface}`,
        `System name        : ${one.name}`,
        '',
        `System Description : ${one.neighborTitle}`,
        '',
        'System capabilities',
        '        Supported  : Bridge Router',
        '        Enabled    : Bridge Router',
        '',
        'Management Info',
        '        Type              : IPv4',
        `        Address           : ${one.neighborMgmtIpv4}`,
        '        Interface Number  : 1',
        '        Subtype           : Interface',
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** `show ospf neighbor`. */
export function showOspfNeighbor(device: FakeDevice): string {
  if (!device.modules.includes('ospf')) return 'OSPF instance is not running';
  const rows = (device.ospfNeighbors ?? []).map((one) => [
    one.ipv4,
    logicalName({ name: one.interfaceName }),
    one.full ? 'Full' : '2Way',
    one.routerId,
    '128',
    '35',
  ]);
  if (rows.length === 0) return '';
  const header = ['Address', 'Interface', 'State', 'ID', 'Pri', 'Dead'];
  return textTable([17, 23, 16, 16, -4, -6], [header, ...rows]).join('\n');
}

/** `show ospf interface`. */
export function showOspfInterface(device: FakeDevice): string {
  if (!device.modules.includes('ospf')) return 'OSPF instance is not running';
  const states: Readonly<Record<OspfState, string>> = {
    DR: 'DR',
    BDR: 'BDR',
    DROTHER: 'DRother',
    P2P: 'PtToPt',
    LOOP: 'DRother',
  };
  const rows = device.interfaces
    .filter(({ ospfArea }) => ospfArea !== undefined)
    .map((one) => {
      const peers = (device.ospfNeighbors ?? []).filter(({ interfaceName }) => interfaceName === one.name);
      const idOf = (state: OspfState) =>
        one.ospfState === state
          ? device.routerId
          : (peers.find(({ neighborState }) => neighborState === state)?.routerId ?? '0.0.0.0');
      const state = one.linkUp ? states[one.ospfState ?? 'DROTHER'] : 'Down';
      return [logicalName(one), state, one.ospfArea ?? '', idOf('DR'), idOf('BDR'), String(peers.length)];
    });
  const header = ['Interface', 'State', 'Area', 'DR ID', 'BDR ID', 'Nbrs'];
  return textTable([20, 8, 16, 16, 16, -4], [header, ...rows]).join('\n');
}

/** `show bgp summary`. */
export function showBgpSummary(device: FakeDevice): string {
  if (device.bgpAs === undefined) return 'BGP is not running';
  const peers = device.bgpNeighbors ?? [];
  const messages = String(Math.floor(device.uptimeMs() / 30_000) + 2);
  const kinds = new Set(peers.map(({ remoteAs }) => remoteAs === device.bgpAs));
  const rows = peers.flatMap((one) => {
    const counts = one.established ? [messages, messages] : ['0', '0'];
    const state = `${lastChange(device.uptimeMs())} ${one.established ? 'Establ' : 'Active'} `;
    const cells = [one.ipv4, String(one.remoteAs), ...counts, '0', '0', ` ${state}`];
    const line = `${textTable([17, -11, -11, -11, -8, -8, 0], [cells]).join('')} `;
    return one.established ? [line, '  inet.0: 0/0/0/0'] : [line];
  });
  const down = peers.filter(({ established }) => !established).length;
  return [
    'Threading mode: BGP I/O',
    `Groups: ${kinds.size} Peers: ${peers.length} Down peers: ${down}`,
    'Table          Tot Paths  Act Paths Suppressed    History Damp State    Pending',
    'inet.0                 0          0          0          0          0          0',
    'Peer                     AS      InPkt     OutPkt    OutQ   Flaps Last Up/Dwn State|#Active/Received/Accepted/Damped...',
    ...rows,
  ].join('\n');
}

/** `show bgp neighbor`, of all or of one. */
export function showBgpNeighbor(device: FakeDevice, address?: string): string | undefined {
  const peers = (device.bgpNeighbors ?? []).filter(({ ipv4 }) => address === undefined || ipv4 === address);
  if (address !== undefined && peers.length === 0) return undefined;
  const source = (name?: string) => device.interfaces.find((one) => one.name === name)?.ipv4;
  return peers
    .map((one) =>
      [
        `Peer: ${one.ipv4}+179 AS ${one.remoteAs} Local: ${ipv4Prefix(source(one.updateSource))?.address ?? 'unspecified'} AS ${device.bgpAs ?? ''}`,
        `  Description: ${one.name}`,
        `  Type: ${one.remoteAs === device.bgpAs ? 'Internal' : 'External'}    State: ${one.established ? 'Established' : 'Active'}    Flags: <Sync>`,
        one.established
          ? '  Last State: OpenConfirm   Last Event: RecvKeepAlive'
          : '  Last State: Idle          Last Event: Start',
        '  Last Error: None',
        `  Peer ID: ${one.ipv4}    Local ID: ${device.routerId}    Active Holdtime: 90`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** `show ethernet-switching table`: a switch has learnt its neighbours. */
export function showEthernetSwitchingTable({ role, neighbors }: FakeDevice): string {
  const learnt = role === 'bridge' ? neighbors : [];
  const rows = learnt.map((one) => [
    '   Vlan1',
    one.neighborMac,
    'D',
    '-',
    logicalName({ name: one.interfaceName }),
  ]);
  return [
    'MAC flags (S - static MAC, D - dynamic MAC, L - locally learned, P - Persistent static)',
    '',
    `Ethernet switching table : ${rows.length} entries, ${rows.length} learned`,
    'Routing instance : default-switch',
    ...textTable(
      [21, 20, 9, 7, 0],
      [
        ['   Vlan', 'MAC', 'MAC', 'Age', 'Logical'],
        ['   name', 'address', 'flags', '', 'interface'],
        ...rows,
      ],
    ),
  ].join('\n');
}

/** `0w0d 1:02:03`. Milliseconds in. */
function lastChange(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  return `${Math.floor(days / 7)}w${days % 7}d ${clockDuration(ms % 86_400_000).replace(/^0/, '')}`;
}
