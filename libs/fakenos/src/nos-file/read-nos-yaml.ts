import { load, realMapTag, YAML11_SCHEMA, YAMLException } from 'js-yaml';
import type { DocumentProblem } from '../errors';
import { FakeNosError } from '../errors';
import { placeOf } from './place-of';

/** FakeNOS reads YAML 1.1, where `yes` is true; maps keep what their keys really are. */
const SCHEMA = YAML11_SCHEMA.withTags(realMapTag);
/** The file, its commands, a command. What lies deeper is no map in a platform file. */
const DEEPEST_MAP = 3;

/**
 * The platform file's text as plain objects. Of keys that are there twice the last one counts, as in FakeNOS.
 * Throws FakeNosError `invalid_platform_file` for what is not YAML, and for keys that are not text.
 */
export function readNosYaml(text: string, where: string): unknown {
  const problems: DocumentProblem[] = [];
  const document = toPlain(parse(text, where), [], problems);
  if (problems.length === 0) return document;
  const sentences = problems.map(({ path, message }) => `${path} ${message}`);
  throw new FakeNosError('invalid_platform_file', `${where} cannot be used: ${sentences.join('; ')}.`, {
    problems,
  });
}

function parse(text: string, where: string): unknown {
  try {
    return load(text, { schema: SCHEMA, json: true });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark ? ` in line ${mark.line + 1}, column ${mark.column + 1}` : '';
    throw new FakeNosError('invalid_platform_file', `${where} is not valid YAML: ${reason}${place}.`, {
      cause: error,
      problems: [{ path: '', message: `is not valid YAML: ${reason}${place}` }],
    });
  }
}

/** Goes no deeper than a platform file does, so that anchors cannot make a small file huge. */
function toPlain(value: unknown, path: readonly string[], problems: DocumentProblem[]): unknown {
  if (!(value instanceof Map) || path.length >= DEEPEST_MAP) return value;
  const entries: (readonly [string, unknown])[] = [];
  for (const [key, inner] of value as ReadonlyMap<unknown, unknown>) {
    const place = [...path, String(key)];
    if (typeof key === 'string') entries.push([key, toPlain(inner, place, problems)]);
    else if (path.length === 0 || path[0] === 'commands')
      problems.push({ path: placeOf(place), message: 'is a key that YAML does not read as text: quote it' });
  }
  return Object.fromEntries(entries);
}
