import type { Command, CommandCall, CommandEffect } from '../../engine/platform';
import { commandFlags } from './command-flags';
import { grep } from './grep';
import type { LinuxFiles } from './linux-files';
import { linesOf, textInput } from './text-input';

const modes = ['shell'] as const;

/** The commands that stand behind a pipe, or read a file. */
export function textCommands(files: LinuxFiles): readonly Command[] {
  const command = (name: string, run: Command['run']): Command => ({
    syntax: `${name} [<arguments...>]`,
    modes,
    run,
  });
  const select = (
    name: string,
    pick: (lines: readonly string[], flags: Flags) => readonly string[],
    valued = '',
  ) => command(name, (call) => selectLines(files, call, valued, pick));
  return [
    ...['cat', 'less', 'more'].map((name) => select(name, (lines) => lines)),
    ...['grep', 'egrep'].map((name) => command(name, (call) => grep(files, call))),
    select('head', (lines, flags) => lines.slice(0, lineCount(flags)), 'n'),
    select('tail', lastLines, 'n'),
    select('sort', sorted),
    select('uniq', (lines) => lines.filter((line, index) => line !== lines[index - 1])),
    command('wc', (call) => wc(files, call)),
  ];
}

type Flags = ReturnType<typeof commandFlags>;

function selectLines(
  files: LinuxFiles,
  call: CommandCall,
  valued: string,
  pick: (lines: readonly string[], flags: Flags) => readonly string[],
): CommandEffect {
  // `head -3` is `head -n 3`.
  const words = call.words.slice(1).flatMap((word) => (/^-\d+$/.test(word) ? ['-n', word.slice(1)] : [word]));
  const flags = commandFlags(words, valued);
  const { text, error } = textInput(files, call, flags.operands);
  const output = pick(linesOf(text), flags)
    .map((line) => `${line}\n`)
    .join('');
  return { output, error, status: error === '' ? 0 : 1 };
}

function lineCount({ values }: Flags): number {
  const count = Number(values.get('n') ?? 10);
  return Number.isInteger(count) ? count : 10;
}

function lastLines(lines: readonly string[], flags: Flags): readonly string[] {
  const count = lineCount(flags);
  if (flags.values.get('n')?.startsWith('+')) return lines.slice(Math.max(0, count - 1));
  return count === 0 ? [] : lines.slice(-count);
}

function sorted(lines: readonly string[], { letters }: Flags): readonly string[] {
  const kept = letters.includes('u') ? [...new Set(lines)] : [...lines];
  kept.sort(letters.includes('n') ? (a, b) => Number.parseFloat(a) - Number.parseFloat(b) : undefined);
  return letters.includes('r') ? kept.reverse() : kept;
}

function wc(files: LinuxFiles, call: CommandCall): CommandEffect {
  const { letters, operands } = commandFlags(call.words.slice(1));
  const { text, error } = textInput(files, call, operands);
  const counts = {
    l: text.split('\n').length - 1,
    w: text.split(/\s+/).filter((word) => word !== '').length,
    c: Buffer.byteLength(text),
  };
  const wanted = (['l', 'w', 'c'] as const).filter((one) => letters.length === 0 || letters.includes(one));
  const numbers = wanted.map((one) => String(counts[one]).padStart(wanted.length > 1 ? 7 : 0)).join(' ');
  const name = operands.length === 1 ? ` ${operands[0] ?? ''}` : '';
  return { output: `${numbers}${name}`, error, status: error === '' ? 0 : 1 };
}
