import type { CommandCall, CommandOutcome } from '../../engine/platform';
import { greeting } from './show-version';

const ONE_SHOT = 'vtysh -c';

/** `vtysh`, or `vtysh -c "show …"`, which answers and stays in the shell. */
export function runVtysh({ args, session }: CommandCall): CommandOutcome {
  const typed = (args.arguments ?? '').trim();
  if (typed === '') return { mode: 'vtysh', output: `${greeting}\n` };
  const [, command, more = ''] = /^-c\s+("[^"]*"|'[^']*'|\S+)\s*(.*)$/.exec(typed) ?? [];
  if (command === undefined) return { output: `vtysh: invalid arguments: ${typed}`, status: 1 };
  if (more !== '') return { output: 'vtysh: this device takes a single -c', status: 1 };
  const line = command.replace(/^(["'])(.*)\1$/, '$2').trim();
  session.variables.set(ONE_SHOT, line);
  return { redirect: { mode: 'vtysh', line } };
}

/** Whether `line` was handed to vtysh by the shell: then vtysh refuses it, though the session is in the shell. */
export function isOneShot(variables: Map<string, string>, line: string): boolean {
  const handed = variables.get(ONE_SHOT) === line;
  variables.delete(ONE_SHOT);
  return handed;
}
