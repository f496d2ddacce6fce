import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** Any JSON Schema (draft-07 words that OpenAPI 3.1 understands too). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schema of an object message; the compiler checks that it names every property of `T`. */
export interface ObjectSchema<T> extends JsonSchema {
  readonly type: 'object';
  readonly properties: { readonly [K in keyof Required<T>]: JsonSchema };
  readonly required: readonly RequiredKeys<T>[];
}

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** A message of the wire: its name, its JSON Schema and its compiled check. */
export interface DtoDefinition<T> {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Tells whether `value` is a `T`. Unknown properties are allowed: additions to the wire are additive. */
  is(value: unknown): value is T;
  /** What is wrong with `value`, with JSON pointers; empty when nothing is. */
  problems(value: unknown): readonly string[];
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

/** Compiles the schema at its first use, so that a process pays only for the messages that it reads. */
export function defineDto<T>(name: string, schema: ObjectSchema<T> | ArraySchema<T>): DtoDefinition<T> {
  let compiled: ValidateFunction<T> | undefined;
  const validator = (): ValidateFunction<T> => (compiled ??= ajv.compile<T>(schema));
  return {
    name,
    schema,
    is: (value): value is T => validator()(value),
    problems: (value) => {
      const validate = validator();
      return validate(value) ? [] : (validate.errors ?? []).map(describeProblem);
    },
  };
}

/** The schema of a message that is a list. */
export interface ArraySchema<T> extends JsonSchema {
  readonly type: T extends readonly unknown[] ? 'array' : never;
  readonly items: JsonSchema;
}

function describeProblem(error: ErrorObject): string {
  return `${error.instancePath === '' ? '(the whole message)' : error.instancePath} ${problemWords(error)}`;
}

function problemWords({ keyword, params, message }: ErrorObject): string {
  // Ajv says that there are too many, but not which.
  if (keyword === 'additionalProperties')
    return `must not have the property ${String(params['additionalProperty'])}`;
  return message ?? 'is not valid';
}
