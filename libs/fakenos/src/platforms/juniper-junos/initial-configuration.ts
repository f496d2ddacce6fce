import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import { quoteWord } from '../../configuration/quote-word';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { JunosPort } from './junos-interfaces';
import { junosPorts, logicalName, unitNumber } from './junos-interfaces';
import { JUNOS_VERSION } from './software';

/** What somebody would have set to build this device. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  return [
    leaf(`version ${JUNOS_VERSION}`),
    block('system', [
      leaf(`host-name ${device.name}`),
      block('root-authentication', [leaf('encrypted-password "*disabled*"')]),
      block('login', [block('user admin', [leaf('uid 2000'), leaf('class super-user')])]),
      block('services', [block('ssh', []), block('netconf', [leaf('ssh')])]),
    ]),
    block('interfaces', junosPorts(device).map(portSection)),
    block('routing-options', routingOptions(device)),
    block('protocols', [...bgp(device), block('lldp', [block('interface all', [])]), ...ospf(device)]),
  ];
}

function portSection({ name, port, units }: JunosPort): ConfigNode {
  const isWhole = unitNumber(port) === '0';
  const { description } = port;
  return block(name, [
    ...(isWhole && description !== undefined ? [leaf(`description ${quoteWord(description)}`)] : []),
    ...(isWhole && !port.adminUp ? [leaf('disable')] : []),
    ...(port.kind === 'ethernet' && port.mtu !== 1500 ? [leaf(`mtu ${port.mtu}`)] : []),
    ...units.map((one) => unitSection(one, isWhole && one === port)),
  ]);
}

function unitSection(one: DeviceInterface, isPort: boolean): ConfigNode {
  return block(`unit ${unitNumber(one)}`, [
    ...(isPort || one.description === undefined ? [] : [leaf(`description ${quoteWord(one.description)}`)]),
    ...(isPort || one.adminUp ? [] : [leaf('disable')]),
    ...(one.ipv4 === undefined ? [] : [block('family inet', [block(`address ${one.ipv4}`, [])])]),
    ...(one.ipv6 === undefined ? [] : [block('family inet6', [block(`address ${one.ipv6}`, [])])]),
  ]);
}

function routingOptions({ routerId, bgpAs, routes }: FakeDevice): ConfigTree {
  const fixed = routes.filter(({ protocol }) => protocol === 'static');
  return [
    leaf(`router-id ${routerId}`),
    ...(bgpAs === undefined ? [] : [leaf(`autonomous-system ${bgpAs}`)]),
    ...(fixed.length === 0
      ? []
      : [
          block(
            'static',
            fixed.map(({ prefix, nextHop }) => block(`route ${prefix}`, [leaf(`next-hop ${nextHop ?? ''}`)])),
          ),
        ]),
  ];
}

function ospf({ interfaces }: FakeDevice): ConfigTree {
  const areas = [...new Set(interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))];
  if (areas.length === 0) return [];
  const member = (one: DeviceInterface) =>
    block(`interface ${logicalName(one)}`, [
      ...(one.ospfPassive || one.kind === 'loopback' ? [leaf('passive')] : []),
      ...(one.ospfState === 'P2P' ? [leaf('interface-type p2p')] : []),
      ...(one.kind === 'loopback' ? [] : [leaf(`metric ${one.ospfCost ?? 10}`)]),
    ]);
  const area = (id: string) =>
    block(`area ${id}`, interfaces.filter(({ ospfArea }) => ospfArea === id).map(member));
  return [block('ospf', areas.map(area))];
}

function bgp({ bgpAs, bgpNeighbors = [], interfaces }: FakeDevice): ConfigTree {
  if (bgpAs === undefined) return [];
  const internal = bgpNeighbors.filter(({ remoteAs }) => remoteAs === bgpAs);
  const external = bgpNeighbors.filter(({ remoteAs }) => remoteAs !== bgpAs);
  const source = interfaces.find(
    ({ name }) => name === internal.find((one) => one.updateSource)?.updateSource,
  );
  const local = ipv4Prefix(source?.ipv4)?.address;
  const group = (name: string, peers: typeof bgpNeighbors, lines: ConfigTree): ConfigTree =>
    peers.length === 0
      ? []
      : [
          block(`group ${name}`, [
            ...lines,
            ...peers.map((peer) =>
              block(`neighbor ${peer.ipv4}`, [
                leaf(`description ${quoteWord(peer.name)}`),
                ...(peer.remoteAs === bgpAs ? [] : [leaf(`peer-as ${peer.remoteAs}`)]),
              ]),
            ),
          ]),
        ];
  const inside = [leaf('type internal'), ...(local === undefined ? [] : [leaf(`local-address ${local}`)])];
  const groups = [...group('ibgp', internal, inside), ...group('ebgp', external, [leaf('type external')])];
  return groups.length === 0 ? [block('bgp', [leaf('log-updown')])] : [block('bgp', groups)];
}
