import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { FRR_VERSION } from './show-version';

/** `show running-config`. */
export function showRunningConfig(device: FakeDevice): string {
  return ['Building configuration...', '', 'Current configuration:', '!', frrConfig(device), 'end'].join(
    '\n',
  );
}

/** What `/etc/frr/frr.conf` says. */
export function frrConfig(device: FakeDevice): string {
  return [
    `frr version ${FRR_VERSION}`,
    'frr defaults datacenter',
    `hostname ${device.name}`,
    'service integrated-vtysh-config',
    '!',
    ...device.interfaces
      .filter(({ kind }) => kind !== 'mgmt')
      .flatMap((one) => [...interfaceSection(one), 'exit', '!']),
    ...bgpSection(device),
    ...ospfSection(device),
  ].join('\n');
}

function interfaceSection(one: DeviceInterface): string[] {
  return [
    `interface ${one.name}`,
    ...(one.description === undefined ? [] : [` description ${one.description}`]),
    ...(one.adminUp ? [] : [' shutdown']),
    ...(one.ipv4 === undefined ? [] : [` ip address ${one.ipv4}`]),
    ...(one.ospfArea === undefined ? [] : [` ip ospf area ${one.ospfArea}`]),
    ...(one.ospfArea === undefined || one.kind === 'loopback' ? [] : [` ip ospf cost ${one.ospfCost ?? 10}`]),
    ...(one.ospfState === 'P2P' ? [' ip ospf network point-to-point'] : []),
    ...(one.ospfPassive ? [' ip ospf passive'] : []),
    ...(one.ipv6 === undefined ? [] : [` ipv6 address ${one.ipv6}`]),
  ];
}

function ospfSection({ interfaces, routerId }: FakeDevice): string[] {
  const runs = interfaces.some(({ ospfArea }) => ospfArea !== undefined);
  return runs ? ['router ospf', ` ospf router-id ${routerId}`, 'exit', '!'] : [];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): string[] {
  if (bgpAs === undefined) return [];
  return [
    `router bgp ${bgpAs}`,
    ` bgp router-id ${routerId}`,
    ' no bgp ebgp-requires-policy',
    ...(bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
      ` neighbor ${ipv4} remote-as ${remoteAs}`,
      ` neighbor ${ipv4} description ${name}`,
      ...(updateSource === undefined ? [] : [` neighbor ${ipv4} update-source ${updateSource}`]),
    ]),
    'exit',
    '!',
  ];
}
