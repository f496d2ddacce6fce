import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { ConfigNode, ConfigTree } from '../../configuration/config-tree';
import { block, leaf } from '../../configuration/config-tree';
import { networkInstance, portName, subinterfaceName } from './srl-interfaces';

const ENABLE = leaf('admin-state enable');

/** What somebody would have typed to build this device. */
export function initialConfiguration(device: FakeDevice): ConfigTree {
  const { interfaces, name } = device;
  const instance = (wanted: string) => interfaces.filter((one) => networkInstance(one) === wanted);
  return [
    ...interfaces.map(interfaceBlock),
    block('network-instance default', [
      leaf('type default'),
      ENABLE,
      leaf(`router-id ${device.routerId}`),
      ...instance('default').map(member),
      ...protocols(device),
    ]),
    block('network-instance mgmt', [leaf('type ip-vrf'), ENABLE, ...instance('mgmt').map(member)]),
    block('system', [
      block('lldp', [ENABLE]),
      block('name', [leaf(`host-name ${name}`)]),
      block('ssh-server mgmt', [ENABLE, leaf('network-instance mgmt')]),
    ]),
  ];
}

function interfaceBlock(one: DeviceInterface): ConfigNode {
  return block(`interface ${portName(one)}`, [
    ...(one.description === undefined ? [] : [leaf(`description "${one.description}"`)]),
    one.adminUp ? ENABLE : leaf('admin-state disable'),
    block('subinterface 0', [
      ENABLE,
      ...(one.ipv4 === undefined ? [] : [block('ipv4', [ENABLE, block(`address ${one.ipv4}`, [])])]),
      ...(one.ipv6 === undefined ? [] : [block('ipv6', [ENABLE, block(`address ${one.ipv6}`, [])])]),
    ]),
  ]);
}

function member(one: DeviceInterface): ConfigNode {
  return block(`interface ${subinterfaceName(one)}`, []);
}

function protocols(device: FakeDevice): readonly ConfigNode[] {
  const parts = [...bgp(device), ...ospf(device)];
  return parts.length > 0 ? [block('protocols', parts)] : [];
}

function ospf({ interfaces, routerId }: FakeDevice): readonly ConfigNode[] {
  const areas = [...new Set(interfaces.flatMap(({ ospfArea }) => ospfArea ?? []))];
  if (areas.length === 0) return [];
  const area = (id: string) =>
    block(
      `area ${id}`,
      interfaces
        .filter(({ ospfArea }) => ospfArea === id)
        .map((one) =>
          block(`interface ${subinterfaceName(one)}`, [
            ...(one.ospfState === 'P2P' ? [leaf('interface-type point-to-point')] : []),
            ...(one.ospfPassive ? [leaf('passive true')] : []),
            ...(one.kind === 'loopback' ? [] : [leaf(`metric ${one.ospfCost ?? 10}`)]),
          ]),
        ),
    );
  const instance = [ENABLE, leaf('version ospf-v2'), leaf(`router-id ${routerId}`), ...areas.map(area)];
  return [block('ospf', [block('instance default', instance)])];
}

function bgp({ bgpAs, bgpNeighbors = [], routerId, interfaces }: FakeDevice): readonly ConfigNode[] {
  if (bgpAs === undefined) return [];
  return [
    block('bgp', [
      leaf(`autonomous-system ${bgpAs}`),
      leaf(`router-id ${routerId}`),
      ...bgpNeighbors.map(({ ipv4, remoteAs, name, updateSource }) =>
        block(`neighbor ${ipv4}`, [
          leaf(`description "${name}"`),
          leaf(`peer-as ${remoteAs}`),
          ...transport(interfaces, updateSource),
        ]),
      ),
    ]),
  ];
}

/** Sessions within a system begin at the address of this interface. */
function transport(
  interfaces: readonly DeviceInterface[],
  source: string | undefined,
): readonly ConfigNode[] {
  const address = ipv4Prefix(interfaces.find(({ name }) => name === source)?.ipv4)?.address;
  return address === undefined ? [] : [block('transport', [leaf(`local-address ${address}`)])];
}
