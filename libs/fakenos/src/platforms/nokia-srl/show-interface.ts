import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { boxedTable } from '../text/boxed-table';
import { loopbacksLast } from '../text/interface-order';
import { networkInstance, portName, subinterfaceName } from './srl-interfaces';

const DOUBLE_LINE = '='.repeat(100);
const LINE = '-'.repeat(100);

/** `show interface brief`. */
export function showInterfaceBrief(device: FakeDevice): string {
  const rows = loopbacksLast(device).map((one) => [
    portName(one),
    one.adminUp ? 'enable' : 'disable',
    state(one),
    one.kind === 'loopback' ? '' : speed(one),
    '',
    one.description ?? '',
  ]);
  return boxedTable(['Port', 'Admin State', 'Oper State', 'Speed', 'Type', 'Description'], rows).join('\n');
}

/** `show interface`, of all or of those given. */
export function showInterface(
  device: FakeDevice,
  interfaces: readonly DeviceInterface[] = loopbacksLast(device),
): string {
  const up = interfaces.filter(({ linkUp }) => linkUp);
  const count = (kind: DeviceInterface['kind']) => up.filter((one) => one.kind === kind).length;
  return [
    DOUBLE_LINE,
    ...interfaces.flatMap((one, index) => [...(index === 0 ? [] : [LINE]), ...interfaceLines(one)]),
    DOUBLE_LINE,
    'Summary',
    `  ${count('loopback')} loopback interfaces configured`,
    `  ${count('ethernet')} ethernet interfaces are up`,
    `  ${count('mgmt')} management interfaces are up`,
    `  ${up.length} subinterfaces are up`,
    DOUBLE_LINE,
  ].join('\n');
}

function interfaceLines(one: DeviceInterface): string[] {
  return [
    one.kind === 'loopback'
      ? `${portName(one)} is ${state(one)}, speed None, type None`
      : `${portName(one)} is ${state(one)}, speed ${speed(one)}, type None`,
    ...(one.description === undefined ? [] : [`  Description     : ${one.description}`]),
    `  ${subinterfaceName(one)} is ${state(one)}`,
    '    Network-instances:',
    `      * Name: ${networkInstance(one)} (${networkInstance(one) === 'mgmt' ? 'ip-vrf' : 'default'})`,
    '    Encapsulation   : null',
    '    Type            : routed',
    ...(one.ipv4 === undefined ? [] : [`    IPv4 addr    : ${one.ipv4} (static, preferred, primary)`]),
    ...(one.ipv6 === undefined ? [] : [`    IPv6 addr    : ${one.ipv6} (static, preferred, primary)`]),
  ];
}

function state({ linkUp }: DeviceInterface): string {
  return linkUp ? 'up' : 'down';
}

function speed({ kind }: DeviceInterface): string {
  return kind === 'mgmt' ? '1G' : '25G';
}
