import type { FakeDevice } from '../../device/fake-device';

/** `show ip bgp`: a table without entries, for nothing is announced. */
export function showIpBgp({ bgpAs, routerId }: FakeDevice): string {
  if (bgpAs === undefined) return '% BGP inactive';
  return [
    'BGP routing table information for VRF default',
    `Router identifier ${routerId}, local AS number ${bgpAs}`,
    'Route status codes: s - suppressed contributor, * - valid, > - active, E - ECMP head, e - ECMP',
    '                    S - Stale, c - Contributing to ECMP, b - backup, L - labeled-unicast',
    'Origin codes: i - IGP, e - EGP, ? - incomplete',
    'AS Path Attributes: Or-ID - Originator ID, C-LST - Cluster List, LL Nexthop - Link Local Nexthop',
    '',
    '          Network                Next Hop              Metric  AIGP       LocPref Weight  Path',
    '',
  ].join('\n');
}
