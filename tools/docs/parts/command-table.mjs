import { platforms } from '@remote-lab/fakenos';
import { codeList, markdownTable } from '../markdown-table.mjs';

/** What each platform understands, by the modes in which it does. */
export function commandTable() {
  return platforms.map((platform) => `### ${platform.title}\n\n${commands(platform)}`).join('\n\n');
}

function commands(platform) {
  const byModes = new Map();
  for (const { syntax, modes } of platform.commands) {
    const known = Object.keys(platform.modes).filter((mode) => modes.includes(mode));
    const key = codeList(known);
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
