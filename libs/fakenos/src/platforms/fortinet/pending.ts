import { applyEdits } from '../../configuration/candidate';
import { changeSection, placeByWords, sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import type { ConfigEdit } from '../../configuration/device-configuration';
import { hasLine } from '../../configuration/read-tree';
import type { CommandCall, CommandEffect } from '../../engine/platform';
import { goTo } from './levels';
import { schema } from './schema';

type Editing = Pick<CommandCall, 'device' | 'session'>;

/** In the order in which a configuration is shown. */
const PLACE = placeByWords(schema.map(({ name }) => `config ${name}`));
const CONSOLE = 'config system console';

/** Lines of a screen while output is paged. */
export const SCREEN_LINES = 24;

/** Changes what is open; others see it when the entry or object has been left with `next` or `end`. */
export function push({ session }: Editing, path: readonly string[], change: ConfigEdit): void {
  session.edits.push((tree) => changeSection(tree, path, change, PLACE));
}

/** Remembers how many changes there were when a section was opened, for `abort`. */
export function markOpened({ session }: Editing, path: readonly string[]): void {
  session.variables.set(`opened ${path.length}`, String(session.edits.length));
}

/** Forgets the changes made since this section was opened. */
export function dropSince({ session }: Editing, path: readonly string[]): void {
  session.edits.length = Math.min(
    session.edits.length,
    Number(session.variables.get(`opened ${path.length}`) ?? 0),
  );
}

/** Goes up to this path; what was changed is everybody's, and kept, as soon as nothing that encloses it is open. */
export function leaveTo(call: Editing, path: readonly string[], isDone: boolean): CommandEffect {
  const { device, session } = call;
  if (!isDone || session.edits.length === 0) return goTo(path);
  device.configuration?.edit(applyEdits(session.edits));
  device.configuration?.save();
  session.edits.length = 0;
  return { ...goTo(path), ...paging(device.configuration?.running ?? []) };
}

/** How long a screen is for whoever works on this device: the console says whether output waits. */
export function paging(tree: ConfigTree): { readonly pageLines?: number } {
  const lines = sectionAt(tree, [CONSOLE]);
  if (!lines) return {};
  if (hasLine(lines, 'set output standard')) return { pageLines: 0 };
  return hasLine(lines, 'set output more') ? { pageLines: SCREEN_LINES } : {};
}
