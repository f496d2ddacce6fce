import { compileCommands } from '../engine/command-tree';
import type { Platform } from '../engine/platform';
import type { DocumentProblem } from '../errors';
import { FakeNosError, messageOf } from '../errors';
import { placeOf } from './place-of';

type Check = (value: unknown) => string | undefined;
type Fields = Readonly<Record<string, Check>>;

const MOST_SHOWN = 5;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a text');
const callable: Check = (value) => (typeof value === 'function' ? undefined : 'must be a function');
const map: Check = (value) => (isRecord(value) ? undefined : 'must be an object');
const texts: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? undefined
    : 'must be a list of texts';
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);
const words: Check = (value) =>
  value === 'abbreviated' || value === 'exact' ? undefined : `must be 'abbreviated' or 'exact'`;

const PLATFORM: Fields = {
  name: text,
  title: text,
  aliases: optional(texts),
  netlabDevices: texts,
  greeting: optional(callable),
  initialMode: text,
  execMode: optional(text),
  modes: map,
  commands: (value) => (Array.isArray(value) ? undefined : 'must be a list'),
  help: map,
  filters: optional(map),
  refusals: map,
  paging: optional(map),
  ports: optional(map),
  configuration: optional(map),
  login: optional(map),
};
const REFUSALS: Fields = { unknown: callable, incomplete: callable, ambiguous: callable };
const PAGING: Fields = {
  prompt: text,
  defaultLines: (value) => (typeof value === 'number' ? undefined : 'must be a number'),
};
const PORTS: Fields = { ethernet: callable, management: text, loopback: optional(text) };
const CONFIGURATION: Fields = { initial: callable, read: callable, print: callable };
const MODE: Fields = {
  prompt: callable,
  words,
  environment: optional(callable),
  fallback: optional(text),
  ctrlC: optional(text),
  ctrlZ: optional(text),
  ctrlD: optional(text),
};
const COMMAND: Fields = { syntax: text, modes: texts, run: callable };

/**
 * Checks a platform that somebody else wrote, in whatever language: every field that is missing or wrong is named.
 *
 * @param where what it is called in messages
 * @throws FakeNosError `invalid_platform_file`
 */
export function checkPlatform(value: unknown, where: string): Platform {
  const problems = problemsOf(value);
  if (problems.length === 0 && isPlatform(value)) {
    try {
      compileCommands(value);
      return value;
    } catch (error) {
      problems.push({ path: 'commands', message: messageOf(error) });
    }
  }
  const shown = problems.slice(0, MOST_SHOWN).map(({ path, message }) => `${path} ${message}`.trim());
  const more = problems.length > MOST_SHOWN ? `; and ${problems.length - MOST_SHOWN} more` : '';
  const sentence = `The platform module ${where} cannot be used: ${shown.join('; ')}${more}.`;
  throw new FakeNosError('invalid_platform_file', sentence, { problems });
}

function problemsOf(value: unknown): DocumentProblem[] {
  if (!isRecord(value)) return [{ path: 'platform', message: 'must be an object' }];
  const problems = fieldProblems(value, PLATFORM, []);
  const part = (name: string, fields: Fields) => {
    const inner = value[name];
    if (isRecord(inner)) problems.push(...fieldProblems(inner, fields, [name]));
  };
  part('refusals', REFUSALS);
  part('paging', PAGING);
  part('ports', PORTS);
  part('configuration', CONFIGURATION);
  const { modes, commands, initialMode, execMode } = value;
  if (isRecord(modes)) {
    for (const [name, mode] of Object.entries(modes))
      problems.push(...itemProblems(mode, MODE, ['modes', name]));
    for (const [field, mode] of Object.entries({ initialMode, execMode })) {
      if (typeof mode === 'string' && !Object.hasOwn(modes, mode))
        problems.push({ path: field, message: `names the mode "${mode}", which is not among modes` });
    }
  }
  if (Array.isArray(commands)) {
    for (const [at, command] of commands.entries())
      problems.push(...itemProblems(command, COMMAND, ['commands', String(at)]));
  }
  return problems;
}

function itemProblems(value: unknown, fields: Fields, path: readonly string[]): DocumentProblem[] {
  if (isRecord(value)) return fieldProblems(value, fields, path);
  return [{ path: placeOf(path), message: 'must be an object' }];
}

function fieldProblems(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  path: readonly string[],
): DocumentProblem[] {
  return Object.entries(fields).flatMap(([name, check]) => {
    const problem = check(value[name]);
    if (problem === undefined) return [];
    const message = value[name] === undefined ? `is missing: it ${problem}` : problem;
    return [{ path: placeOf([...path, name]), message }];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** After {@link problemsOf} has found nothing. */
function isPlatform(value: unknown): value is Platform {
  return isRecord(value);
}
