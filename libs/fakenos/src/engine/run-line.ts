import { formatNextWords } from './format-next-words';
import type { LineContext } from './line-context';
import type { LineResult } from './line-result';
import { saidText, sayLines } from './line-result';
import { matchLine } from './match-line';
import { nextWords } from './next-words';
import type { OutputFilter } from './output-filters';
import { splitPipes } from './output-filters';
import type { CommandCall, CommandEffect, CommandOutcome } from './platform';
import type { GivenLine, LineRefusal } from './refuse-line';
import { refuseLine } from './refuse-line';
import { SessionMemory } from './session-memory';
import type { Word } from './split-words';
import { splitWords } from './split-words';
import { joinWords, programName } from './unix-shell/command-words';
import { runShellLine } from './unix-shell/run-shell-line';

/** A command and what it is called with. */
interface Call extends GivenLine {
  readonly words: readonly Word[];
  readonly input?: string;
}

const DEEPEST = 5;

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
  const given = { mode: context.session.mode, line: answer };
  return guard(context, '(answer)', () => settle(context, given, then(answer), 0));
}

function runIn(context: LineContext, mode: string, line: string, depth: number): LineResult {
  const { tree, device, session } = context;
  const whole = tree.answerLine?.({ device, session, mode, line: line.trim() });
  if (whole !== undefined) return settle(context, { mode, line }, whole, depth);
  if (context.tree.modeOf(mode).words === 'exact') return runUnixLine(context, mode, line, depth);
  const trimmed = line.trim();
  if (trimmed === '' || /^[!#]/.test(trimmed)) return { said: [], status: context.session.status };
  if (trimmed.endsWith('?')) {
    return {
      said: sayLines(formatNextWords(nextWords(context.tree, mode, trimmed.slice(0, -1)))),
      status: 0,
    };
  }
  const { command, filters } = splitPipes(line) ?? { command: line, filters: [] };
  const result = runCommand(context, { mode, line: command, words: splitWords(command) }, depth);
  return filters.length === 0 ? result : { ...result, said: filterSaid(result.said, filters) };
}

function runUnixLine(context: LineContext, mode: string, line: string, depth: number): LineResult {
  const { device, session, tree } = context;
  const { environment } = tree.modeOf(mode);
  return runShellLine(line, {
    status: session.status,
    variable: (name) =>
      session.variables.get(`$${name}`) ?? ownValue(environment?.(device, session) ?? {}, name),
    assign: (name, value) => void session.variables.set(`$${name}`, value),
    run: (words, input) => {
      const [first = '', ...others] = words;
      const isKnown = tree.rootsOf(mode).some(({ keywords }) => keywords.has(programName(first)));
      const called = joinWords([isKnown ? programName(first) : first, ...others]);
      return runCommand(context, { mode, ...called, ...(input === undefined ? {} : { input }) }, depth);
    },
  });
}

function runCommand(context: LineContext, { words, ...given }: Call, depth: number): LineResult {
  const { tree, device, session } = context;
  const { mode, line, input } = given;
  const match = matchLine(tree, mode, line, words);
  if (match.kind !== 'match') return refuseLine(context, given, match);
  const call: CommandCall = {
    device,
    session,
    args: match.args,
    line: line.trim(),
    words: words.map(({ text }) => text),
    ...(input === undefined ? {} : { input }),
  };
  return settle(context, given, match.command.run(call), depth);
}

function settle(context: LineContext, given: GivenLine, outcome: CommandOutcome, depth: number): LineResult {
  if (typeof outcome === 'string') return { said: sayLines(outcome), status: 0 };
  const { output = '', error = '', status = 0, redirect, script, unknown, ...effect } = outcome;
  if (unknown !== undefined) return refuseLine(context, given, unknownIn(given, unknown));
  const said = [...sayLines(output), ...sayLines(error, 'error')];
  if (!redirect && !script) return { ...effect, said, status };
  if (depth === DEEPEST) throw new Error(`"${given.line}" runs lines in lines in lines, ${DEEPEST} deep.`);
  const inner = script
    ? runScript(context, script, depth + 1)
    : redirect && runRedirect(context, given, redirect, depth + 1);
  return { ...effect, status, ...inner, said: [...said, ...(inner?.said ?? [])] };
}

function runRedirect(
  context: LineContext,
  given: GivenLine,
  { mode, line }: NonNullable<CommandEffect['redirect']>,
  depth: number,
): LineResult {
  const promptLength = context.promptLength + Math.max(0, given.line.lastIndexOf(line));
  return runIn({ ...context, promptLength }, mode, line, depth);
}

function runScript(
  context: LineContext,
  { mode, lines, username }: NonNullable<CommandEffect['script']>,
  depth: number,
): LineResult {
  const session = new SessionMemory(username ?? context.session.username, context.tree.platform);
  session.enter(mode);
  for (const [name, value] of context.session.variables) session.variables.set(name, value);
  const said: LineResult['said'][number][] = [];
  for (const line of lines) {
    const result = runIn({ ...context, session, promptLength: 0 }, session.mode, line, depth);
    said.push(...result.said);
    const open = session.apply(result);
    if (!open || result.close || result.ask || result.status !== 0) break;
  }
  return { said, status: session.status };
}

function unknownIn({ line }: GivenLine, value: string): LineRefusal {
  return { kind: 'unknown', column: Math.max(0, line.lastIndexOf(value)) };
}

function filterSaid(said: LineResult['said'], filters: readonly OutputFilter[]): LineResult['said'] {
  return [{ text: filters.reduce((output, filter) => filter(output), saidText(said)) }];
}

function ownValue(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}

function guard(context: LineContext, line: string, run: () => LineResult): LineResult {
  try {
    return run();
  } catch (error) {
    context.onFault(error, line);
    return { said: sayLines('Error: the command could not be completed.'), status: 1 };
  }
}
