import { candidateOf, commitCandidate } from '../../configuration/candidate';
import { sectionAt } from '../../configuration/change-tree';
import { diffTrees } from '../../configuration/diff-trees';
import { deleteEdit, setEdit } from '../../configuration/path-edits';
import { printBraces, printPaths } from '../../configuration/print-braces';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { compareText } from './compare-text';
import { leaveContext, rememberContext } from './contexts';
import { srosSchema } from './schema';
import { typedPath } from './typed-path';

const configuration = ['configuration'] as const;

/** What is done with a candidate: going about in it, setting, deleting, comparing, committing. */
export const editCommands: readonly Command[] = [
  { syntax: 'delete <path...>', modes: configuration, run: remove },
  { syntax: 'commit', modes: configuration, run: commit },
  { syntax: 'commit comment <comment>', modes: configuration, run: commit },
  { syntax: 'validate', modes: configuration, run: () => '' },
  { syntax: 'update', modes: configuration, run: () => '' },
  { syntax: 'discard', modes: configuration, run: discard },
  { syntax: 'rollback <number:1-50>', modes: configuration, run: rollBack },
  { syntax: 'rollback startup', modes: configuration, run: rollBack },
  { syntax: 'compare', modes: configuration, run: (call) => compare(call) },
  ...['info', 'info detail'].map((syntax) => ({ syntax, modes: configuration, run: info })),
  {
    syntax: 'info flat',
    modes: configuration,
    run: (call) =>
      printPaths(here(call), '')
        .map((line) => line.trimStart())
        .join('\n'),
  },
  {
    syntax: 'info full-context',
    modes: configuration,
    run: (call) =>
      printPaths(here(call), `/${call.session.path.join(' ')}`)
        .map(withoutBlank)
        .join('\n'),
  },
  {
    syntax: 'info from running',
    modes: configuration,
    run: ({ device, session }) =>
      printBraces(sectionAt(device.configuration?.running ?? [], session.path) ?? [], { indent: 4 }).join(
        '\n',
      ),
  },
  {
    syntax: 'pwc',
    modes: configuration,
    run: ({ session }) => `Present Working Context:\n/${session.path.join('\n ')}`,
  },
  { syntax: 'back [<levels:1-20>]', modes: configuration, run: back },
  { syntax: '}', modes: configuration, run: leaveContext },
  { syntax: 'exit', modes: configuration, run: leaveContext },
  ...['exit all', 'top'].map((syntax) => ({
    syntax,
    modes: configuration,
    run: ({ session }: CommandCall): CommandOutcome => ({
      path: syntax === 'top' ? session.path.slice(0, 1) : [],
    }),
  })),
  { syntax: '<path...>', modes: configuration, run: walk },
];

function here(call: CommandCall) {
  return sectionAt(candidateOf(call), call.session.path) ?? [];
}

function info(call: CommandCall): string {
  return printBraces(here(call), { indent: 4 }).join('\n');
}

function withoutBlank(line: string): string {
  return line.replace(/^\/ /, '/');
}

function compare(call: CommandCall): string {
  const { device, session } = call;
  return compareText(diffTrees(device.configuration?.running ?? [], candidateOf(call)), session.path);
}

/** A path alone goes there, or sets what is at its end; anything else is a command of every mode. */
function walk(call: CommandCall): CommandOutcome {
  const { words, context, opens, resolved } = typedPath(call);
  if (words.length === 0) return { path: context };
  if (resolved.kind !== 'path') {
    if (resolved.at === 0) return { redirect: { mode: 'operational', line: call.line.replace(/^\/+/, '') } };
    return resolved.kind === 'unknown' ? { unknown: words[resolved.at] ?? '' } : missing(words);
  }
  const way = resolved.ways.at(-1) ?? [];
  const end = way.at(-1)?.node;
  if (resolved.partial !== undefined || !end) return missing(words);
  const path = way.map(({ text }) => text);
  const planned = setEdit(srosSchema, context, words);
  const isThere = !end.below || end.implied ? false : sectionAt(candidateOf(call), path) !== undefined;
  if (planned.kind === 'edit' && !isThere && !(end.below && end.implied)) push(call, planned.edit);
  if (!end.below) return opens ? { unknown: '{' } : '';
  rememberContext(call.session);
  return { path };
}

function remove(call: CommandCall): CommandOutcome {
  const { words, context } = typedPath(call);
  const planned = deleteEdit(srosSchema, context, words);
  if (planned.kind !== 'edit') return { unknown: words[Math.min(planned.at, words.length - 1)] ?? '' };
  const before = candidateOf(call);
  if (planned.edit(before) === before) {
    return { output: `MINOR: MGMT_CORE #2200: Entry does not exist - '${words.join(' ')}'`, status: 1 };
  }
  call.session.edits.push(planned.edit);
  return '';
}

function push(call: CommandCall, edit: CommandCall['session']['edits'][number]): void {
  const before = candidateOf(call);
  if (edit(before) !== before) call.session.edits.push(edit);
}

function missing(words: readonly string[]): CommandOutcome {
  return { output: `MINOR: MGMT_CORE #2203: Missing element - '${words.at(-1) ?? ''}'`, status: 1 };
}

function commit(call: CommandCall): CommandOutcome {
  commitCandidate(call, call.args.comment);
  return '';
}

function discard({ session }: CommandCall): CommandOutcome {
  session.edits.length = 0;
  return '';
}

function rollBack({ args, device, session }: CommandCall): CommandOutcome {
  const { startup, history = [] } = device.configuration ?? {};
  const earlier = args.number === undefined ? startup : history[Number(args.number) - 1]?.tree;
  if (!earlier)
    return { output: `MINOR: CLI #2110: Checkpoint ${args.number ?? ''} does not exist`, status: 1 };
  session.edits.splice(0, session.edits.length, () => earlier);
  return '';
}

function back({ session, args }: CommandCall): CommandOutcome {
  return { path: session.path.slice(0, Math.max(0, session.path.length - Number(args.levels ?? 1))) };
}
