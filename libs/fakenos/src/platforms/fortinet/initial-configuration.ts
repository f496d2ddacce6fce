import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { quoted } from './values';

const DEFAULT_MTU = 1500;

/** The configuration of a FortiGate that nobody has touched. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const sections = [
    block('config system global', [set('hostname', quoted(device.name)), set('timezone', '"UTC"')]),
    block('config system interface', loopbacksLast(device).map(interfaceEntry)),
    block('config system admin', [
      edit('admin', [set('accprofile', '"super_admin"'), set('vdom', '"root"')]),
    ]),
    block('config router static', staticRoutes(device)),
    block('config router ospf', ospf(device)),
    block('config router bgp', bgp(device)),
  ];
  return sections.filter(({ children }) => children?.length !== 0);
}

function interfaceEntry(one: DeviceInterface, at: number): ConfigNode {
  const address = ipv4Prefix(one.ipv4);
  const isLoopback = one.kind === 'loopback';
  const hasMtu = !isLoopback && one.mtu !== DEFAULT_MTU;
  return edit(one.name, [
    set('vdom', '"root"'),
    ...(address ? [set('ip', `${address.address} ${address.mask}`)] : []),
    set('allowaccess', one.kind === 'mgmt' ? 'ping https ssh http' : 'ping'),
    ...(one.adminUp ? [] : [set('status', 'down')]),
    set('type', isLoopback ? 'loopback' : 'physical'),
    ...(one.description === undefined ? [] : [set('description', quoted(one.description))]),
    ...(isLoopback ? [] : [set('lldp-reception', 'enable'), set('lldp-transmission', 'enable')]),
    set('snmp-index', String(at + 1)),
    ...(one.ipv6 === undefined ? [] : [block('config ipv6', [set('ip6-address', one.ipv6)])]),
    ...(hasMtu ? [set('mtu-override', 'enable'), set('mtu', String(one.mtu))] : []),
  ]);
}

function staticRoutes({ routes }: FakeDevice): readonly ConfigNode[] {
  return routes
    .filter(({ protocol }) => protocol === 'static')
    .map(({ prefix, nextHop = '', interfaceName }, at) => {
      const network = ipv4Prefix(prefix);
      return block(`edit ${at + 1}`, [
        set('dst', `${network?.network ?? ''} ${network?.mask ?? ''}`),
        set('gateway', nextHop),
        set('device', quoted(interfaceName)),
      ]);
    });
}

function ospf({ interfaces, routerId }: FakeDevice): readonly ConfigNode[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return [];
  const areas = [...new Set(running.flatMap(({ ospfArea }) => ospfArea ?? []))];
  const passive = running.filter(({ ospfPassive }) => ospfPassive).map(({ name }) => quoted(name));
  return [
    set('router-id', routerId),
    ...(passive.length === 0 ? [] : [set('passive-interface', passive.join(' '))]),
    block(
      'config area',
      areas.map((area) => block(`edit ${area}`, [])),
    ),
    block(
      'config ospf-interface',
      running
        .filter(({ kind }) => kind !== 'loopback')
        .map((one) =>
          edit(one.name, [
            set('interface', quoted(one.name)),
            set('cost', String(one.ospfCost ?? 1)),
            ...(one.ospfState === 'P2P' ? [set('network-type', 'point-to-point')] : []),
          ]),
        ),
    ),
    block(
      'config network',
      running.map(({ ipv4, ospfArea = '' }, at) => {
        const network = ipv4Prefix(ipv4);
        return block(`edit ${at + 1}`, [
          set('prefix', `${network?.network ?? ''} ${network?.mask ?? ''}`),
          set('area', ospfArea),
        ]);
      }),
    ),
  ];
}

function bgp({ bgpAs, bgpNeighbors, routerId }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  return [
    set('as', String(bgpAs)),
    set('router-id', routerId),
    block(
      'config neighbor',
      (bgpNeighbors ?? []).map(({ ipv4, remoteAs, name, updateSource }) =>
        edit(ipv4, [
          set('remote-as', String(remoteAs)),
          set('description', quoted(name)),
          ...(updateSource === undefined ? [] : [set('update-source', quoted(updateSource))]),
        ]),
      ),
    ),
  ];
}

function edit(name: string, children: ConfigTree): ConfigNode {
  return block(`edit ${quoted(name)}`, children);
}

function set(attribute: string, value: string): ConfigNode {
  return leaf(`set ${attribute} ${value}`);
}
