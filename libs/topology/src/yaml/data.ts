/** A place in one of the bundle's files; line and column are 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What YAML gives us: plain data, never class instances, never shared, never cyclic. */
export type Data = null | boolean | number | string | Data[] | DataMap;

/** A mapping without prototype, so that a key such as `__proto__` or `constructor` is a key like any other. */
export interface DataMap {
  [key: string]: Data;
}

/** An empty mapping without prototype. */
export function emptyMap(): DataMap {
  return Object.create(null) as DataMap;
}

/** Whether a value is a mapping. */
export function isMap(value: Data | undefined): value is DataMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looks a dotted path up; undefined as soon as a part is missing or no mapping. */
export function lookUp(map: DataMap, path: string): Data | undefined {
  let value: Data | undefined = map;
  for (const key of path.split('.')) {
    if (!isMap(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** What a person calls the type of a value. */
export function typeName(value: Data | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return 'a string';
  return typeof value === 'number' ? 'a number' : 'a boolean';
}

/** A value as text for a message or a name; strings as they are, the rest as JSON. */
export function textOf(value: Data | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
