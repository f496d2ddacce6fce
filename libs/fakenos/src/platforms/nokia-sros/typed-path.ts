import { resolveWithin } from '../../configuration/path-edits';
import type { ResolvedPath } from '../../configuration/resolve-path';
import type { CommandCall } from '../../engine/platform';
import { splitWords } from '../../engine/split-words';
import { srosSchema } from './schema';

/** A path as typed: its words, and the context that they are read in. */
export interface TypedPath {
  readonly words: readonly string[];
  /** `/` starts at the root. */
  readonly context: readonly string[];
  /** `interface "x" {`, as `info` prints it: goes into the context whatever it is. */
  readonly opens: boolean;
  readonly resolved: ResolvedPath;
}

/** Reads the `<path...>` of a line. */
export function typedPath({ args, session }: Pick<CommandCall, 'args' | 'session'>): TypedPath {
  const typed = (args.path ?? '').trim();
  const isAbsolute = typed.startsWith('/');
  const all = splitWords(isAbsolute ? typed.replace(/^\/+/, '') : typed).map(({ text }) => text);
  const opens = all.at(-1) === '{';
  const words = opens ? all.slice(0, -1) : all;
  const context = isAbsolute ? [] : session.path;
  return { words, context, opens, resolved: resolveWithin(srosSchema, context, words) };
}
