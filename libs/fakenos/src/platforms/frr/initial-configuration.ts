import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { FRR_VERSION } from './show-version';

/** What `/etc/frr/frr.conf` says before anybody has changed it. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const interfaces = device.interfaces.filter(({ kind }) => kind !== 'mgmt');
  const routes = device.routes.filter(({ protocol }) => protocol === 'static');
  return [
    leaf(`frr version ${FRR_VERSION}`),
    leaf('frr defaults datacenter'),
    leaf(`hostname ${device.name}`),
    leaf('service integrated-vtysh-config'),
    ...routes.map(({ prefix, nextHop }) => leaf(`ip route ${prefix} ${nextHop ?? ''}`)),
    ...interfaces.map(interfaceSection),
    ...bgpSection(device),
    ...ospfSection(device),
  ];
}

function interfaceSection(one: DeviceInterface): ConfigNode {
  const inOspf = one.ospfArea !== undefined;
  const lines = [
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    ...(one.adminUp ? [] : ['shutdown']),
    ...(one.ipv4 === undefined ? [] : [`ip address ${one.ipv4}`]),
    ...(inOspf ? [`ip ospf area ${one.ospfArea}`] : []),
    ...(inOspf && one.kind !== 'loopback' ? [`ip ospf cost ${one.ospfCost ?? 10}`] : []),
    ...(one.ospfState === 'P2P' ? ['ip ospf network point-to-point'] : []),
    ...(one.ospfPassive ? ['ip ospf passive'] : []),
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6}`]),
  ];
  return block(`interface ${one.name}`, lines.map(leaf));
}

function ospfSection({ interfaces, routerId }: FakeDevice): readonly ConfigNode[] {
  const runs = interfaces.some(({ ospfArea }) => ospfArea !== undefined);
  return runs ? [block('router ospf', [leaf(`ospf router-id ${routerId}`)])] : [];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  const neighbors = (bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
    leaf(`neighbor ${ipv4} remote-as ${remoteAs}`),
    leaf(`neighbor ${ipv4} description ${name}`),
    ...(updateSource === undefined ? [] : [leaf(`neighbor ${ipv4} update-source ${updateSource}`)]),
  ]);
  const lines = [leaf(`bgp router-id ${routerId}`), leaf('no bgp ebgp-requires-policy'), ...neighbors];
  return [block(`router bgp ${bgpAs}`, lines)];
}
