import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { addItem, commentItems, removeItems, setItems, setSingle, switchItems } from './change-commands';
import { exportText } from './export';
import type { Menu } from './menu';
import { menus } from './menus';
import { ABSOLUTE, ROOT } from './modes';
import { printList, printSingle } from './print-command';
import { readArguments } from './read-arguments';

/** A command by its whole path; the words of the menu that a session stands in are left out there. */
export interface PathCommand {
  /** `ip address print [<options...>]` */
  readonly syntax: string;
  readonly run: (call: CommandCall) => CommandOutcome;
}

/** What can be done in the menus. */
export const menuCommands: readonly PathCommand[] = menus.flatMap((menu) => [
  { syntax: menu.path, run: () => ({ mode: menu.path }) },
  { syntax: `${menu.path} export [<options...>]`, run: (call) => exported(call, menu.path) },
  ...listCommands(menu),
  ...singleCommands(menu),
]);

/** A command in every place that leads to it: outside all menus, in those above it, and from everywhere with a slash. */
export function placed({ syntax, run }: PathCommand): readonly Command[] {
  const within = menus.filter(({ path }) => syntax.startsWith(`${path} `));
  return [
    { syntax, modes: [ROOT], run },
    { syntax: `/${syntax}`, modes: [ABSOLUTE], run },
    ...within.map(({ path }) => ({ syntax: syntax.slice(path.length + 1), modes: [path], run })),
  ];
}

/** `export terse` here or anywhere. */
export function exported({ device, args }: CommandCall, path: string): CommandOutcome {
  const options = readArguments(args.options ?? '').items;
  const has = (name: string) => options.some((option) => option.length > 1 && name.startsWith(option));
  return exportText(device, { path, terse: has('terse'), verbose: has('verbose') });
}

function listCommands(menu: Menu): readonly PathCommand[] {
  const { path, list } = menu;
  if (!list) return [];
  const print = {
    syntax: `${path} print [<options...>]`,
    run: (call: CommandCall) => printList(call, menu, list),
  };
  if (!list.takes) return [print];
  const command = (verb: string, run: PathCommand['run']): PathCommand => ({
    syntax: `${path} ${verb} [<arguments...>]`,
    run,
  });
  return [
    print,
    command('set', (call) => setItems(call, menu, list)),
    command('enable', (call) => switchItems(call, { menu, list, disabled: false })),
    command('disable', (call) => switchItems(call, { menu, list, disabled: true })),
    command('comment', (call) => commentItems(call, menu, list)),
    ...(list.needs
      ? [
          command('add', (call) => addItem(call, menu, list)),
          command('remove', (call) => removeItems(call, menu, list)),
        ]
      : []),
  ];
}

function singleCommands(menu: Menu): readonly PathCommand[] {
  const { path, single } = menu;
  if (!single) return [];
  return [
    { syntax: `${path} print [<options...>]`, run: (call) => printSingle(call, menu) },
    ...(single.takes
      ? [{ syntax: `${path} set [<arguments...>]`, run: (call: CommandCall) => setSingle(call, menu) }]
      : []),
  ];
}
