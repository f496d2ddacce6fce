import type { FakeDevice } from '../device/fake-device';
import type { CommandTree } from './command-tree';
import { formatNextWords } from './format-next-words';
import { matchLine } from './match-line';
import { nextWords } from './next-words';
import type { OutputFilter } from './output-filters';
import { splitPipes } from './output-filters';
import type { CommandEffect, CommandOutcome, RefusalCall, Refusals, ShellSession } from './platform';

/** What a line runs against. */
export interface LineContext {
  readonly tree: CommandTree;
  readonly device: FakeDevice;
  readonly session: ShellSession;
  /** Length of the prompt on the screen, for markers below the line. */
  readonly promptLength: number;
  /** Told of a platform's handler that threw; the session sees a neutral line instead. */
  readonly onFault: (error: unknown, line: string) => void;
}

/** What came of a line: everything the shell has to print and do. */
export type LineResult = Omit<CommandEffect, 'output' | 'status' | 'redirect' | 'unknown'> & {
  readonly output: string;
  readonly status: number;
};

/** A line and the mode that was given it. */
type GivenLine = Pick<RefusalCall, 'mode' | 'line'>;

const DEEPEST_REDIRECT = 5;
const COMMAND_NOT_FOUND = 127;

/** Runs one line in the session's mode: finds the command, calls it, filters what it says. Never throws. */
export function runLine(context: LineContext, line: string): LineResult {
  return guard(context, line, () => runIn(context, context.session.mode, line, 0));
}

/** Goes on with the answer to a question that a command asked. Never throws. */
export function runAnswer(
  context: LineContext,
  then: (answer: string) => CommandOutcome,
  answer: string,
): LineResult {
  return guard(context, '(answer)', () =>
    settle(context, { mode: context.session.mode, line: answer }, then(answer), 0),
  );
}

function runIn(context: LineContext, mode: string, line: string, depth: number): LineResult {
  const abbreviated = context.tree.modeOf(mode).words === 'abbreviated';
  const trimmed = line.trim();
  if (trimmed === '' || (abbreviated && /^[!#]/.test(trimmed))) return { output: '', status: 0 };
  if (abbreviated && trimmed.endsWith('?')) {
    return { output: formatNextWords(nextWords(context.tree, mode, trimmed.slice(0, -1))), status: 0 };
  }
  const piped = abbreviated ? splitPipes(line) : undefined;
  if (!piped) return runCommand(context, mode, line, [], depth);
  return runCommand(context, mode, piped.command, piped.filters, depth);
}

function runCommand(
  context: LineContext,
  mode: string,
  line: string,
  filters: readonly OutputFilter[],
  depth: number,
): LineResult {
  const { tree, device, session } = context;
  const match = matchLine(tree, mode, line);
  if (match.kind !== 'match') return refuse(context, { mode, line }, match);
  const outcome = match.command.run({ device, session, args: match.args, line: line.trim() });
  const result = settle(context, { mode, line }, outcome, depth);
  return { ...result, output: filters.reduce((output, filter) => filter(output), result.output) };
}

function settle(context: LineContext, given: GivenLine, outcome: CommandOutcome, depth: number): LineResult {
  if (typeof outcome === 'string') return { output: endLine(outcome), status: 0 };
  const { output = '', status = 0, redirect, unknown, ...effect } = outcome;
  if (unknown !== undefined) {
    return refuse(context, given, { kind: 'unknown', column: Math.max(0, given.line.lastIndexOf(unknown)) });
  }
  if (!redirect) return { ...effect, output: endLine(output), status };
  if (depth === DEEPEST_REDIRECT) throw new Error(`"${redirect.line}" is redirected in a circle.`);
  const promptLength = context.promptLength + Math.max(0, given.line.lastIndexOf(redirect.line));
  const redirected = runIn({ ...context, promptLength }, redirect.mode, redirect.line, depth + 1);
  return { ...effect, ...redirected, output: endLine(output) + redirected.output };
}

function refuse(
  context: LineContext,
  { mode, line }: GivenLine,
  { kind, column }: Pick<RefusalCall, 'column'> & { readonly kind: keyof Refusals },
): LineResult {
  const { device, session, promptLength, tree } = context;
  const output = tree.platform.refusals[kind]({ device, session, mode, line, column, promptLength });
  const notFound = kind === 'unknown' && column === line.search(/\S/) && tree.modeOf(mode).words === 'exact';
  return { output: endLine(output), status: notFound ? COMMAND_NOT_FOUND : 1 };
}

function guard(context: LineContext, line: string, run: () => LineResult): LineResult {
  try {
    return run();
  } catch (error) {
    context.onFault(error, line);
    return { output: 'Error: the command could not be completed.\n', status: 1 };
  }
}

function endLine(output: string): string {
  return output === '' || output.endsWith('\n') ? output : `${output}\n`;
}
