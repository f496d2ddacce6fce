import { platforms } from '@remote-lab/fakenos/platforms';
import { codeList, markdownTable } from '../markdown-table.mjs';

/** Modes whose names would fill a screen: menus. */
const MANY = 25;

/** What each platform understands, by the modes in which it does; without the lines that take others back. */
export function commandTable() {
  const titles = new Map();
  return platforms
    .map((platform) => {
      const table = commands(platform);
      const twin = titles.get(table);
      titles.set(table, twin ?? platform.title);
      return `### ${platform.title}\n\n${twin === undefined ? table : `As ${twin}.`}`;
    })
    .join('\n\n');
}

function commands(platform) {
  const all = new Set(platform.commands.map(({ syntax }) => syntax));
  const byModes = new Map();
  for (const { syntax, modes } of platform.commands) {
    if (isOpposite(syntax, all)) continue;
    // In a menu its name is left out: `print` in `ip address`.
    const known = Object.keys(platform.modes).filter(
      (mode) => modes.includes(mode) && !all.has(`${mode} ${syntax}`),
    );
    if (known.length === 0) continue;
    const key = known.length > MANY ? 'nearly all' : codeList(known);
    byModes.set(key, new Set([...(byModes.get(key) ?? []), syntax]));
  }
  const rows = [...byModes].map(([modes, syntaxes]) => [
    modes,
    [...syntaxes]
      .sort()
      .map((one) => `\`${one}\``)
      .join('<br>'),
  ]);
  return markdownTable(['Modes', 'Commands'], rows);
}

/** `no shutdown` where there is `shutdown`, `/ip address print` where there is `ip address print`. */
function isOpposite(syntax, all) {
  const [, rest] = /^(?:(?:no|undo|unset|default) |\/)(.*)$/.exec(syntax) ?? [];
  return rest !== undefined && [...all].some((one) => one === rest || one.startsWith(`${rest} `));
}
