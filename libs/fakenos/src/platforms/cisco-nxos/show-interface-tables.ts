import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import { loopbacksLast } from '../text/interface-order';
import { textTable } from '../text/text-table';
import { nxosShortName } from './nxos-interfaces';
import { isRouted } from './show-interface';

const RULE = '-'.repeat(80);

/** `show interface brief`: a table for each kind. */
export function showInterfaceBrief(device: FakeDevice): string {
  const { mgmt, ethernet, loopback } = byKind(device);
  return [
    '',
    ...framed(['Port   VRF          Status IP Address                              Speed    MTU']),
    ...textTable(
      [7, 13, 7, 40, 9, 0],
      mgmt.map((one) => {
        const address = ipv4Prefix(one.ipv4)?.address ?? '--';
        return [one.name, '--', state(one), address, '1000', String(one.mtu)];
      }),
    ),
    '',
    ...framed([
      'Ethernet        VLAN    Type Mode   Status  Reason                 Speed     Port',
      'Interface                                                                    Ch #',
    ]),
    ...textTable([16, 8, 5, 7, 8, 23, 9, 0], ethernet.map(briefRow)),
    '',
    ...framed(['Interface     Status     Description']),
    ...textTable(
      [14, 11, 0],
      loopback.map((one) => [nxosShortName(one.name), state(one), one.description ?? '--']),
    ),
  ].join('\n');
}

/** `show interface status`. */
export function showInterfaceStatus(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => {
    const isLoopback = one.kind === 'loopback';
    return [
      nxosShortName(one.name),
      (one.description ?? '--').slice(0, 18),
      one.linkUp ? 'connected' : one.adminUp ? 'notconnec' : 'disabled',
      isRouted(one) || one.kind !== 'ethernet' ? 'routed' : '1',
      isLoopback || !one.linkUp ? 'auto' : 'full',
      isLoopback || !one.linkUp ? 'auto' : '1000',
      one.kind === 'ethernet' ? '10g' : '--',
    ];
  });
  return [
    '',
    ...framed(['Port          Name               Status    Vlan      Duplex  Speed   Type']),
    ...textTable([14, 19, 10, 10, 8, 8, 0], rows),
  ].join('\n');
}

/** `show interface description`: a table for each kind. */
export function showInterfaceDescription(device: FakeDevice): string {
  const { mgmt, ethernet, loopback } = byKind(device);
  const plain = (interfaces: readonly DeviceInterface[]) => [
    '',
    ...framed(['Interface                Description']),
    ...interfaces.map((one) => `${nxosShortName(one.name).padEnd(25)}${one.description ?? '--'}`),
  ];
  return [
    ...plain(mgmt),
    '',
    ...framed(['Port          Type   Speed   Description']),
    ...textTable(
      [14, 7, 8, 0],
      ethernet.map((one) => [nxosShortName(one.name), 'eth', '10G', one.description ?? '--']),
    ),
    ...plain(loopback),
  ].join('\n');
}

function briefRow(one: DeviceInterface): readonly string[] {
  const routed = isRouted(one);
  return [
    nxosShortName(one.name),
    routed ? '--' : '1',
    'eth',
    routed ? 'routed' : 'access',
    state(one),
    one.linkUp ? 'none' : one.adminUp ? 'Link not connected' : 'Administratively down',
    one.linkUp ? '1000(D)' : 'auto(D)',
    '--',
  ];
}

function byKind({ interfaces }: FakeDevice): Record<DeviceInterface['kind'], readonly DeviceInterface[]> {
  const of = (wanted: DeviceInterface['kind']) => interfaces.filter(({ kind }) => kind === wanted);
  return { mgmt: of('mgmt'), ethernet: of('ethernet'), loopback: of('loopback') };
}

function framed(header: readonly string[]): readonly string[] {
  return [RULE, ...header, RULE];
}

function state({ linkUp }: DeviceInterface): string {
  return linkUp ? 'up' : 'down';
}
