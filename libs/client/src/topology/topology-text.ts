import { dump } from 'js-yaml';
import { RemoteLabError } from '../errors';
import { messageOf } from '../message-of';

/** No lab is nested deeper, and the server reads no deeper. */
const MAX_DEPTH = 64;

/**
 * The topology as YAML. The same object gives the same text, and so the same identity; the order of its keys counts,
 * because it decides which node gets which id. Strings that YAML 1.1 would read as something else are quoted.
 * @throws RemoteLabError `invalid_option`, which names the place of what is no data
 */
export function topologyText(topology: object): string {
  const data = plainData(topology, 'topology', []);
  try {
    return dump(data, { lineWidth: -1 });
  } catch (error) {
    throw new RemoteLabError('invalid_option', `topology cannot be written as YAML: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function plainData(value: unknown, place: string, parents: readonly unknown[]): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // -0 would be another text, and so another lab.
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (typeof value !== 'object') throw noData(place, describe(value));
  if (parents.includes(value)) throw noData(place, 'an object that contains itself');
  if (parents.length >= MAX_DEPTH) throw noData(place, `nested deeper than ${MAX_DEPTH} levels`);
  const inner = [...parents, value];
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    // Not map, which skips the holes of a list.
    return Array.from(list, (item, index) => plainData(item, `${place}[${index}]`, inner));
  }
  if (!isPlain(value)) throw noData(place, describe(value));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, plainData(item, `${place}.${key}`, inner)]),
  );
}

/** Also an object of another realm, such as a test runner's. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype !== 'object' || prototype === null || Object.hasOwn(prototype, 'isPrototypeOf');
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const maker: unknown = Reflect.get(value, 'constructor');
    return typeof maker === 'function' ? `a ${maker.name}` : 'an object of a class';
  }
  return typeof value === 'function' ? 'a function' : String(value);
}

function noData(place: string, what: string): RemoteLabError {
  return new RemoteLabError(
    'invalid_option',
    `${place} is ${what}. A topology has texts, finite numbers, true, false, null, lists and plain objects.`,
  );
}
