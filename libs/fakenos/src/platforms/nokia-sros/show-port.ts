import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { textTable } from '../text/text-table';
import { traffic } from '../text/traffic';
import { field, framed } from './frame';
import { connectorOf, portOf } from './sros-ports';

const COLUMNS = [14, 6, 5, 8, 5, 5, 5, 5, 5, 7, 0];
const HEADER = textTable(COLUMNS, [
  ['Port', 'Admin', 'Link', 'Port', 'Cfg', 'Oper', 'LAG/', 'Port', 'Port', 'Port', 'C/QS/S/XFP/'],
  ['Id', 'State', '', 'State', 'MTU', 'MTU', 'Bndl', 'Mode', 'Encp', 'Type', 'MDIMDX'],
]);
const DEFAULT_MTU = 9212;

/** A port and the interface on it. */
interface Port {
  readonly id: string;
  readonly one: DeviceInterface;
}

/** `show port`: those with interfaces, and the management port. */
export function showPort(device: FakeDevice): string {
  const rows = portsOf(device).flatMap(({ id, one }) => {
    const up = one.linkUp ? 'Up' : 'Down';
    const connector = [connectorOf(id), adminState(one), '', one.linkUp ? 'Link Up' : 'Down'];
    const mtu = String(portMtu(one));
    return [
      `${textTable([14, 6, 5, 26], [connector]).join('').padEnd(51)}conn   100GBASE-LR4`,
      ...textTable(COLUMNS, [
        [id, adminState(one), one.linkUp ? 'Yes' : 'No', up, mtu, mtu, '   -', 'netw', 'null', 'cgige'],
      ]),
    ];
  });
  const management = ['A/1', 'Up', 'Yes', 'Up', '1514', '1514', '   -', 'netw', 'null', 'faste', 'MDI'];
  return [
    framed({ title: 'Ports on Slot 1', header: HEADER, rows }),
    '',
    framed({ title: 'Ports on Slot A', header: HEADER, rows: textTable(COLUMNS, [management]) }),
  ].join('\n');
}

/** `show port description`. */
export function showPortDescription(device: FakeDevice): string {
  const rows = portsOf(device).map(({ id, one }) => [id, one.description ?? '100-Gig Ethernet']);
  return framed({
    title: 'Port Descriptions on Slot 1',
    header: textTable([16, 0], [['Port Id', 'Description']]),
    rows: textTable([16, 0], rows),
  });
}

/** `show port 1/1/c1/1`; undefined when there is no such port. */
export function showOnePort(device: FakeDevice, wanted: string): string | undefined {
  const found = portsOf(device).find(({ id }) => id === wanted || connectorOf(id) === wanted);
  if (!found) return undefined;
  const { id, one } = found;
  const { packets, bytes } = traffic(device, one);
  return framed({
    title: 'Ethernet Interface',
    rows: [
      field('Description', one.description ?? '100-Gig Ethernet'),
      field('Interface', id),
      field('Admin State', one.adminUp ? 'up' : 'down'),
      field('Oper State', one.linkUp ? 'up' : 'down'),
      field('Oper Speed', '100 Gbps'),
      field('Config Duplex', 'full'),
      field('MTU', portMtu(one)),
      field('Configured Mode', 'network'),
      field('Encap Type', 'null'),
      field('Hardware Address', one.mac),
      field('Configured Address', one.mac),
      '',
      field('Packets', `${packets} input, ${packets} output`),
      field('Octets', `${bytes} input, ${bytes} output`),
      field('Errors', '0 input, 0 output'),
    ],
  });
}

function portsOf({ interfaces }: FakeDevice): readonly Port[] {
  return interfaces.flatMap((one) => {
    const id = portOf(one);
    return id === undefined || id.includes(':') ? [] : [{ id, one }];
  });
}

function adminState({ adminUp }: DeviceInterface): string {
  return adminUp ? 'Up' : 'Down';
}

function portMtu({ mtu }: DeviceInterface): number {
  return mtu === 1500 ? DEFAULT_MTU : mtu;
}
