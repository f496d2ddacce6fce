import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';

const DEFAULT_MTU = 1500;

/** The configuration of a VRP device that nobody has touched. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const usesIpv6 = device.interfaces.some(({ ipv6 }) => ipv6 !== undefined);
  return [
    leaf(`sysname ${device.name}`),
    ...(usesIpv6 ? [leaf('ipv6')] : []),
    leaf('lldp enable'),
    block('aaa', [leaf('local-user admin service-type terminal ssh')]),
    ...loopbacksLast(device).map(interfaceSection),
    ...bgpSection(device),
    ...ospfSection(device),
    ...staticRoutes(device),
    leaf('stelnet server enable'),
    block('user-interface con 0', [leaf('authentication-mode aaa')]),
    block('user-interface vty 0 4', [leaf('authentication-mode aaa'), leaf('protocol inbound ssh')]),
  ];
}

function interfaceSection(one: DeviceInterface): ConfigNode {
  const address = ipv4Prefix(one.ipv4);
  const isLoopback = one.kind === 'loopback';
  const inOspf = one.ospfArea !== undefined;
  const lines = [
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    ...(isLoopback || one.mtu === DEFAULT_MTU ? [] : [`mtu ${one.mtu}`]),
    ...(one.adminUp ? [] : ['shutdown']),
    ...(one.ipv6 === undefined ? [] : ['ipv6 enable']),
    ...(address ? [`ip address ${address.address} ${address.mask}`] : []),
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6.toUpperCase()}`]),
    ...(inOspf && !isLoopback ? [`ospf cost ${one.ospfCost ?? 1}`] : []),
    ...(one.ospfState === 'P2P' ? ['ospf network-type p2p'] : []),
    ...(inOspf ? [`ospf enable 1 area ${one.ospfArea}`] : []),
  ];
  return block(`interface ${one.name}`, lines.map(leaf));
}

function ospfSection({ interfaces, routerId }: FakeDevice): readonly ConfigNode[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return [];
  const areas = [...new Set(running.flatMap(({ ospfArea }) => ospfArea ?? []))];
  return [
    block('ospf 1', [
      leaf(`router-id ${routerId}`),
      ...running.filter(({ ospfPassive }) => ospfPassive).map(({ name }) => leaf(`silent-interface ${name}`)),
      ...areas.map((area) => block(`area ${area}`, [])),
    ]),
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  const peers = bgpNeighbors ?? [];
  return [
    block(`bgp ${bgpAs}`, [
      leaf(`router-id ${routerId}`),
      ...peers.flatMap(({ ipv4, remoteAs, name, updateSource }) => [
        leaf(`peer ${ipv4} as-number ${remoteAs}`),
        leaf(`peer ${ipv4} description ${name}`),
        ...(updateSource === undefined ? [] : [leaf(`peer ${ipv4} connect-interface ${updateSource}`)]),
      ]),
      block(
        'ipv4-family unicast',
        peers.map(({ ipv4 }) => leaf(`peer ${ipv4} enable`)),
      ),
    ]),
  ];
}

function staticRoutes({ routes }: FakeDevice): readonly ConfigNode[] {
  return routes
    .filter(({ protocol }) => protocol === 'static')
    .map(({ prefix, nextHop }) => {
      const network = ipv4Prefix(prefix);
      return leaf(`ip route-static ${network?.network ?? prefix} ${network?.mask ?? ''} ${nextHop ?? ''}`);
    });
}
