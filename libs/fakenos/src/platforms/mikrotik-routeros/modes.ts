import type { Mode, Platform, Refusals } from '../../engine/platform';
import { menus } from './menus';
import { softwareOf } from './software';

/** What begins with `/` is known here, and here every menu looks it up. No session ever stands in it. */
export const ABSOLUTE = 'absolute';

/** Outside all menus. */
export const ROOT = 'root';

/** How RouterOS prompts: the menu after the name, blanks between its words up to 6, slashes from 7 on. */
export const modes: Platform['modes'] = {
  [ROOT]: menuMode(''),
  [ABSOLUTE]: { prompt: ({ name }) => `[admin@${name}] > `, words: 'abbreviated' },
  ...Object.fromEntries(menus.map(({ path }) => [path, menuMode(path)])),
};

/** How RouterOS words what it does not accept. */
export const refusals: Refusals = {
  unknown: ({ line, column }) => `bad command name ${wordAt(line, column)} (line 1 column ${column + 1})\n`,
  incomplete: ({ line }) => `expected command name (line 1 column ${line.trimEnd().length + 1})\n`,
  ambiguous: ({ line, column }) =>
    `ambiguous command name ${wordAt(line, column)} (line 1 column ${column + 1})\n`,
};

function menuMode(path: string): Mode {
  return {
    words: 'abbreviated',
    fallback: ABSOLUTE,
    ctrlD: 'quit',
    prompt: (device, { username }) => {
      const shown = softwareOf(device).generation === 7 ? path.replaceAll(' ', '/') : path;
      return `[${username}@${device.name}] ${path === '' ? '' : `/${shown}`}> `;
    },
  };
}

function wordAt(line: string, column: number): string {
  return /^\S*/.exec(line.slice(column))?.[0] ?? '';
}
