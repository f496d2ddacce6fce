import { loadAll, YAML11_SCHEMA, YAMLException } from 'js-yaml';
import { isObject } from '../check-option';
import { RemoteLabError } from '../errors';

/** A mapping of a topology with its dotted keys written out: `r1.config` is `config` in `r1`. */
export type Tree = ReadonlyMap<string, TreeValue>;

/** What a mapping may hold: mappings, lists, texts; other single values refer to nothing. */
export type TreeValue = Tree | readonly TreeValue[] | string | undefined;

type MutableTree = Map<string, TreeValue>;

/** As many as the server reads, with aliases written out. */
const MOST_VALUES = 100_000;
const MAX_DEPTH = 64;

/**
 * Reads a YAML 1.1 file to find out what it refers to.
 * @throws RemoteLabError `invalid_topology`, with file, line and column
 */
export function readTree(file: string, content: Uint8Array): Tree {
  const [data, ...more] = parse(file, content);
  if (more.length > 0) throw invalid(file, 'it has more than one document');
  if (data === undefined || data === null) return new Map();
  let values = 0;
  const copy = (value: unknown, depth: number): TreeValue => {
    values += 1;
    if (values > MOST_VALUES) throw invalid(file, `it has more than ${MOST_VALUES} values`);
    if (depth > MAX_DEPTH) throw invalid(file, `it is nested deeper than ${MAX_DEPTH} levels`);
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    if (!isObject(value) || !isPlain(value)) return typeof value === 'string' ? value : undefined;
    const tree: MutableTree = new Map();
    for (const [key, item] of Object.entries(value)) insert(tree, key.split('.'), copy(item, depth + 1));
    return tree;
  };
  const tree = copy(data, 0);
  if (tree instanceof Map) return tree;
  throw invalid(file, 'it is no mapping such as "nodes: [ r1, r2 ]"');
}

/** Whether it is a mapping. */
export function isTree(value: TreeValue): value is Tree {
  return value instanceof Map;
}

/** The texts of a text or a list. */
export function textsOf(value: TreeValue): readonly string[] {
  const list: readonly TreeValue[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
}

function parse(file: string, content: Uint8Array): readonly unknown[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    throw invalid(file, 'it is not UTF-8 text', error);
  }
  try {
    return loadAll(text, { schema: YAML11_SCHEMA, maxDepth: MAX_DEPTH });
  } catch (error) {
    throw invalid(file, 'it is no valid YAML', error);
  }
}

/** Sets, dates and the like have tags; what refers to files has none. */
function isPlain(value: object): boolean {
  return !(
    value instanceof Map ||
    value instanceof Set ||
    value instanceof Date ||
    ArrayBuffer.isView(value)
  );
}

function insert(tree: MutableTree, keys: readonly string[], value: TreeValue): void {
  const [first = '', ...rest] = keys;
  const before = tree.get(first);
  const inner: MutableTree = new Map(isTree(before) ? before : []);
  if (rest.length > 0) insert(inner, rest, value);
  else if (isTree(before) && isTree(value)) for (const [key, item] of value) insert(inner, [key], item);
  tree.set(first, rest.length > 0 || (isTree(before) && isTree(value)) ? inner : value);
}

function invalid(file: string, what: string, cause?: unknown): RemoteLabError {
  const { reason, mark } = cause instanceof YAMLException ? cause : { reason: undefined, mark: undefined };
  const message = reason === undefined ? what : `${what}: ${reason}`;
  const problem = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
  const place = [file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  return new RemoteLabError('invalid_topology', `${place}: its references cannot be followed: ${message}.`, {
    problems: [{ file, ...problem, message }],
    cause,
  });
}
