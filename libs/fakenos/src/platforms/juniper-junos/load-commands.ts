import type { ConfigEdit } from '../../configuration/device-configuration';
import { parseBraces } from '../../configuration/parse-braces';
import { deleteEdit, setEdit } from '../../configuration/path-edits';
import type { Command, CommandCall, CommandOutcome } from '../../engine/platform';
import { splitWords } from '../../engine/split-words';
import { pastMarks } from './inactive';
import { junosSchema } from './schema';

/** The session variables with what is being loaded, and how: `merge`, `override`, `set`; `relative` to which sections. */
const TEXT = 'load-text';
const MANNER = 'load-manner';
const STARTED = '[Type ^D at a new line to end input]';

/** Configuration typed or pasted as a whole. */
export const loadCommands: readonly Command[] = [
  ...['merge', 'override', 'replace', 'update', 'set'].flatMap((manner) =>
    ['', ' relative'].map((relative) => ({
      syntax: `load ${manner} terminal${relative}`,
      modes: ['configuration'],
      run: ({ session }: CommandCall): CommandOutcome => {
        session.variables.set(TEXT, '');
        session.variables.set(MANNER, `${manner}${relative}`);
        return { output: STARTED, mode: 'load' };
      },
    })),
  ),
  { syntax: 'end-of-text', modes: ['load'], run: load },
  {
    syntax: '<text...>',
    modes: ['load'],
    run: ({ session, line }) => {
      session.variables.set(TEXT, `${session.variables.get(TEXT) ?? ''}${line}\n`);
      return '';
    },
  },
];

function load(call: CommandCall): CommandOutcome {
  const { session } = call;
  const text = session.variables.get(TEXT) ?? '';
  const [manner, relative] = (session.variables.get(MANNER) ?? 'merge').split(' ');
  const context = relative === undefined ? [] : session.pathIn('configuration');
  const read = manner === 'set' ? readSetLines(text, context) : readBraces(text, context);
  const isWhole = manner === 'override' || manner === 'update';
  if (isWhole && read.edits.length > 0) session.edits.push(() => []);
  session.edits.push(...read.edits);
  const summary = read.errors.length === 0 ? 'load complete' : `load complete (${read.errors.length} errors)`;
  return { mode: 'configuration', output: [...read.errors, summary].join('\n') };
}

interface ReadText {
  readonly edits: readonly ConfigEdit[];
  readonly errors: readonly string[];
}

function readBraces(text: string, context: readonly string[]): ReadText {
  const parsed = parseBraces(text);
  if (parsed.kind === 'error')
    return { edits: [], errors: [`terminal:${parsed.line}:(0) syntax error: ${parsed.word}`] };
  return collect(
    parsed.paths.map((words) => ({ edit: setEdit(junosSchema, context, words), said: words.join(' ') })),
  );
}

function readSetLines(text: string, context: readonly string[]): ReadText {
  const lines = text.split('\n').filter((line) => line !== '');
  return collect(
    lines.map((line) => {
      const [verb = '', ...words] = splitWords(line).map((word) => word.text);
      if (verb === 'delete') return { edit: deleteEdit(junosSchema, context, words), said: line };
      const edit = setEdit(junosSchema, context, words);
      return { edit: verb === 'set' ? edit : ({ kind: 'unknown', at: 0 } as const), said: line };
    }),
  );
}

function collect(
  read: readonly { readonly edit: ReturnType<typeof setEdit>; readonly said: string }[],
): ReadText {
  return {
    edits: read.flatMap(({ edit }) => (edit.kind === 'edit' ? [pastMarks(edit.edit)] : [])),
    errors: read.flatMap(({ edit, said }) => (edit.kind === 'edit' ? [] : [`error: syntax error: ${said}`])),
  };
}
