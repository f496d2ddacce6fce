import type { FakeDevice } from '../../device/fake-device';
import { interfaceRows } from './interface-rows';
import type { Menu, MenuList } from './menu';
import type { FlagColumns, Row } from './row';
import { entriesOf, isEnabled } from './section-entries';

/** The flag that every item has that can be switched off. */
export const DISABLED: FlagColumns = [{ X: 'disabled' }];

/** The flags of interfaces. */
export const INTERFACE_FLAGS: FlagColumns = [
  { D: 'dynamic' },
  { X: 'disabled', R: 'running' },
  { S: 'slave' },
];

/** What every item takes. */
export const COMMON = ['comment', 'disabled'];

/** Interfaces of one kind, which configuration makes. */
export function madeInterfaces(
  type: string,
  help: string,
  takes: readonly string[],
  needs: readonly string[] = [],
): Menu {
  return {
    path: `interface ${type}`,
    help,
    list: {
      rows: (device) => interfaceRows(device, type),
      flags: INTERFACE_FLAGS,
      columns: ['name', 'mtu', 'mac-address'],
      takes: ['name', 'mtu', 'l2mtu', 'arp', ...takes, ...COMMON],
      needs: ['name', ...needs],
    },
  };
}

/** A menu that only keeps what is written there. */
export function kept(
  path: string,
  help: string,
  columns: readonly string[],
  needs?: readonly string[],
): Menu {
  const list: MenuList = {
    rows: (device) => keptRows(device, `/${path}`, columns),
    flags: DISABLED,
    columns: columns.slice(0, 6),
    takes: [...columns, ...COMMON],
    ...(needs && { needs }),
  };
  return { path, help, list };
}

/** A menu that holds one thing, as it was set. */
export function single(path: string, help: string, takes: readonly string[]): Menu {
  const values = (device: FakeDevice) => {
    const entry = entriesOf(device, `/${path}`).at(0);
    return takes.map((name) => [name, entry?.values.get(name) ?? ''] as const);
  };
  return { path, help, single: { values, takes } };
}

function keptRows(device: FakeDevice, section: string, names: readonly string[]): readonly Row[] {
  return entriesOf(device, section).map((entry) => {
    const named = new Map([...(entry.verb === 'set' ? [['name', 'default'] as const] : []), ...entry.values]);
    return {
      flags: isEnabled(entry) ? '' : 'X',
      comment: entry.values.get('comment'),
      source: { section, line: entry.line },
      values: names.flatMap((name) => {
        const value = named.get(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    };
  });
}
