import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import type { DocumentProblem } from '../errors';
import { FakeNosError } from '../errors';
import type { NosCommand, NosDocument } from './nos-document';
import { nosDocumentSchema } from './nos-document-schema';
import { placeOf } from './place-of';
import { readNosYaml } from './read-nos-yaml';

const MOST_SHOWN = 5;
const PROGRAM = /\.(py|j2)$/i;
/** What FakeNOS assumes where the file says nothing. */
const DEFAULTS = { name: 'FakeNOS', initial_prompt: 'FakeNOS>' };

const SHOULD_BE: Readonly<Record<string, string>> = {
  output: 'must be text, null (prints nothing) or true (ends the session)',
  prompt: 'must be a prompt or a list of prompts',
  commands: 'must map command lines to what they answer',
  '': 'must be a map with name, initial_prompt and commands',
};

let compiled: ValidateFunction<NosDocument> | undefined;

/**
 * Reads a platform in FakeNOS's YAML schema, as FakeNOS does: fields that it does not know are ignored.
 *
 * @param source the text of the file, or what was parsed of it
 * @param where what the file is called in messages: its path, or its place in a configuration. What ends in `.py` or
 *   `.j2` is refused
 * @throws FakeNosError `invalid_platform_file` naming each place that is wrong, `unsupported_platform_file` for Python
 *   and Jinja
 */
export function parseNosFile(source: unknown, where: string): NosDocument {
  refusePrograms(where);
  const document = typeof source === 'string' ? readNosYaml(source, where) : source;
  compiled ??= new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<NosDocument>(
    nosDocumentSchema,
  );
  if (!compiled(document)) throw invalid(where, compiled.errors ?? []);
  const { name = DEFAULTS.name, initial_prompt = DEFAULTS.initial_prompt, commands } = document;
  const { enable_prompt, config_prompt } = document;
  return {
    name,
    initial_prompt,
    ...(enable_prompt ? { enable_prompt } : {}),
    ...(config_prompt ? { config_prompt } : {}),
    commands: Object.fromEntries(Object.entries(commands).map(([line, entry]) => [line, known(entry)])),
  };
}

/** By its name, a platform in Python or Jinja. */
export function isProgram(where: string): boolean {
  return PROGRAM.test(where.trim());
}

function refusePrograms(where: string): void {
  const kind = PROGRAM.exec(where.trim())?.[1]?.toLowerCase();
  if (kind === undefined) return;
  const language = kind === 'py' ? 'a Python program' : 'a Jinja template';
  throw new FakeNosError(
    'unsupported_platform_file',
    `${where} is ${language}, which cannot run here: write the platform as a FakeNOS YAML file, or, where its answers ` +
      `depend on the device's state, as a TypeScript platform module (a file that exports "platform") and list it under platform_modules.`,
  );
}

/** Only what means something here; what is absent stays absent. */
function known(entry: NosCommand): NosCommand {
  const { output, help, prompt, new_prompt, alias } = entry;
  return {
    ...(output === undefined ? {} : { output }),
    ...(help === undefined ? {} : { help }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(new_prompt === undefined ? {} : { new_prompt }),
    ...(alias === undefined ? {} : { alias }),
  };
}

function invalid(where: string, errors: readonly ErrorObject[]): FakeNosError {
  const problems = errors.map(problemOf);
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ path, message }) => `${path === '' ? 'it' : path} ${message}`);
  const more = problems.length > MOST_SHOWN ? `; and ${problems.length - MOST_SHOWN} more` : '';
  const sentence = `${where} is not a FakeNOS platform file: ${shown.join('; ')}${more}.`;
  return new FakeNosError('invalid_platform_file', sentence, { problems });
}

function problemOf({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): DocumentProblem {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = placeOf(steps);
  if (keyword === 'required') {
    const missing: unknown = params['missingProperty'];
    return { path, message: `has no ${String(missing)}` };
  }
  if (keyword === 'minLength') return { path, message: 'must not be empty' };
  if (keyword !== 'type') return { path, message };
  if (steps.length === 2 && steps[0] === 'commands')
    return { path, message: 'must be a map with output, help, prompt, new_prompt or alias' };
  const field = steps.at(steps[0] === 'commands' && steps.length > 3 ? -2 : -1) ?? '';
  return { path, message: SHOULD_BE[field] ?? 'must be text: put it in quotes' };
}
