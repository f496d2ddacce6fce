import { candidateOf } from '../../configuration/candidate';
import type { PathEdit } from '../../configuration/path-edits';
import { deleteEdit, resolveWithin, setEdit } from '../../configuration/path-edits';
import type { PathMismatch } from '../../configuration/resolve-path';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { splitWords } from '../../engine/split-words';
import { dateTime } from './date-time';
import { pastMarks, setMark } from './inactive';
import { junosSchema } from './schema';
import { showConfiguration } from './show-configuration';

const configuration = ['configuration'] as const;
/** The session variable with how many sections were open before each `edit`: `0,2`. */
const LEVELS = 'edit-levels';

/** A line, the sections that it is about, and what it says after its verb. */
interface EditLine {
  readonly call: CommandCall;
  readonly context: readonly string[];
  readonly words: readonly string[];
}

/** What changes the candidate, shows it, and walks about in it; after `top` as if no section were open. */
export const editCommands: readonly Command[] = [
  ...verb('set <path...>', (line) => change(line, setEdit(junosSchema, line.context, line.words))),
  ...verb('delete <path...>', (line) => change(line, deleteEdit(junosSchema, line.context, line.words))),
  ...verb('delete', deleteAll),
  ...verb('deactivate <path...>', (line) => mark(line, false)),
  ...verb('activate <path...>', (line) => mark(line, true)),
  ...verb('edit <path...>', enter),
  ...verb('show', (line) => show(line, '')),
  ...verb('show | display set', (line) => show(line, '| display set')),
  ...verb('show | compare', (line) => show(line, '| compare')),
  ...verb('show | compare rollback <number:0-49>', (line) =>
    show(line, `| compare rollback ${line.call.args.number ?? '0'}`),
  ),
  ...verb('show <path...>', (line) => show(line, line.call.args.path ?? '')),
  { syntax: 'top', modes: configuration, run: () => ({ path: [] }) },
  {
    syntax: 'up [<levels:1-20>]',
    modes: configuration,
    run: ({ session, args }) => ({
      path: session.path.slice(0, Math.max(0, session.path.length - Number(args.levels ?? 1))),
    }),
  },
  {
    syntax: 'run <command...>',
    modes: configuration,
    run: ({ args }) => ({ redirect: { mode: 'operational', line: args.command ?? '' } }),
  },
  { syntax: 'status', modes: configuration, run: status },
];

/** Leaves the section for the one that was open before the last `edit`; undefined when none is open. */
export function leaveSection({ session }: CommandCall): CommandOutcome | undefined {
  if (session.path.length === 0) return undefined;
  const levels = levelsOf(session);
  const depth = Math.min(levels.pop() ?? 0, session.path.length - 1);
  session.variables.set(LEVELS, levels.join(','));
  return { path: session.path.slice(0, depth) };
}

/** Forgets where each `edit` came from: the configuration is left. */
export function forgetSections({ variables }: CommandCall['session']): void {
  variables.delete(LEVELS);
}

function verb(syntax: string, run: (line: EditLine) => CommandOutcome): readonly Command[] {
  return [
    {
      syntax,
      modes: configuration,
      run: (call) => run({ call, context: call.session.path, words: withUnits(call.words.slice(1)) }),
    },
    {
      syntax: `top ${syntax}`,
      modes: configuration,
      run: (call) => run({ call, context: [], words: withUnits(call.words.slice(2)) }),
    },
  ];
}

/** `interfaces ge-0/0/0.100` is short for `interfaces ge-0/0/0 unit 100`. */
function withUnits(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const [, port, unit] = /^([a-z]+-?[\d/:]+)\.(\d+)$/.exec(word) ?? [];
    const isPort = port !== undefined && unit !== undefined && at === 1;
    return isPort && 'interfaces'.startsWith(words[0] ?? '') ? [port, 'unit', unit] : [word];
  });
}

function show({ call, context }: EditLine, typed: string): CommandOutcome {
  return showConfiguration(call, typed, { tree: candidateOf(call), context });
}

function change(line: EditLine, made: PathEdit): CommandOutcome {
  if (made.kind !== 'edit') return refuse(line, made);
  const { call } = line;
  const before = candidateOf(call);
  const isSet = call.words.find((word) => word !== 'top')?.startsWith('s') ?? false;
  const edit = pastMarks(made.edit);
  if (edit(before) === before) return isSet ? '' : 'warning: statement not found';
  call.session.edits.push(edit);
  return '';
}

/** `deactivate` keeps a part of the configuration, but it no longer counts. */
function mark(line: EditLine, isActive: boolean): CommandOutcome {
  const resolved = resolveWithin(junosSchema, line.context, line.words);
  if (resolved.kind !== 'path') return refuse(line, resolved);
  if (resolved.partial !== undefined) return refuse(line, { kind: 'incomplete', at: line.words.length });
  const edit = setMark(
    (resolved.ways.at(-1) ?? []).map(({ text }) => text),
    isActive,
  );
  const before = candidateOf(line.call);
  if (edit(before) === before) return isActive ? '' : 'warning: statement not found';
  line.call.session.edits.push(edit);
  return '';
}

function deleteAll(line: EditLine): CommandOutcome {
  const isMeant = (answer: string) => /^y/i.test(answer.trim());
  return {
    output: 'This will delete the entire configuration',
    ask: {
      prompt: 'Delete everything under this level? [yes,no] (no) ',
      echo: true,
      then: (answer) => (isMeant(answer) ? change(line, deleteEdit(junosSchema, line.context, [])) : ''),
    },
  };
}

function enter(line: EditLine): CommandOutcome {
  const { context, words } = line;
  const { session } = line.call;
  const resolved = resolveWithin(junosSchema, context, words);
  if (resolved.kind !== 'path') return refuse(line, resolved);
  if (resolved.partial !== undefined) return refuse(line, { kind: 'incomplete', at: words.length });
  const way = resolved.ways.at(-1) ?? [];
  if (!way.at(-1)?.node.below) return refuse(line, { kind: 'unknown', at: words.length - 1 });
  session.variables.set(LEVELS, [...levelsOf(session), session.path.length].join(','));
  return { path: way.map(({ text }) => text) };
}

function levelsOf({ variables }: CommandCall['session']): number[] {
  return (variables.get(LEVELS) ?? '')
    .split(',')
    .filter((level) => level !== '')
    .map(Number);
}

function status({ session, device }: CommandCall): string {
  return [
    'Users currently editing the configuration:',
    `  ${session.username} terminal pts/0 (pid 2041) on since ${dateTime(device.now())}`,
    `      [${['edit', ...session.path].join(' ')}]`,
  ].join('\n');
}

function refuse({ call, words }: EditLine, { kind, at }: PathMismatch): CommandOutcome {
  const { line, session, device } = call;
  const typed = splitWords(line);
  const wrong = typed[typed.length - words.length + at];
  const column = `${session.username}@${device.name}# `.length + (wrong?.column ?? line.length);
  const why = {
    unknown: 'syntax error.',
    incomplete: 'syntax error, expecting <data>.',
    ambiguous: `'${wrong?.text ?? ''}' is ambiguous.`,
  };
  return { output: `${' '.repeat(column)}^\n${why[kind]}`, status: 1 };
}
