import { YAML11_SCHEMA, YAMLException, load } from 'js-yaml';
import type { DocumentProblem } from '../errors';
import { messageOf } from '../errors';

/** Levels of nesting that a document may have. */
const MAX_DEPTH = 64;
/** Values of a document once its aliases are written out; an inventory of 5,000 hosts has some 100,000. */
const MAX_VALUES = 500_000;

/** What a YAML text says, or why it cannot be read. */
export type YamlOutcome =
  { readonly data: unknown; readonly problem?: undefined } | { readonly problem: DocumentProblem };

/**
 * Reads one YAML document as Python programs do (1.1: `yes` is true), into plain data: mappings, lists, text, numbers,
 * booleans and null. Nothing in it is run, and aliases cannot make it larger than a document may be.
 */
export function readYaml(text: string): YamlOutcome {
  if (text.trim() === '') return { data: null };
  try {
    const data = load(text, { schema: YAML11_SCHEMA, maxDepth: MAX_DEPTH });
    const strange = strangeValue(data);
    return strange === undefined ? { data } : { problem: { path: '', message: strange } };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { problem: { path: '', message: messageOf(error) } };
    const { mark, reason } = error;
    const where = mark ? `line ${mark.line + 1}, column ${mark.column + 1}: ` : '';
    return { problem: { path: '', message: `${where}this is not valid YAML: ${reason}` } };
  }
}

/** Why a value is not plain data of a bearable size; undefined when it is. */
function strangeValue(root: unknown): string | undefined {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let seen = 0; pending.length > 0; seen++) {
    const next = pending.pop();
    if (next === undefined) break;
    const { value, depth } = next;
    if (seen > MAX_VALUES) return `the document has more than ${MAX_VALUES} values; make it smaller`;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) return `the document has more than ${MAX_DEPTH} levels`;
    if (value instanceof Date) return `put the date ${value.toISOString().slice(0, 10)} in quotes`;
    const children = Array.isArray(value) ? value : isMapping(value) ? Object.values(value) : undefined;
    if (children === undefined) return 'sets and binary values cannot be used here';
    for (const child of children) pending.push({ value: child, depth: depth + 1 });
  }
  return undefined;
}

/** Whether a value is a mapping as YAML and JSON give them. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
