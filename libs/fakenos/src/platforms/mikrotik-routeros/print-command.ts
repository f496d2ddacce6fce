import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { rememberPrinted, rowsWhere } from './find-rows';
import type { Menu, MenuList } from './menu';
import { printDetail, printTable, printTerse } from './print-rows';
import { readArguments } from './read-arguments';
import { softwareOf } from './software';

const OPTIONS = [
  ...['brief', 'detail', 'terse', 'count-only', 'without-paging', 'status', 'all', 'stats', 'follow'],
];

/** `print detail where interface=ether2` of a menu of items. */
export function printList(call: CommandCall, { path }: Menu, list: MenuList): CommandOutcome {
  const { device, session, args, line } = call;
  const { items, where } = readArguments(args.options ?? '');
  const options = new Set<string>();
  for (const item of items) {
    const option = OPTIONS.find((one) => one.startsWith(item));
    if (option === undefined) {
      const column = line.lastIndexOf(item) + 1;
      return { output: `expected end of command (line 1 column ${column})`, status: 1 };
    }
    options.add(option);
  }
  const { generation } = softwareOf(device);
  const flags = generation === 7 ? (list.flags7 ?? list.flags) : list.flags;
  const rows = rowsWhere(list.rows(device), where, { flags });
  rememberPrinted(session, path, rows);
  if (options.has('count-only')) return String(rows.length);
  const layout = {
    generation,
    flags,
    columns: generation === 7 ? (list.columns7 ?? list.columns) : list.columns,
    width: session.pageColumns,
    quoted: list.quoted ?? [],
  };
  if (options.has('terse')) return printTerse(rows, layout);
  const isDetailed = list.detailed || options.has('detail') || options.has('status');
  if (generation === 7 && rows.length === 0) return '';
  return isDetailed ? printDetail(rows, layout) : printTable(rows, layout);
}

/** `print` of a menu that holds one thing. */
export function printSingle({ device }: CommandCall, { single }: Menu): CommandOutcome {
  const values = single?.values(device) ?? [];
  const width = Math.max(...values.map(([name]) => name.length)) + 2;
  return values.map(([name, value]) => `${name.padStart(width)}: ${value}`).join('\n');
}
