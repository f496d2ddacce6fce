import type { LineResult, Said } from '../line-result';
import { sayLines } from '../line-result';
import { expandWord } from './expand-word';
import { parseShellLine } from './parse-shell-line';
import { routeSaid } from './route-said';
import type { ShellStage, ShellStep } from './shell-line';
import { ShellSyntaxError } from './shell-syntax-error';

/** What a line of a Unix shell runs against. */
export interface ShellHost {
  /** Exit status of the line before: `$?`. */
  readonly status: number;
  /** The value of a variable; empty when there is none. */
  variable(name: string): string;
  assign(name: string, value: string): void;
  /** Runs one command; `input` is what comes through a pipe. */
  run(words: readonly string[], input: string | undefined): LineResult;
}

const SYNTAX_ERROR = 2;

/** Runs a line as a Unix shell does: lists, pipelines, redirections. A command that leaves the shell ends the line. */
export function runShellLine(line: string, host: ShellHost): LineResult {
  try {
    return runSteps(parseShellLine(line), host);
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    return { said: sayLines(`-bash: ${error.message}`, 'error'), status: SYNTAX_ERROR };
  }
}

function runSteps(steps: readonly ShellStep[], host: ShellHost): LineResult {
  const said: Said[] = [];
  let last: LineResult = { said, status: host.status };
  for (const { when, stages } of steps) {
    if (when !== 'always' && (when === 'success') !== (last.status === 0)) continue;
    last = runPipeline(stages, { ...host, status: last.status });
    said.push(...last.said);
    if (last.mode !== undefined || last.leave || last.close || last.ask) break;
  }
  return { ...last, said };
}

function runPipeline(stages: readonly ShellStage[], host: ShellHost): LineResult {
  const [only, ...others] = stages;
  if (only && others.length === 0) return runStage(only, host, undefined);
  const said: Said[] = [];
  let status = 0;
  let input: string | undefined;
  stages.forEach((stage, index) => {
    const result = runStage(stage, host, input);
    const isLast = index === stages.length - 1;
    said.push(...result.said.filter(({ error }) => isLast || error));
    input = result.said.map(({ text, error }) => (error ? '' : text)).join('');
    status = result.status;
  });
  // Each command of a pipeline runs in a shell of its own, so none of them can leave this one.
  return { said, status };
}

function runStage(stage: ShellStage, host: ShellHost, input: string | undefined): LineResult {
  const expand = (word: ShellStage['words'][number]) => expandWord(word, (name) => variable(host, name));
  const route = routeSaid(stage.redirections, (word) => expand(word) ?? '');
  if ('refusal' in route) return { said: sayLines(`-bash: ${route.refusal}`, 'error'), status: 1 };
  const words = stage.words.flatMap((word) => expand(word) ?? []);
  if (words.length === 0) {
    for (const { name, value } of stage.assignments) host.assign(name, expand(value) ?? '');
    return { said: [], status: 0 };
  }
  const result = host.run(words, route.closesInput ? '' : input);
  return { ...result, said: route.apply(result.said) };
}

function variable(host: ShellHost, name: string): string {
  return name === '?' ? String(host.status) : host.variable(name);
}
