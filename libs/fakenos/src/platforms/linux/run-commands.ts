import type { Command, CommandCall, CommandEffect } from '../../engine/platform';
import { quoteWords } from '../../engine/unix-shell/command-words';
import { commandFlags } from './command-flags';

const modes = ['shell'] as const;

/** Commands that run others: `sh -c '…'`, `sudo …`. */
export const runCommands: readonly Command[] = [
  ...['sh', 'bash'].map((name) => ({ syntax: `${name} [<arguments...>]`, modes, run: shell })),
  { syntax: 'sudo [<arguments...>]', modes, run: sudo },
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
  const { values } = commandFlags(words.slice(1, at === -1 ? undefined : at), 'ugh');
  if (at === -1)
    return { error: 'sudo: name the command to run; this device has no other shells', status: 1 };
  const username = values.get('u') ?? 'root';
  return { script: { mode: 'shell', lines: [quoteWords(words.slice(at))], username } };
}
