import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { ipv6Prefix } from '../../device/ipv6-prefix';
import { connectorOf, portOf, routerInterfaces } from './sros-ports';

const ENABLE = leaf('admin-state enable');

/** What somebody would have configured to build this device. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const interfaces = routerInterfaces(device);
  return [
    block('configure', [
      block('card 1', [leaf('card-type iom-1'), block('mda 1', [leaf('mda-type me12-100gb-qsfp28')])]),
      ...interfaces.flatMap(portSections),
      block('router "Base"', [
        ...(device.bgpAs === undefined ? [] : [leaf(`autonomous-system ${device.bgpAs}`)]),
        leaf(`router-id ${device.routerId}`),
        ...interfaces.map(interfaceSection),
        ...bgp(device),
        ...ospf(device),
        ...staticRoutes(device),
      ]),
      block('system', [
        leaf(`name "${device.name}"`),
        block('management-interface', [leaf('configuration-mode model-driven')]),
      ]),
    ]),
  ];
}

function portSections(one: DeviceInterface): readonly ConfigNode[] {
  const port = portOf(one);
  if (port === undefined || port.includes(':')) return [];
  const ethernet = [
    leaf('mode network'),
    ...(one.mtu === 1500 ? [] : [leaf(`mtu ${one.mtu}`)]),
    block(
      'lldp',
      ['receive', 'transmit'].map((way) => leaf(`dest-mac nearest-bridge ${way} true`)),
    ),
  ];
  return [
    block(`port ${connectorOf(port)}`, [ENABLE, block('connector', [leaf('breakout c1-100g')])]),
    block(`port ${port}`, [ENABLE, block('ethernet', ethernet)]),
  ];
}

function interfaceSection(one: DeviceInterface): ConfigNode {
  const port = portOf(one);
  const ipv4 = ipv4Prefix(one.ipv4);
  const ipv6 = ipv6Prefix(one.ipv6);
  return block(`interface "${one.name}"`, [
    ...(one.adminUp ? [] : [leaf('admin-state disable')]),
    ...(one.description === undefined ? [] : [leaf(`description "${one.description}"`)]),
    ...(one.kind === 'loopback' && one.name !== 'system' ? [leaf('loopback')] : []),
    ...(port === undefined ? [] : [leaf(`port ${port}`)]),
    ...(ipv4
      ? [
          block('ipv4', [
            block('primary', [leaf(`address ${ipv4.address}`), leaf(`prefix-length ${ipv4.length}`)]),
          ]),
        ]
      : []),
    ...(ipv6
      ? [block('ipv6', [block(`address ${ipv6.address}`, [leaf(`prefix-length ${ipv6.length}`)])])]
      : []),
  ]);
}

function ospf({ interfaces }: FakeDevice): ConfigTree {
  const areas = [...new Set(interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))];
  if (areas.length === 0) return [];
  const member = (one: DeviceInterface) =>
    block(`interface "${one.name}"`, [
      ...(one.ospfState === 'P2P' ? [leaf('interface-type point-to-point')] : []),
      ...(one.kind === 'loopback' ? [] : [leaf(`metric ${one.ospfCost ?? 10}`)]),
      ...(one.ospfPassive ? [leaf('passive true')] : []),
    ]);
  const area = (id: string) =>
    block(`area ${id}`, interfaces.filter(({ ospfArea }) => ospfArea === id).map(member));
  return [block('ospf 0', [ENABLE, ...areas.map(area)])];
}

function bgp({ bgpAs, bgpNeighbors = [], interfaces }: FakeDevice): ConfigTree {
  if (bgpAs === undefined) return [];
  const internal = bgpNeighbors.find(({ remoteAs }) => remoteAs === bgpAs);
  const external = bgpNeighbors.find(({ remoteAs }) => remoteAs !== bgpAs);
  const source = interfaces.find(({ name }) => name === internal?.updateSource);
  const local = ipv4Prefix(source?.ipv4)?.address;
  return [
    block('bgp', [
      ENABLE,
      ...(internal
        ? [
            block('group "ibgp"', [
              leaf('type internal'),
              ...(local === undefined ? [] : [leaf(`local-address ${local}`)]),
              leaf(`peer-as ${bgpAs}`),
            ]),
          ]
        : []),
      ...(external ? [block('group "ebgp"', [leaf('type external')])] : []),
      ...bgpNeighbors.map(({ ipv4, name, remoteAs }) =>
        block(`neighbor "${ipv4}"`, [
          leaf(`group "${remoteAs === bgpAs ? 'ibgp' : 'ebgp'}"`),
          leaf(`description "${name}"`),
          ...(remoteAs === bgpAs ? [] : [leaf(`peer-as ${remoteAs}`)]),
        ]),
      ),
    ]),
  ];
}

function staticRoutes({ routes }: FakeDevice): ConfigTree {
  const fixed = routes.filter(({ protocol }) => protocol === 'static');
  if (fixed.length === 0) return [];
  return [
    block(
      'static-routes',
      fixed.map(({ prefix, nextHop }) =>
        block(`route ${prefix} route-type unicast`, [block(`next-hop "${nextHop ?? ''}"`, [ENABLE])]),
      ),
    ),
  ];
}
