import type { Request } from 'express';
import { parseWireBoolean } from '@remote-lab/protocol';
import { notBoolean, validationRefusal } from './validation';

/** A yes or no in the query, the last one when it is repeated. @throws {Refusal} `validation_error` for anything else. */
export function readBoolean(request: Request, name: string, absent: boolean): boolean {
  const given: unknown = request.query[name];
  const last: unknown = Array.isArray(given) ? given.at(-1) : given;
  if (last === undefined) return absent;
  const text = typeof last === 'string' ? last : '';
  const value = parseWireBoolean(text);
  if (value === undefined) throw validationRefusal([notBoolean(text, 'query', name)]);
  return value;
}

/** Words in the query, repeated or separated by commas; undefined when there are none. */
export function readWords(request: Request, name: string): readonly string[] | undefined {
  const given: unknown = request.query[name];
  const words = (Array.isArray(given) ? given : [given])
    .flatMap((each: unknown) => (typeof each === 'string' ? each.split(',') : []))
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? undefined : words;
}
