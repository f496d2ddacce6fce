import { invalidOption } from './invalid-option';

interface OptionKind {
  readonly expected: string;
  readonly is: (value: unknown) => boolean;
}

const KINDS = {
  text: { expected: 'a text', is: (value) => typeof value === 'string' },
  flag: { expected: 'true or false', is: (value) => typeof value === 'boolean' },
  callback: { expected: 'a function', is: (value) => typeof value === 'function' },
  labels: {
    expected: "an object of texts such as { team: 'core' }",
    is: (value) => isObject(value) && Object.values(value).every((label) => typeof label === 'string'),
  },
  signal: {
    expected: 'an AbortSignal, which is the signal of an AbortController',
    is: (value) => isObject(value) && 'aborted' in value && 'addEventListener' in value,
  },
} as const satisfies Readonly<Record<string, OptionKind>>;

/**
 * Plain JavaScript has no compiler that would tell.
 * @throws RemoteLabError `invalid_option` unless the value is absent or of that kind
 */
export function checkOption(name: string, kind: keyof typeof KINDS, value: unknown): void {
  if (value !== undefined && !KINDS[kind].is(value)) throw invalidOption(name, KINDS[kind].expected, value);
}

/** Whether it is an object with properties, and not a list. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
