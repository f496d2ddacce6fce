import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { greeting } from './show-version';

const USAGE_ERROR = 1;

/** `vtysh`, or `vtysh -c "show …" -c …`, which runs these lines until one is refused and stays in the shell. */
export function runVtysh({ words, input }: CommandCall): CommandOutcome {
  const lines: string[] = [];
  const left = words.slice(1);
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const line = /^(?:-c|--command)$/.test(word) ? left.shift() : undefined;
    if (line === undefined) return { error: `vtysh: invalid arguments: ${word}`, status: USAGE_ERROR };
    lines.push(line);
  }
  if (lines.length === 0 && input !== undefined) lines.push(...input.split('\n'));
  if (lines.length > 0) return { script: { mode: 'vtysh', lines } };
  return { mode: 'vtysh', output: `${greeting}\n` };
}
