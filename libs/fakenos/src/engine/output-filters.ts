import { compileLinePattern } from './line-pattern';

/** Takes a command's output, `\n` between lines, and returns what is left of it. */
export type OutputFilter = (output: string) => string;

/** A line taken apart at its pipes. */
export interface PipedLine {
  /** The command before the first filter. */
  readonly command: string;
  readonly filters: readonly OutputFilter[];
}

type LineFilter = (lines: readonly string[], matches: (line: string) => boolean) => readonly string[];

const PATTERN_FILTERS = {
  include: (lines, matches) => lines.filter(matches),
  match: (lines, matches) => lines.filter(matches),
  grep: (lines, matches) => lines.filter(matches),
  exclude: without,
  except: without,
  begin: fromFirst,
  find: fromFirst,
  section,
} satisfies Readonly<Record<string, LineFilter>>;

const PLAIN_FILTERS = {
  count: (output: string) => `Count: ${toLines(output).length} lines\n`,
  'no-more': (output: string) => output,
} satisfies Readonly<Record<string, OutputFilter>>;

/** The filters that every platform has. */
export type OutputFilterName = keyof typeof PATTERN_FILTERS | keyof typeof PLAIN_FILTERS;

const patternFilters: ReadonlyMap<string, LineFilter> = new Map(Object.entries(PATTERN_FILTERS));
const plainFilters: ReadonlyMap<string, OutputFilter> = new Map(Object.entries(PLAIN_FILTERS));
const FILTER_NAMES = [...patternFilters.keys(), ...plainFilters.keys()];

/**
 * Cuts `show … | include X | count` into the command and its filters. Filter names may be abbreviated while they are
 * unique. Undefined when there is no pipe, or what follows one is not a filter: the line is to be taken as a whole.
 */
export function splitPipes(line: string): PipedLine | undefined {
  const [command = '', ...stages] = line.split(/\s\|\s*/);
  if (stages.length === 0 || command.trim() === '') return undefined;
  const filters = joinPatterns(stages).map(readFilter);
  const known = filters.filter((filter) => filter !== undefined);
  return known.length === filters.length ? { command, filters: known } : undefined;
}

/** `include up | down` is one filter with a pattern of two alternatives. */
function joinPatterns(stages: readonly string[]): readonly string[] {
  return stages.reduce<string[]>((joined, stage) => {
    const before = joined.pop();
    if (before === undefined) return [stage];
    return readFilter(stage) ? [...joined, before, stage] : [...joined, `${before} | ${stage}`];
  }, []);
}

function readFilter(stage: string): OutputFilter | undefined {
  const [, word = '', argument = ''] = /^(\S+)\s*(.*?)\s*$/s.exec(stage) ?? [];
  const name = filterName(word);
  if (name === undefined) return undefined;
  const plain = plainFilters.get(name);
  if (plain) return argument === '' ? plain : undefined;
  const filter = patternFilters.get(name);
  if (!filter || argument === '') return undefined;
  const [, quoted] = /^"(.*)"$/s.exec(argument) ?? [];
  const matches = compileLinePattern(quoted ?? argument);
  return (output) =>
    filter(toLines(output), matches)
      .map((line) => `${line}\n`)
      .join('');
}

/** Whether this word, abbreviated perhaps, is a filter that wants a pattern after it. */
export function takesPattern(word: string): boolean {
  const name = filterName(word);
  return name !== undefined && patternFilters.has(name);
}

function filterName(word: string): string | undefined {
  if (word === '' || FILTER_NAMES.includes(word)) return word || undefined;
  const begun = FILTER_NAMES.filter((known) => known.startsWith(word));
  // `exc` begins two names of the same filter.
  const isOne = new Set(begun.map((name) => patternFilters.get(name) ?? name)).size === 1;
  return isOne ? begun[0] : undefined;
}

function without(lines: readonly string[], matches: (line: string) => boolean): readonly string[] {
  return lines.filter((line) => !matches(line));
}

function fromFirst(lines: readonly string[], matches: (line: string) => boolean): readonly string[] {
  const first = lines.findIndex(matches);
  return first === -1 ? [] : lines.slice(first);
}

/** Lines that match, each with the more deeply indented lines below it. */
function section(lines: readonly string[], matches: (line: string) => boolean): readonly string[] {
  let depth: number | undefined;
  return lines.filter((line) => {
    const indent = line.search(/\S|$/);
    if (depth !== undefined && indent > depth && line.trim() !== '') return true;
    depth = matches(line) ? indent : undefined;
    return depth !== undefined;
  });
}

function toLines(output: string): readonly string[] {
  const lines = output.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
