import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { iosSoftware, isXe } from './software';

/** What somebody would have typed to build this device. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const version = /^\d+\.\d+/.exec(iosSoftware(device.netlabDevice).version)?.[0] ?? '15.9';
  return [
    leaf(`version ${version}`),
    leaf('service timestamps debug datetime msec'),
    leaf('service timestamps log datetime msec'),
    leaf('no service password-encryption'),
    leaf(`hostname ${device.name}`),
    block('vrf definition mgmt', [block('address-family ipv4', [])]),
    leaf('no ip domain lookup'),
    leaf('ip cef'),
    leaf('lldp run'),
    ...loopbacksLast(device).map((one) => interfaceSection(device, one)),
    ...ospfSection(device),
    ...bgpSection(device),
    ...staticRoutes(device),
    leaf('ip forward-protocol nd'),
    leaf('ip ssh version 2'),
    block('line con 0', []),
    block('line vty 0 4', [leaf('login local'), leaf('transport input ssh')]),
  ];
}

function interfaceSection({ netlabDevice }: FakeDevice, one: DeviceInterface): ConfigNode {
  const address = ipv4Prefix(one.ipv4);
  const inOspf = one.ospfArea !== undefined;
  const lines = [
    ...(one.kind === 'mgmt' ? ['vrf forwarding mgmt'] : []),
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    address ? `ip address ${address.address} ${address.mask}` : 'no ip address',
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6.toUpperCase()}`]),
    ...(one.ospfState === 'P2P' ? ['ip ospf network point-to-point'] : []),
    ...(inOspf ? [`ip ospf 1 area ${one.ospfArea}`] : []),
    ...(inOspf && one.kind !== 'loopback' ? [`ip ospf cost ${one.ospfCost ?? 10}`] : []),
    ...(one.kind === 'loopback'
      ? []
      : isXe(netlabDevice)
        ? ['negotiation auto']
        : ['duplex auto', 'speed auto']),
    ...(one.adminUp ? [] : ['shutdown']),
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
    ]),
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  const neighbors = (bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
    leaf(`neighbor ${ipv4} remote-as ${remoteAs}`),
    leaf(`neighbor ${ipv4} description ${name}`),
    ...(updateSource === undefined ? [] : [leaf(`neighbor ${ipv4} update-source ${updateSource}`)]),
  ]);
  return [
    block(`router bgp ${bgpAs}`, [
      leaf(`bgp router-id ${routerId}`),
      leaf('bgp log-neighbor-changes'),
      ...neighbors,
    ]),
  ];
}

function staticRoutes({ routes }: FakeDevice): readonly ConfigNode[] {
  return routes
    .filter(({ protocol }) => protocol === 'static')
    .map(({ prefix, nextHop }) => {
      const network = ipv4Prefix(prefix);
      return leaf(`ip route ${network?.network ?? prefix} ${network?.mask ?? ''} ${nextHop ?? ''}`);
    });
}
