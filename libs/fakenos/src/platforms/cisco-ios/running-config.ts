import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { iosSoftware } from './software';

const NVRAM_BYTES = 262_144;

/** `show running-config`. */
export function showRunningConfig(device: FakeDevice): string {
  const config = configuration(device);
  return [
    'Building configuration...',
    '',
    `Current configuration : ${config.length} bytes`,
    '!',
    config,
    '',
  ].join('\n');
}

/** `show startup-config`. */
export function showStartupConfig(device: FakeDevice): string {
  const config = configuration(device);
  return [`Using ${config.length} out of ${NVRAM_BYTES} bytes`, '!', config, ''].join('\n');
}

/** The section of one interface: `show running-config interface …`. */
export function showRunningConfigInterface(one: DeviceInterface): string {
  const section = interfaceSection(one).join('\n');
  return [
    'Building configuration...',
    '',
    `Current configuration : ${section.length} bytes`,
    '!',
    section,
    'end',
    '',
  ].join('\n');
}

function configuration(device: FakeDevice): string {
  const version = /^\d+\.\d+/.exec(iosSoftware(device.netlabDevice).version)?.[0] ?? '15.9';
  return [
    `version ${version}`,
    'service timestamps debug datetime msec',
    'service timestamps log datetime msec',
    'no service password-encryption',
    '!',
    `hostname ${device.name}`,
    '!',
    'vrf definition mgmt',
    ' !',
    ' address-family ipv4',
    ' exit-address-family',
    '!',
    'no ip domain lookup',
    'ip cef',
    'lldp run',
    '!',
    ...loopbacksLast(device).flatMap((one) => [...interfaceSection(one), '!']),
    ...ospfSection(device),
    ...bgpSection(device),
    ...device.routes
      .filter(({ protocol }) => protocol === 'static')
      .map(({ prefix, nextHop }) => {
        const network = ipv4Prefix(prefix);
        return `ip route ${network?.network ?? prefix} ${network?.mask ?? ''} ${nextHop ?? ''}`;
      }),
    'ip forward-protocol nd',
    'ip ssh version 2',
    '!',
    'line con 0',
    'line vty 0 4',
    ' login local',
    ' transport input ssh',
    '!',
    'end',
  ].join('\n');
}

function interfaceSection(one: DeviceInterface): string[] {
  const address = ipv4Prefix(one.ipv4);
  const isCable = one.ospfState === 'P2P';
  return [
    `interface ${one.name}`,
    ...(one.kind === 'mgmt' ? [' vrf forwarding mgmt'] : []),
    ...(one.description === undefined ? [] : [` description ${one.description}`]),
    address ? ` ip address ${address.address} ${address.mask}` : ' no ip address',
    ...(one.ipv6 === undefined ? [] : [` ipv6 address ${one.ipv6.toUpperCase()}`]),
    ...(isCable ? [' ip ospf network point-to-point'] : []),
    ...(one.ospfArea === undefined ? [] : [` ip ospf 1 area ${one.ospfArea}`]),
    ...(one.ospfArea === undefined || one.kind === 'loopback' ? [] : [` ip ospf cost ${one.ospfCost ?? 10}`]),
    ...(one.kind === 'loopback' ? [] : [' duplex auto', ' speed auto']),
    ...(one.adminUp ? [] : [' shutdown']),
  ];
}

function ospfSection({ interfaces, routerId }: FakeDevice): string[] {
  const running = interfaces.filter(({ ospfArea }) => ospfArea !== undefined);
  if (running.length === 0) return [];
  return [
    'router ospf 1',
    ` router-id ${routerId}`,
    ...running.filter(({ ospfPassive }) => ospfPassive).map(({ name }) => ` passive-interface ${name}`),
    '!',
  ];
}

function bgpSection({ bgpAs, bgpNeighbors, routerId }: FakeDevice): string[] {
  if (bgpAs === undefined) return [];
  return [
    `router bgp ${bgpAs}`,
    ` bgp router-id ${routerId}`,
    ' bgp log-neighbor-changes',
    ...(bgpNeighbors ?? []).flatMap(({ ipv4, remoteAs, name, updateSource }) => [
      ` neighbor ${ipv4} remote-as ${remoteAs}`,
      ` neighbor ${ipv4} description ${name}`,
      ...(updateSource === undefined ? [] : [` neighbor ${ipv4} update-source ${updateSource}`]),
    ]),
    '!',
  ];
}
