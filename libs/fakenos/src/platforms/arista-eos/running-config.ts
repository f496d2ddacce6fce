import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { eosOrder } from './show-interfaces';
import { EOS_MODEL, EOS_VERSION } from './show-version';

/** `show running-config` or `show startup-config`, as the first line of its output says. */
export function showConfig(device: FakeDevice, command: string): string {
  return [
    `! Command: ${command}`,
    `! device: ${device.name} (${EOS_MODEL}, EOS-${EOS_VERSION})`,
    '!',
    'no aaa root',
    '!',
    'transceiver qsfp default-mode 4x10G',
    '!',
    'service routing protocols model multi-agent',
    '!',
    `hostname ${device.name}`,
    '!',
    'spanning-tree mode mstp',
    '!',
    'vrf instance management',
    '!',
    ...eosOrder(device).flatMap((one) => [...interfaceSection(one), '!']),
    'ip routing',
    'no ip routing vrf management',
    '!',
    ...device.routes
      .filter(({ protocol }) => protocol === 'static')
      .map(({ prefix, nextHop }) => `ip route ${prefix} ${nextHop ?? ''}`),
    ...bgpSection(device),
    ...ospfSection(device),
    'end',
  ].join('\n');
}

/** `show running-config interfaces …`. */
export function interfaceSection(one: DeviceInterface): string[] {
  return [
    `interface ${one.name}`,
    ...(one.description === undefined ? [] : [`   description ${one.description}`]),
    ...(one.adminUp ? [] : ['   shutdown']),
    ...(one.kind === 'mgmt' ? ['   vrf management'] : []),
    ...(one.kind === 'ethernet' && (one.ipv4 ?? one.ipv6) !== undefined ? ['   no switchport'] : []),
    ...(one.ipv4 === undefined ? [] : [`   ip address ${one.ipv4}`]),
    ...(one.ipv6 === undefined ? [] : [`   ipv6 address ${one.ipv6}`]),
    ...(one.ospfState === 'P2P' ? ['   ip ospf network point-to-point'] : []),
    ...(one.ospfArea === undefined || one.kind === 'loopback'
      ? []
      : [`   ip ospf cost ${one.ospfCost ?? 10}`]),
    ...(one.ospfArea === undefined ? [] : [`   ip ospf area ${one.ospfArea}`]),
  ];
}

function ospfSection({ interfaces, routerId }: FakeDevice): string[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return [];
  return [
    'router ospf 1',
    `   router-id ${routerId}`,
    ...running.filter(({ ospfPassive }) => ospfPassive).map(({ name }) => `   passive-interface ${name}`),
    '   max-lsa 12000',
    '!',
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): string[] {
  if (bgpAs === undefined) return [];
  return [
    `router bgp ${bgpAs}`,
    `   router-id ${routerId}`,
    ...(bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
      `   neighbor ${ipv4} remote-as ${remoteAs}`,
      ...(updateSource === undefined ? [] : [`   neighbor ${ipv4} update-source ${updateSource}`]),
      `   neighbor ${ipv4} description ${name}`,
    ]),
    '!',
  ];
}
