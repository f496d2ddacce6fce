import type { Command, CommandCall, CommandEffect } from '../../engine/platform';
import { quoteWords } from '../../engine/unix-shell/command-words';
import { commandFlags } from './command-flags';

const modes = ['shell'] as const;
/** What makes a shell of root's out of sudo. */
const SHELLS = ['su', 'su -', 'bash', 'sh'];

/** Commands that run others: `sh -c '…'`, `sudo …`. */
export const runCommands: readonly Command[] = [
  ...['sh', 'bash'].map((name) => ({ syntax: `${name} [<arguments...>]`, modes, run: shell })),
  { syntax: 'sudo [<arguments...>]', modes, run: sudo },
  ...['exit', 'logout'].map((syntax) => ({ syntax, modes: ['root'], run: () => ({ leave: true as const }) })),
];

function shell({ words, input }: CommandCall): CommandEffect {
  const [name = ''] = words;
  const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  const line = at === -1 ? input : words[at + 1];
  if (at !== -1 && line === undefined) {
    return { error: `${name}: -c: option requires an argument`, status: 2 };
  }
  return line === undefined ? {} : { script: { mode: 'shell', lines: [line] } };
}

function sudo({ words }: CommandCall): CommandEffect {
  const at = words.findIndex(
    (word, index) => index > 0 && !word.startsWith('-') && !/^-[ugh]$/.test(words[index - 1] ?? ''),
  );
  const asked = words.slice(1);
  const opensShell = asked.some((word) => word === '-s' || word === '-i') || SHELLS.includes(asked.join(' '));
  if (opensShell && (at === -1 || SHELLS.includes(words.slice(at).join(' '))))
    return { mode: 'root', username: 'root' };
  const { values } = commandFlags(words.slice(1, at === -1 ? undefined : at), 'ugh');
  if (at === -1)
    return { error: 'sudo: name the command to run; this device has no other shells', status: 1 };
  const username = values.get('u') ?? 'root';
  return { script: { mode: 'shell', lines: [quoteWords(words.slice(at))], username } };
}
