import type { Command, CommandCall, CommandEffect } from '../../engine/platform';
import { commandFlags } from './command-flags';
import { absolutePath, changeDirectory, homeOf, listDirectory, workingDirectory } from './linux-directories';
import type { LinuxFiles } from './linux-files';

const modes = ['shell'] as const;

/** Getting about in the few directories there are. */
export function directoryCommands(files: LinuxFiles): readonly Command[] {
  return [
    { syntax: 'pwd', modes, run: ({ session }) => workingDirectory(session) },
    { syntax: 'cd [<path>]', modes, run: (call) => cd(files, call) },
    { syntax: 'ls [<arguments...>]', modes, run: (call) => ls(files, call) },
  ];
}

function cd(files: LinuxFiles, { session, args }: CommandCall): CommandEffect {
  const typed = args.path ?? homeOf(session.username);
  const path = absolutePath(session, typed);
  if (listDirectory(files, session, path)) {
    changeDirectory(session, path);
    return {};
  }
  const reason = Object.hasOwn(files, path) ? 'Not a directory' : 'No such file or directory';
  return { error: `-bash: cd: ${typed}: ${reason}`, status: 1 };
}

function ls(files: LinuxFiles, { session, words }: CommandCall): CommandEffect {
  const { operands } = commandFlags(words.slice(1));
  const output: string[] = [];
  const errors: string[] = [];
  for (const typed of operands.length === 0 ? ['.'] : operands) {
    const path = absolutePath(session, typed);
    const names = listDirectory(files, session, path);
    if (names) output.push(...(operands.length > 1 ? [`${typed}:`] : []), ...names);
    else if (Object.hasOwn(files, path)) output.push(typed);
    else errors.push(`ls: cannot access '${typed}': No such file or directory`);
  }
  return { output: output.join('\n'), error: errors.join('\n'), status: errors.length > 0 ? 2 : 0 };
}
