import type { ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { loopbacksLast } from '../text/interface-order';

/** The configuration that makes an NX-OS device what the topology says. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const { name, interfaces, bgpAs, routes } = device;
  const runsOspf = interfaces.some(({ ospfArea }) => ospfArea !== undefined);
  const staticRoutes = routes.filter(({ protocol }) => protocol === 'static');
  return [
    leaf(`hostname ${name}`),
    ...(runsOspf ? [leaf('feature ospf')] : []),
    ...(bgpAs === undefined ? [] : [leaf('feature bgp')]),
    leaf('feature lldp'),
    leaf('no password strength-check'),
    leaf('ip domain-lookup'),
    ...staticRoutes.map(({ prefix, nextHop }) => leaf(`ip route ${prefix} ${nextHop ?? ''}`)),
    leaf('vlan 1'),
    block('vrf context management', []),
    ...loopbacksLast(device).map((one) => block(`interface ${one.name}`, interfaceLines(one))),
    block('line console', []),
    block('line vty', []),
    ...(runsOspf ? [block('router ospf 1', [leaf(`router-id ${device.routerId}`)])] : []),
    ...bgpSection(device),
  ];
}

function interfaceLines(one: DeviceInterface): ConfigTree {
  const isPort = one.kind === 'ethernet';
  const inOspf = one.ospfArea !== undefined;
  return [
    ...(one.kind === 'mgmt' ? ['vrf member management'] : []),
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    ...(isPort ? ['no switchport'] : []),
    ...(isPort && one.mtu !== 1500 ? [`mtu ${one.mtu}`] : []),
    ...(one.ipv4 === undefined ? [] : [`ip address ${one.ipv4}`]),
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6}`]),
    ...(isPort && inOspf ? [`ip ospf cost ${one.ospfCost ?? 10}`] : []),
    ...(one.ospfState === 'P2P' ? ['ip ospf network point-to-point'] : []),
    ...(one.ospfPassive ? ['ip ospf passive-interface'] : []),
    ...(one.ospfArea === undefined ? [] : [`ip router ospf 1 area ${one.ospfArea}`]),
    ...(one.adminUp ? (isPort ? ['no shutdown'] : []) : ['shutdown']),
  ].map(leaf);
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): ConfigTree {
  if (bgpAs === undefined) return [];
  const family = block('address-family ipv4 unicast', []);
  return [
    block(`router bgp ${bgpAs}`, [
      leaf(`router-id ${routerId}`),
      leaf('log-neighbor-changes'),
      family,
      ...(bgpNeighbors ?? []).map(({ ipv4, remoteAs, name, updateSource }) =>
        block(`neighbor ${ipv4}`, [
          leaf(`remote-as ${remoteAs}`),
          leaf(`description ${name}`),
          ...(updateSource === undefined ? [] : [leaf(`update-source ${updateSource}`)]),
          family,
        ]),
      ),
    ]),
  ];
}
