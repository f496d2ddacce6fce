import type { Said } from '../line-result';
import type { ShellRedirection, ShellWord } from './shell-line';

/** Where a command's output goes, or why the shell will not run it. */
export type SaidRoute =
  | { readonly apply: (said: readonly Said[]) => readonly Said[]; readonly closesInput: boolean }
  | { readonly refusal: string };

type Target = 'out' | 'error' | 'nowhere';

const NOWHERE = '/dev/null';

/** Follows redirections from left to right. Streams can be joined or thrown away; there is no file to write to. */
export function routeSaid(
  redirections: readonly ShellRedirection[],
  expand: (word: ShellWord) => string,
): SaidRoute {
  let [out, error]: [Target, Target] = ['out', 'error'];
  let closesInput = false;
  for (const { from, to } of redirections) {
    const path = 'path' in to ? expand(to.path) : undefined;
    if (path !== undefined && path !== NOWHERE) {
      return { refusal: `${path}: ${from === '0' ? 'Permission denied' : 'Read-only file system'}` };
    }
    const target: Target = 'path' in to ? 'nowhere' : to.descriptor === '1' ? out : error;
    if (from === '0') closesInput = true;
    if (from === '1' || from === 'both') out = target;
    if (from === '2' || from === 'both') error = target;
  }
  const apply = (said: readonly Said[]) =>
    said.flatMap(({ text, error: isError }): Said[] => {
      const target = isError ? error : out;
      if (target === 'nowhere') return [];
      return [target === 'error' ? { text, error: true } : { text }];
    });
  return { apply, closesInput };
}
