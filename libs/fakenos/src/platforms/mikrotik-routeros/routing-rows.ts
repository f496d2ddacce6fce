import type { FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { areaName } from './areas';
import type { Row } from './row';
import { entriesOf, isEnabled } from './section-entries';
import { softwareOf, span } from './software';

/** `/routing ospf neighbor print`. */
export function ospfNeighborRows(device: FakeDevice): readonly Row[] {
  const isSeven = softwareOf(device).generation === 7;
  const age = span(device.uptimeMs());
  return (device.ospfNeighbors ?? []).map((one) => {
    const designated = (state: string) => (one.neighborState === state ? one.ipv4 : '0.0.0.0');
    if (isSeven) {
      return {
        flags: 'D',
        values: [
          ['instance', 'default'],
          ['area', areaName(one.area)],
          ['address', one.ipv4],
          ['priority', '1'],
          ['router-id', one.routerId],
          ['dr', designated('DR')],
          ['bdr', designated('BDR')],
          ['state', one.full ? 'Full' : 'TwoWay'],
          ['state-changes', '6'],
          ['adjacency', age],
          ['timeout', '37s'],
        ],
      };
    }
    return {
      values: [
        ['instance', 'default'],
        ['router-id', one.routerId],
        ['address', one.ipv4],
        ['interface', one.interfaceName],
        ['priority', '1'],
        ['dr-address', designated('DR')],
        ['backup-dr-address', designated('BDR')],
        ['state', one.full ? 'Full' : '2-Way'],
        ['state-changes', '6'],
        ['ls-retransmits', '0'],
        ['ls-requests', '0'],
        ['db-summaries', '0'],
        ['adjacency', age],
      ],
    };
  });
}

/** `/routing bgp peer print status` of RouterOS 6: as configured, with the state of each session. */
export function bgpPeerRows(device: FakeDevice): readonly Row[] {
  const section = '/routing bgp peer';
  const sessions = new Map((device.bgpNeighbors ?? []).map((one) => [one.ipv4, one]));
  return entriesOf(device, section).map((entry) => {
    const remote = entry.values.get('remote-address') ?? '';
    const isUp = isEnabled(entry) && sessions.has(remote);
    return {
      flags: isEnabled(entry) ? (isUp ? 'E' : '') : 'X',
      comment: entry.values.get('comment'),
      source: { section, line: entry.line },
      values: [
        ['name', entry.values.get('name') ?? ''],
        ['instance', entry.values.get('instance') ?? 'default'],
        ['remote-address', remote],
        ['remote-as', entry.values.get('remote-as') ?? ''],
        ['tcp-md5-key', ''],
        ['nexthop-choice', 'default'],
        ['multihop', entry.values.get('multihop') ?? 'no'],
        ['route-reflect', 'no'],
        ['hold-time', '3m'],
        ['ttl', 'default'],
        ['in-filter', ''],
        ['out-filter', ''],
        ['address-families', 'ip'],
        ['update-source', entry.values.get('update-source') ?? 'none'],
        ['default-originate', 'never'],
        ['remove-private-as', 'no'],
        ['as-override', 'no'],
        ['passive', 'no'],
        ['use-bfd', 'no'],
        ...(isUp ? established(device, remote) : [['state', 'active'] as const]),
      ],
    };
  });
}

/** `/routing bgp session print` of RouterOS 7. */
export function bgpSessionRows(device: FakeDevice): readonly Row[] {
  return (device.bgpNeighbors ?? []).map((one) => ({
    flags: 'E',
    values: [
      ['name', `${one.name}-1`],
      ['remote.address', one.ipv4],
      ['.as', String(one.remoteAs)],
      ['.id', one.ipv4],
      ['local.address', ownAddress(device, one.ipv4)],
      ['.as', String(device.bgpAs ?? 0)],
      ['.id', device.routerId],
      ['hold-time', '3m'],
      ['keepalive-time', '1m'],
      ['uptime', span(device.uptimeMs())],
      ['prefix-count', '0'],
    ],
  }));
}

function established(device: FakeDevice, remote: string): Row['values'] {
  return [
    ['remote-id', remote],
    ['local-address', ownAddress(device, remote)],
    ['uptime', span(device.uptimeMs())],
    ['prefix-count', '0'],
    ['updates-sent', '0'],
    ['updates-received', '0'],
    ['withdrawn-sent', '0'],
    ['withdrawn-received', '0'],
    ['remote-hold-time', '3m'],
    ['used-hold-time', '3m'],
    ['used-keepalive-time', '1m'],
    ['refresh-capability', 'yes'],
    ['as4-capability', 'yes'],
    ['state', 'established'],
  ];
}

function ownAddress(device: FakeDevice, remote: string): string {
  const session = device.bgpNeighbors?.find(({ ipv4 }) => ipv4 === remote);
  const on =
    session?.updateSource ??
    device.arp?.find(({ ipv4 }) => ipv4 === remote)?.interfaceName ??
    device.interfaces.at(0)?.name;
  return ipv4Prefix(device.interfaces.find(({ name }) => name === on)?.ipv4)?.address ?? '0.0.0.0';
}
