import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { xrMtu, xrOrder } from './xr-interfaces';

/** The configuration that makes an IOS XR device what the topology says. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  return [
    leaf(`hostname ${device.name}`),
    block('vrf management', [block('address-family ipv4 unicast', [])]),
    block('line default', [leaf('transport input ssh')]),
    leaf('cdp'),
    block('lldp', []),
    ...xrOrder(device).map(interfaceSection),
    ...staticSection(device),
    ...ospfSection(device),
    ...bgpSection(device),
    leaf('ssh server v2'),
  ];
}

function interfaceSection(one: DeviceInterface): ConfigNode {
  const address = ipv4Prefix(one.ipv4);
  const lines = [
    ...(one.description === undefined ? [] : [`description ${one.description}`]),
    ...(one.kind === 'ethernet' ? ['cdp'] : []),
    ...(one.kind === 'ethernet' && one.mtu !== 1500 ? [`mtu ${xrMtu(one)}`] : []),
    ...(one.kind === 'mgmt' ? ['vrf management'] : []),
    ...(address ? [`ipv4 address ${address.address} ${address.mask}`] : []),
    ...(one.ipv6 === undefined ? [] : [`ipv6 address ${one.ipv6}`]),
    ...(one.adminUp ? [] : ['shutdown']),
  ];
  return block(`interface ${one.name}`, lines.map(leaf));
}

function staticSection({ routes }: FakeDevice): ConfigTree {
  const lines = routes
    .filter(({ protocol }) => protocol === 'static')
    .map(({ prefix, nextHop }) => leaf(`${prefix} ${nextHop ?? ''}`));
  return lines.length === 0 ? [] : [block('router static', [block('address-family ipv4 unicast', lines)])];
}

function ospfSection({ interfaces, routerId }: FakeDevice): ConfigTree {
  const areas = [...new Set(interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))].sort();
  if (areas.length === 0) return [];
  return [
    block('router ospf 1', [
      leaf(`router-id ${routerId}`),
      ...areas.map((area) =>
        block(
          `area ${area.replace(/^0\.0\.0\./, '')}`,
          interfaces
            .filter(({ ospfArea }) => ospfArea === area)
            .map((one) =>
              block(
                `interface ${one.name}`,
                [
                  ...(one.kind === 'loopback' ? [] : [`cost ${one.ospfCost ?? 10}`]),
                  ...(one.ospfState === 'P2P' ? ['network point-to-point'] : []),
                  ...(one.ospfPassive ? ['passive enable'] : []),
                ].map(leaf),
              ),
            ),
        ),
      ),
    ]),
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): ConfigTree {
  if (bgpAs === undefined) return [];
  const family = block('address-family ipv4 unicast', []);
  return [
    block(`router bgp ${bgpAs}`, [
      leaf(`bgp router-id ${routerId}`),
      family,
      ...(bgpNeighbors ?? []).map(({ ipv4, remoteAs, name, updateSource }) =>
        block(`neighbor ${ipv4}`, [
          leaf(`remote-as ${remoteAs}`),
          ...(updateSource === undefined ? [] : [leaf(`update-source ${updateSource}`)]),
          leaf(`description ${name}`),
          family,
        ]),
      ),
    ]),
  ];
}
