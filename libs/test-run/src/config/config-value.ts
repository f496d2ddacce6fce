import { inspect } from 'node:util';
import { TestRunError } from '../errors';
import type { ConfigKind } from './config-keys';

interface ValueKind {
  readonly expected: string;
  readonly is: (value: unknown) => boolean;
  /** What the text of an environment variable stands for; undefined when it makes no sense. */
  readonly read: (text: string) => unknown;
  readonly expectedText?: string;
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  1: true,
  0: false,
  yes: true,
  no: false,
};
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const VALUE_KINDS: Readonly<Record<ConfigKind, ValueKind>> = {
  // The client tells the forms of a topology, and of extra files, apart.
  topology: {
    expected: 'a path, a URL, YAML text or an object',
    is: (value) => isText(value) || isObject(value),
    read: (text) => text,
  },
  extraFiles: {
    expected: "'follow', a file, a folder, or a list of them",
    is: (value) => isText(value) || Array.isArray(value),
    read: (text) => (text.includes(',') ? textList(text) : text),
  },
  text: { expected: 'a text', is: isText, read: (text) => text },
  address: {
    expected: 'an address such as http://lab-host:8000',
    is: (value) =>
      typeof value === 'string' && /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim()),
    read: (text) => text,
  },
  flag: {
    expected: 'true or false',
    is: (value) => typeof value === 'boolean',
    read: (text) => FLAGS[text.toLowerCase()],
  },
  labels: {
    expected: "an object of texts such as { team: 'core' }",
    is: (value) => isObject(value) && Object.values(value).every((label) => typeof label === 'string'),
    read: labelsOf,
    expectedText: 'a list such as team=core,site=zrh',
  },
  duration: {
    expected: 'a number of milliseconds above 0',
    is: (value) => typeof value === 'number' && value > 0,
    read: (text) => Number(text) * 1000,
    expectedText: 'a number of seconds above 0',
  },
};

/**
 * Checks a value of the configuration file; `undefined` is fine everywhere.
 * @throws TestRunError `invalid_config`
 */
export function checkConfigValue(name: string, kind: ConfigKind, value: unknown): void {
  const { is, expected } = VALUE_KINDS[kind];
  if (value === undefined || is(value)) return;
  const shown = inspect(value, { depth: 0, breakLength: Infinity, maxStringLength: 60 });
  throw new TestRunError('invalid_config', `${name} must be ${expected}, not ${shown}.`);
}

/**
 * What an environment variable says; `undefined` when it is empty.
 * @throws TestRunError `invalid_config`
 */
export function readConfigText(variable: string, kind: ConfigKind, text: string | undefined): unknown {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return undefined;
  const { read, is, expected, expectedText = expected } = VALUE_KINDS[kind];
  const value = read(trimmed);
  if (is(value)) return value;
  throw new TestRunError('invalid_config', `${variable} must be ${expectedText}, not "${trimmed}".`);
}

function labelsOf(text: string): unknown {
  const pairs = textList(text).map((pair) => /^([^=]+)=(.*)$/.exec(pair));
  if (pairs.includes(null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1]?.trim() ?? '', pair?.[2]?.trim() ?? '']));
}

function textList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
