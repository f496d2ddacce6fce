import { leaf } from '../../configuration/config-tree';
import { ipv4Prefix } from '../../device/ipv4-prefix';
import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { changeMenu, replaceLine } from './change-section';
import { checkValues } from './check-values';
import { readEntry, writeEntry } from './entry';
import { followPrinted, rowsMeant } from './find-rows';
import type { Menu, MenuList } from './menu';
import type { Arguments } from './read-arguments';
import { readArguments } from './read-arguments';
import type { Row } from './row';
import { valueIn } from './row';
import { entriesOf } from './section-entries';

type Values = ReadonlyMap<string, string>;

/** What is so unless somebody says otherwise. */
const DEFAULTS: Readonly<Record<string, string>> = { disabled: 'no', mtu: '1500' };

/** `add address=10.9.0.1/30 interface=ether2` */
export function addItem(call: CommandCall, { path }: Menu, list: MenuList): CommandOutcome {
  const { device, line } = call;
  const given = readArguments(call.args.arguments ?? '');
  const [stray] = given.items;
  if (stray !== undefined) return refused(`expected end of command (line 1 column ${columnOf(line, stray)})`);
  const checked = checkValues(device, given.values, { takes: list.takes ?? [], line, path });
  if ('refusal' in checked) return refused(checked.refusal);
  const missing = (list.needs ?? []).filter((name) => !checked.values.has(name));
  if (missing.length > 0) return refused(`missing value(s) of argument(s) ${missing.join(' ')}`);
  const values = completed(path, checked.values);
  const taken = clash(list.rows(device), path, values);
  if (taken !== undefined) return refused(`failure: already have ${taken}`);
  changeMenu(device, `/${path}`, (lines) => [...lines, leaf(writeEntry({ verb: 'add', values }))]);
  return '';
}

/** `set ether2 comment="to the core"`, `set [find name=r2] disabled=yes`, `set 0 mtu=9000` */
export function setItems(call: CommandCall, menu: Menu, list: MenuList): CommandOutcome {
  const given = readArguments(call.args.arguments ?? '');
  const { values } = given;
  const changes = new Map([...values].filter(([name]) => name !== 'numbers'));
  return change(call, { menu, list, given, changes });
}

/** `disable ether2`, `enable 0` */
export function switchItems(
  call: CommandCall,
  { menu, list, disabled }: { readonly menu: Menu; readonly list: MenuList; readonly disabled: boolean },
): CommandOutcome {
  const given = readArguments(call.args.arguments ?? '');
  return change(call, { menu, list, given, changes: new Map([['disabled', disabled ? 'yes' : 'no']]) });
}

/** `comment 0 comment="to the core"`, `comment ether2 "to the core"` */
export function commentItems(call: CommandCall, menu: Menu, list: MenuList): CommandOutcome {
  const given = readArguments(call.args.arguments ?? '');
  const { items, values } = given;
  const isLast = values.get('comment') === undefined && items.length > (given.find === undefined ? 1 : 0);
  const comment = values.get('comment') ?? (isLast ? items.at(-1) : '') ?? '';
  const meant = isLast ? { ...given, items: items.slice(0, -1) } : given;
  return change(call, { menu, list, given: meant, changes: new Map([['comment', comment]]) });
}

/** `remove 0`, `remove [find interface=ether2]` */
export function removeItems(call: CommandCall, { path }: Menu, list: MenuList): CommandOutcome {
  const { device, session } = call;
  const given = readArguments(call.args.arguments ?? '');
  const rows = rowsMeant(list.rows(device), given, { session, path, list });
  if (!rows) return refused('no such item');
  for (const { source } of rows) {
    if (!source?.line.startsWith('add')) return refused('failure: can not remove what was not added');
  }
  for (const { source } of rows) {
    if (source) changeMenu(device, source.section, (lines) => replaceLine(lines, source.line, undefined));
  }
  return '';
}

/** `/system identity set name=r1` */
export function setSingle(call: CommandCall, { path, single }: Menu): CommandOutcome {
  const { device, line } = call;
  const given = readArguments(call.args.arguments ?? '');
  const [stray] = given.items;
  if (stray !== undefined) return refused(`expected end of command (line 1 column ${columnOf(line, stray)})`);
  const checked = checkValues(device, given.values, { takes: single?.takes ?? [], line, path });
  if ('refusal' in checked) return refused(checked.refusal);
  const [before] = entriesOf(device, `/${path}`);
  const values = merged(before?.values ?? new Map<string, string>(), checked.values);
  changeMenu(device, `/${path}`, () =>
    values.size === 0 ? [] : [leaf(writeEntry({ verb: 'set', values }))],
  );
  return '';
}

interface Change {
  readonly menu: Menu;
  readonly list: MenuList;
  readonly given: Arguments;
  readonly changes: Values;
}

function change(call: CommandCall, { menu, list, given, changes }: Change): CommandOutcome {
  const { device, session, line } = call;
  const { path } = menu;
  const rows = rowsMeant(list.rows(device), given, { session, path, list });
  if (!rows) return refused('no such item');
  const checked = checkValues(device, changes, { takes: list.takes ?? [], line, path });
  if ('refusal' in checked) return refused(checked.refusal);
  for (const row of rows) {
    if (!row.source) return refused('failure: can not change dynamic item');
    const renamed = checked.values.get('name');
    if (path.startsWith('interface') && renamed !== undefined && renamed !== valueIn(row, 'name')) {
      return refused('failure: this interface keeps its name');
    }
  }
  for (const { source } of rows) {
    const entry = source && readEntry({ text: source.line });
    if (!entry) continue;
    const values = merged(entry.values, withNetwork(path, checked.values));
    const next = { ...entry, values };
    changeMenu(device, source.section, (lines) => replaceLine(lines, source.line, next));
    followPrinted(session, path, source.line, writeEntry(next));
  }
  return '';
}

/** What is as it always was is not kept. */
function merged(before: Values, changes: Values): Values {
  const values = new Map(before);
  for (const [name, value] of changes) {
    if (value === '' || DEFAULTS[name] === value) values.delete(name);
    else values.set(name, value);
  }
  return values;
}

function completed(path: string, values: Values): Values {
  return merged(new Map(), withNetwork(path, values));
}

/** An address is kept together with its network. */
function withNetwork(path: string, values: Values): Values {
  const own = ipv4Prefix(values.get('address'));
  if (path !== 'ip address' || !own) return values;
  return new Map([...values, ['address', `${own.address}/${own.length}`], ['network', own.network]]);
}

function clash(rows: readonly Row[], path: string, values: Values): string | undefined {
  const same = (name: string) =>
    rows.some((row) => values.has(name) && valueIn(row, name) === values.get(name));
  if (path.startsWith('interface ')) return same('name') ? 'interface with such name' : undefined;
  const both = rows.some((row) =>
    ['address', 'interface'].every((name) => valueIn(row, name) === values.get(name)),
  );
  return path === 'ip address' && both ? 'such address' : undefined;
}

function columnOf(line: string, word: string): number {
  return Math.max(0, line.lastIndexOf(word)) + 1;
}

function refused(output: string): CommandOutcome {
  return { output, status: 1 };
}
