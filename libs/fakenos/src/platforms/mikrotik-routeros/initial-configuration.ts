import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { writeEntry } from './entry';
import { areaName } from './areas';
import { softwareOf } from './software';

type Properties = Readonly<Record<string, string | number | undefined>>;

const DEFAULT_MTU = 1500;

/** The configuration of a RouterOS device that nobody has touched. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const { interfaces } = device;
  const loopbacks = interfaces.filter(({ kind }) => kind === 'loopback');
  const ports = interfaces.filter(({ kind }) => kind !== 'loopback');
  const isSeven = softwareOf(device).generation === 7;
  const sections = [
    block('/interface bridge', loopbacks.map(bridge)),
    block('/interface ethernet', ports.map(ethernet)),
    ...(isSeven ? [] : protocols6(device)),
    block(
      '/ip address',
      interfaces.flatMap(({ name, ipv4 }) => {
        const network = ipv4Prefix(ipv4)?.network;
        return network === undefined ? [] : [add({ address: ipv4, interface: name, network })];
      }),
    ),
    block('/ip route', staticRoutes(device)),
    block(
      '/ipv6 address',
      interfaces.flatMap(({ name, ipv6 }) =>
        ipv6 === undefined ? [] : [add({ address: ipv6, advertise: 'no', interface: name })],
      ),
    ),
    ...(isSeven ? routing7(device) : routing6(device)),
    block('/system identity', [line('set', { name: device.name })]),
  ];
  return sections.filter(({ children }) => children?.length !== 0);
}

function bridge(one: DeviceInterface): ConfigNode {
  return add({ name: one.name, comment: one.description, disabled: one.adminUp ? undefined : 'yes' });
}

function ethernet(one: DeviceInterface): ConfigNode {
  const values = {
    comment: one.description,
    mtu: one.mtu === DEFAULT_MTU ? undefined : one.mtu,
    disabled: one.adminUp ? undefined : 'yes',
  };
  return line('set', values, `[ find default-name=${one.name} ]`);
}

/** What RouterOS 6 has before the addresses: instances and areas. */
function protocols6({ bgpAs, routerId, interfaces }: FakeDevice): readonly ConfigNode[] {
  const runsOspf = interfaces.some(({ ospfArea }) => ospfArea !== undefined);
  const areas = areasOf(interfaces).filter((area) => area !== '0.0.0.0');
  const bgp = { as: bgpAs, 'router-id': bgpAs === undefined ? undefined : routerId };
  return [
    block('/routing bgp instance', [line('set', bgp, 'default')]),
    block(
      '/routing ospf area',
      areas.map((area) => add({ 'area-id': area, name: areaName(area) })),
    ),
    block('/routing ospf instance', [
      line('set', { 'router-id': runsOspf ? routerId : undefined }, '[ find default=yes ]'),
    ]),
  ];
}

function routing6({ interfaces, bgpNeighbors, bgpAs }: FakeDevice): readonly ConfigNode[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  const peers = bgpAs === undefined ? [] : (bgpNeighbors ?? []);
  return [
    block(
      '/routing bgp peer',
      peers.map(({ name, ipv4, remoteAs, updateSource }) =>
        add({ name, 'remote-address': ipv4, 'remote-as': remoteAs, 'update-source': updateSource }),
      ),
    ),
    block(
      '/routing ospf interface',
      running
        .filter(({ kind }) => kind !== 'loopback')
        .map((one) =>
          add({
            cost: one.ospfCost,
            interface: one.name,
            'network-type': one.ospfState === 'P2P' ? 'point-to-point' : 'broadcast',
            passive: one.ospfPassive ? 'yes' : undefined,
          }),
        ),
    ),
    block(
      '/routing ospf network',
      running.map(({ ospfArea = '', ipv4 }) =>
        add({ area: areaName(ospfArea), network: ipv4Prefix(ipv4)?.prefix }),
      ),
    ),
  ];
}

function routing7(device: FakeDevice): readonly ConfigNode[] {
  const { interfaces, bgpAs, bgpNeighbors, routerId } = device;
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  const areas = areasOf(interfaces);
  const peers = bgpAs === undefined ? [] : (bgpNeighbors ?? []);
  const instance = running.length === 0 ? [] : [add({ name: 'default', 'router-id': routerId })];
  const addressOf = (name: string | undefined) =>
    ipv4Prefix(interfaces.find((one) => one.name === name)?.ipv4)?.address;
  return [
    block(
      '/routing bgp template',
      bgpAs === undefined ? [] : [line('set', { as: bgpAs, 'router-id': routerId }, 'default')],
    ),
    block(
      '/routing bgp connection',
      peers.map(({ name, ipv4, remoteAs, updateSource }) =>
        add({
          as: bgpAs,
          'local.address': addressOf(updateSource),
          'local.role': remoteAs === bgpAs ? 'ibgp' : 'ebgp',
          name,
          'remote.address': ipv4,
          'remote.as': remoteAs,
          'router-id': routerId,
          templates: 'default',
        }),
      ),
    ),
    block('/routing ospf instance', instance),
    block(
      '/routing ospf area',
      areas.map((area) =>
        add({
          'area-id': area === '0.0.0.0' ? undefined : area,
          instance: 'default',
          name: areaName(area),
        }),
      ),
    ),
    block(
      '/routing ospf interface-template',
      running.map((one) =>
        add({
          area: areaName(one.ospfArea ?? ''),
          cost: one.kind === 'loopback' ? undefined : one.ospfCost,
          interfaces: one.name,
          passive: one.ospfPassive ? 'yes' : undefined,
          type: one.ospfState === 'P2P' ? 'ptp' : undefined,
        }),
      ),
    ),
  ];
}

function staticRoutes({ routes }: FakeDevice): readonly ConfigNode[] {
  return routes
    .filter(({ protocol }) => protocol === 'static')
    .map(({ prefix, nextHop }) => add({ distance: 1, 'dst-address': prefix, gateway: nextHop }));
}

function areasOf(interfaces: readonly DeviceInterface[]): readonly string[] {
  return [...new Set(interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))];
}

function add(properties: Properties): ConfigNode {
  return line('add', properties);
}

function line(verb: 'add' | 'set', properties: Properties, selector?: string): ConfigNode {
  const values = new Map(
    Object.entries(properties).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  );
  return leaf(writeEntry({ verb, values, ...(selector !== undefined && { selector }) }));
}
