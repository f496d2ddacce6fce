import type { CommandCall } from '../../engine/platform';
import { absolutePath, listDirectory } from './linux-directories';
import type { LinuxFiles } from './linux-files';

/** What a command that reads files or its input was given. */
export interface TextInput {
  readonly text: string;
  /** A line for each path that could not be read; empty when all could. */
  readonly error: string;
}

/** The text of these files in turn, or what comes through the pipe when there are none; `-` is the pipe. */
export function textInput(
  files: LinuxFiles,
  { device, session, input = '', words }: CommandCall,
  paths: readonly string[],
): TextInput {
  const errors: string[] = [];
  const texts = (paths.length === 0 ? ['-'] : paths).map((typed) => {
    if (typed === '-') return input;
    const path = absolutePath(session, typed);
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file) return endLine(file(device));
    const reason = listDirectory(files, session, path) ? 'Is a directory' : 'No such file or directory';
    errors.push(`${words[0] ?? ''}: ${typed}: ${reason}`);
    return '';
  });
  return { text: texts.join(''), error: errors.join('\n') };
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
