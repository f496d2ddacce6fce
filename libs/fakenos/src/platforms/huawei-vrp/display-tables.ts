import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { routeAge } from '../text/duration-words';
import { textTable } from '../text/text-table';
import { shortVrpName, vrpMac } from './vrp-words';

const RULE = '-'.repeat(78);

/** `display arp`, `display arp all`. */
export function displayArp(device: FakeDevice): string {
  const own = device.interfaces.flatMap(({ kind, name, ipv4, mac, linkUp }) => {
    const address = ipv4Prefix(ipv4)?.address;
    if (kind === 'loopback' || address === undefined || !linkUp) return [];
    return [[address, vrpMac(mac), '', 'I -', shortVrpName(name)]];
  });
  const heard = (device.arp ?? []).map(({ ipv4, mac, interfaceName }) => [
    ipv4,
    vrpMac(mac),
    '20',
    'D-0',
    shortVrpName(interfaceName),
  ]);
  return [
    'IP ADDRESS      MAC ADDRESS     EXPIRE(M) TYPE        INTERFACE   VPN-INSTANCE',
    '                                          VLAN/CEVLAN PVC',
    RULE,
    ...textTable([16, 16, 10, 12, 0], [...own, ...heard]),
    RULE,
    `Total:${own.length + heard.length}         Dynamic:${heard.length}       Static:0     Interface:${own.length}`,
  ].join('\n');
}

/** `display mac-address`: a switch has learnt its neighbours. */
export function displayMacAddress(device: FakeDevice): string {
  const learnt = device.role === 'bridge' ? device.neighbors : [];
  const rows = learnt.map((one) => [
    vrpMac(one.neighborMac),
    '1/-',
    shortVrpName(one.interfaceName),
    'dynamic',
  ]);
  return [
    RULE,
    ...textTable([15, 34, 20, 0], [['MAC Address', 'VLAN/VSI', 'Learned-From', 'Type']]),
    RULE,
    ...textTable([15, 34, 20, 0], rows),
    RULE,
    `Total items displayed = ${rows.length}`,
  ].join('\n');
}

/** `display bgp peer`; nothing but an error where BGP does not run. */
export function displayBgpPeer(device: FakeDevice): string {
  const { bgpAs, bgpNeighbors = [], routerId } = device;
  if (bgpAs === undefined) return 'Error: BGP process does not exist.';
  const messages = String(Math.floor(device.uptimeMs() / 60_000) + 2);
  const rows = bgpNeighbors.map(({ ipv4, remoteAs }) => [
    `  ${ipv4}`,
    '4',
    String(remoteAs),
    messages,
    messages,
    '0',
    routeAge(device.uptimeMs()),
    'Established',
    '0',
  ]);
  const header = ['  Peer', 'V', 'AS', 'MsgRcvd', 'MsgSent', 'OutQ', 'Up/Down', 'State', 'PrefRcv'];
  const widths = [18, -1, -12, -9, -9, -6, -9, -12, -8];
  return [
    '',
    ` BGP local router ID : ${routerId}`,
    ` Local AS number : ${bgpAs}`,
    ` Total number of peers : ${rows.length}                 Peers in established state : ${rows.length}`,
    '',
    ...textTable(widths, [header]),
    '',
    ...textTable(widths, rows),
  ].join('\n');
}

/** `display ospf peer brief`. */
export function displayOspfPeerBrief(device: FakeDevice): string {
  const rows = (device.ospfNeighbors ?? []).map((one) => [
    ` ${one.area}`,
    one.interfaceName,
    one.routerId,
    one.full ? 'Full' : '2-Way',
  ]);
  return [
    ...ospfTitle(device, 'Peer Statistic Information'),
    ` ${'-'.repeat(76)}`,
    ...textTable([18, 33, 17, 0], [[' Area Id', 'Interface', 'Neighbor id', 'State'], ...rows]),
    ` ${'-'.repeat(76)}`,
    ` Total Peer(s):     ${rows.length}`,
  ].join('\n');
}

/** `display ospf peer`. */
export function displayOspfPeer(device: FakeDevice): string {
  const addressOf = new Map(device.interfaces.map(({ name, ipv4 }) => [name, ipv4Prefix(ipv4)?.address]));
  const entries = (device.ospfNeighbors ?? []).flatMap((one) => [
    '',
    ` Area ${one.area} interface ${addressOf.get(one.interfaceName) ?? '0.0.0.0'}(${one.interfaceName})'s neighbors`,
    ` Router ID: ${one.routerId.padEnd(16)} Address: ${one.ipv4}`,
    `   State: ${one.full ? 'Full' : '2-Way'}  Mode:Nbr is  Master  Priority: 1`,
    `   DR: ${one.neighborState === 'DR' ? one.ipv4 : 'None'}   BDR: ${one.neighborState === 'BDR' ? one.ipv4 : 'None'}   MTU: 0`,
    '   Dead timer due in 37  sec',
    '   Retrans timer interval: 5',
    `   Neighbor is up for ${routeAge(device.uptimeMs())}`,
    '   Authentication Sequence: [ 0 ]',
  ]);
  return [...ospfTitle(device, 'Neighbors'), ...entries].join('\n');
}

function ospfTitle({ routerId }: FakeDevice, title: string): readonly string[] {
  return ['', `         OSPF Process 1 with Router ID ${routerId}`, `                 ${title}`];
}
