import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { eosOrder } from './show-interfaces';

/** What somebody would have typed to build this device. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const routes = device.routes.filter(({ protocol }) => protocol === 'static');
  return [
    leaf('no aaa root'),
    leaf('transceiver qsfp default-mode 4x10G'),
    leaf('service routing protocols model multi-agent'),
    leaf(`hostname ${device.name}`),
    leaf('spanning-tree mode mstp'),
    block('vrf instance management', []),
    ...eosOrder(device).map(interfaceSection),
    leaf('ip routing'),
    leaf('no ip routing vrf management'),
    ...routes.map(({ prefix, nextHop }) => leaf(`ip route ${prefix} ${nextHop ?? ''}`)),
    ...bgpSection(device),
    ...ospfSection(device),
  ];
}

function interfaceSection(one: DeviceInterface): ConfigNode {
  const isRouted = one.kind === 'ethernet' && (one.ipv4 ?? one.ipv6) !== undefined;
  const inOspf = one.ospfArea !== undefined;
  const lines = [
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    ...(one.adminUp ? [] : ['shutdown']),
    ...(one.kind === 'mgmt' ? ['vrf management'] : []),
    ...(isRouted ? ['no switchport'] : []),
    ...(one.ipv4 === undefined ? [] : [`ip address ${one.ipv4}`]),
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6}`]),
    ...(one.ospfState === 'P2P' ? ['ip ospf network point-to-point'] : []),
    ...(inOspf && one.kind !== 'loopback' ? [`ip ospf cost ${one.ospfCost ?? 10}`] : []),
    ...(inOspf ? [`ip ospf area ${one.ospfArea}`] : []),
  ];
  return block(`interface ${one.name}`, lines.map(leaf));
}

function ospfSection({ interfaces, routerId }: FakeDevice): readonly ConfigNode[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return [];
  const passive = running.filter(({ ospfPassive }) => ospfPassive);
  return [
    block('router ospf 1', [
      leaf(`router-id ${routerId}`),
      ...passive.map(({ name }) => leaf(`passive-interface ${name}`)),
      leaf('max-lsa 12000'),
    ]),
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  const neighbors = (bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
    leaf(`neighbor ${ipv4} remote-as ${remoteAs}`),
    ...(updateSource === undefined ? [] : [leaf(`neighbor ${ipv4} update-source ${updateSource}`)]),
    leaf(`neighbor ${ipv4} description ${name}`),
  ]);
  return [block(`router bgp ${bgpAs}`, [leaf(`router-id ${routerId}`), ...neighbors])];
}
