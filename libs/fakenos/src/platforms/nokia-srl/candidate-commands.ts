import { candidateOf, commitCandidate } from '../../configuration/candidate';
import { sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import type { TreeChange } from '../../configuration/diff-trees';
import { diffTrees } from '../../configuration/diff-trees';
import { deleteEdit, resolveWithin, setEdit } from '../../configuration/path-edits';
import { printBraces, printPaths } from '../../configuration/print-braces';
import { splitWords } from '../../engine/split-words';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { srlSchema } from './schema';

const candidate = ['candidate'] as const;
const NO_CHANGES = 'Warning: no changes to commit';

/** What is done with a candidate: going about in it, setting, deleting, comparing, committing. */
export const candidateCommands: readonly Command[] = [
  { syntax: 'set <path...>', modes: candidate, run: (call) => change(call, setEdit) },
  { syntax: 'delete <path...>', modes: candidate, run: (call) => change(call, deleteEdit) },
  { syntax: 'exit', modes: candidate, run: ({ session }) => ({ path: session.path.slice(0, -1) }) },
  ...['exit all', 'exit to root', '/'].map((syntax) => ({
    syntax,
    modes: candidate,
    run: () => ({ path: [] }),
  })),
  { syntax: 'info', modes: candidate, run: (call) => printBraces(here(call), { indent: 4 }).join('\n') },
  {
    syntax: 'info flat',
    modes: candidate,
    run: (call) => printPaths(here(call), setPrefix(call)).join('\n'),
  },
  { syntax: 'diff', modes: candidate, run: diff },
  { syntax: 'diff flat', modes: candidate, run: diff },
  { syntax: 'commit stay', modes: candidate, run: (call) => commit(call, {}) },
  { syntax: 'commit now', modes: candidate, run: (call) => commit(call, { mode: 'running' }) },
  { syntax: 'commit save', modes: candidate, run: (call) => commit(call, { mode: 'running', save: true }) },
  { syntax: 'commit validate', modes: candidate, run: () => 'All changes are valid.' },
  { syntax: 'discard stay', modes: candidate, run: (call) => discard(call, {}) },
  { syntax: 'discard now', modes: candidate, run: (call) => discard(call, { mode: 'running' }) },
  { syntax: 'rollback <number:1-50>', modes: candidate, run: rollback },
  { syntax: '<path...>', modes: candidate, run: walk },
];

function here(call: CommandCall): ConfigTree {
  return sectionAt(candidateOf(call), call.session.path) ?? [];
}

function setPrefix({ session }: CommandCall): string {
  return ['set /', ...session.path].join(' ');
}

/** The words of a path, and the sections that they start from: `/` starts at the root. */
function typedPath({ args, session }: CommandCall): {
  readonly words: readonly string[];
  readonly from: readonly string[];
} {
  const typed = (args.path ?? '').trim();
  const isAbsolute = typed.startsWith('/');
  const words = splitWords(isAbsolute ? typed.slice(1) : typed).map(({ text }) => text);
  return { words, from: isAbsolute ? [] : session.path };
}

function change(call: CommandCall, plan: typeof setEdit): CommandOutcome {
  const { words, from } = typedPath(call);
  const planned = plan(srlSchema, from, words);
  if (planned.kind === 'edit') {
    call.session.edits.push(planned.edit);
    return '';
  }
  return { unknown: words[Math.min(planned.at, words.length - 1)] ?? '' };
}

/** A path alone goes there, or sets what is at its end; anything else is a command of every mode. */
function walk(call: CommandCall): CommandOutcome {
  const { words, from } = typedPath(call);
  const resolved = resolveWithin(srlSchema, from, words);
  if (resolved.kind !== 'path') return { redirect: { mode: 'running', line: call.line } };
  const last = resolved.ways.at(-1) ?? [];
  const end = last.at(-1)?.node;
  if (resolved.partial !== undefined || !end) return { unknown: words.at(-1) ?? '' };
  if (!end.below) return change(call, setEdit);
  const planned = setEdit(srlSchema, from, words);
  const path = last.map(({ text }) => text);
  if (planned.kind === 'edit' && !sectionAt(candidateOf(call), path)) call.session.edits.push(planned.edit);
  return { path };
}

function diff(call: CommandCall): string {
  const changes = diffTrees(call.device.configuration?.running ?? [], candidateOf(call));
  return changes.flatMap((one) => diffLines(one, 0)).join('\n');
}

const SIGNS = { added: '+', removed: '-', changed: ' ' } as const;

function diffLines({ text, kind, children }: TreeChange, depth: number): readonly string[] {
  const line = `${SIGNS[kind].padEnd(6)}${'    '.repeat(depth)}${text}`;
  if (!children) return [line];
  const end = `${SIGNS[kind].padEnd(6)}${'    '.repeat(depth)}}`;
  return [`${line} {`, ...children.flatMap((one) => diffLines(one, depth + 1)), end];
}

function commit(
  call: CommandCall,
  { mode, save }: { readonly mode?: string; readonly save?: boolean },
): CommandOutcome {
  const output = commitCandidate(call) ? 'All changes have been committed.' : NO_CHANGES;
  if (save) call.device.configuration?.save();
  return {
    output: mode === undefined ? output : `${output} Leaving candidate mode.`,
    ...(mode !== undefined && { mode }),
  };
}

function discard({ session }: CommandCall, { mode }: { readonly mode?: string }): CommandOutcome {
  const had = session.edits.length > 0;
  session.edits.length = 0;
  const output = had ? 'All changes have been discarded.' : '';
  return {
    output: mode === undefined ? output : `${output} Leaving candidate mode.`.trim(),
    ...(mode !== undefined && { mode }),
  };
}

function rollback({ device, session, args }: CommandCall): CommandOutcome {
  const earlier = device.configuration?.history[Number(args.number) - 1];
  if (!earlier) return { unknown: args.number ?? '' };
  session.edits.push(() => earlier.tree);
  return '';
}
