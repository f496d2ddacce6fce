import { nearestName } from '@remote-lab/topology';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import type { DocumentProblem } from '../errors';
import { documentPath } from './document-path';
import { isMapping } from './read-yaml';

/** Any JSON Schema. In schemas with `anyOf` the `description` completes the sentence "must be …". */
export type DocumentSchema = { readonly [keyword: string]: unknown };

/** Tells what is wrong with a document; nothing when it is a `T`. */
export interface DocumentChecker<T> {
  readonly schema: DocumentSchema;
  is(value: unknown): value is T;
  problems(value: unknown): readonly DocumentProblem[];
}

/** A document that is wrong everywhere is wrong in one way. */
const MOST_PROBLEMS = 100;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true });

/** Compiles the schema at its first use. */
export function documentChecker<T>(schema: DocumentSchema): DocumentChecker<T> {
  let compiled: ValidateFunction<T> | undefined;
  const validator = () => (compiled ??= ajv.compile<T>(schema));
  return {
    schema,
    is: (value): value is T => validator()(value),
    problems: (value) => {
      const validate = validator();
      return validate(value) ? [] : describe(validate.errors ?? []);
    },
  };
}

function describe(errors: readonly ErrorObject[]): readonly DocumentProblem[] {
  // Why each of several alternatives does not fit helps nobody; that none does, does.
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf');
  const told = errors.filter(
    (error) =>
      // The name of the wrong key comes with an error of its own.
      error.keyword !== 'propertyNames' &&
      !alternatives.some((other) => error !== other && error.schemaPath.startsWith(`${other.schemaPath}/`)),
  );
  return told.slice(0, MOST_PROBLEMS).map((error) => ({
    path: documentPath(segmentsOf(error)),
    message: sentenceOf(error),
  }));
}

function segmentsOf({ instancePath, keyword, params, propertyName }: ErrorObject): readonly string[] {
  const segments = instancePath
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  const child: unknown = keyword === 'additionalProperties' ? params['additionalProperty'] : propertyName;
  return typeof child === 'string' ? [...segments, child] : segments;
}

function sentenceOf({ keyword, params, parentSchema, message = 'is not valid' }: ErrorObject): string {
  const description: unknown = parentSchema?.['description'];
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params['additionalProperty']), keysOf(parentSchema?.['properties']));
    case 'required':
      return `lacks "${params['missingProperty']}"`;
    case 'type':
    case 'anyOf':
    case 'enum':
    case 'const':
    case 'pattern':
      return typeof description === 'string' ? `must be ${description}` : message;
    default:
      return message;
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  if (nearest !== undefined) return `is not known here; did you mean "${nearest}"?`;
  return `is not known here; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
}

function keysOf(value: unknown): readonly string[] {
  return isMapping(value) ? Object.keys(value) : [];
}
