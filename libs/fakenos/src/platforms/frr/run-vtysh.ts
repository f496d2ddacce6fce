import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { greeting } from './show-version';

/** `vtysh`, or `vtysh -c "show …"`, which answers and stays in the shell. */
export function runVtysh({ args }: CommandCall): CommandOutcome {
  const typed = (args.arguments ?? '').trim();
  if (typed === '') return { mode: 'vtysh', output: `${greeting}\n` };
  const [, command, more = ''] = /^-c\s+("[^"]*"|'[^']*'|\S+)\s*(.*)$/.exec(typed) ?? [];
  if (command === undefined) return { output: `vtysh: invalid arguments: ${typed}`, status: 1 };
  if (more !== '') return { output: 'vtysh: this device takes a single -c', status: 1 };
  const line = command.replace(/^(["'])(.*)\1$/, '$2').trim();
  return { redirect: { mode: 'vtysh', line } };
}
