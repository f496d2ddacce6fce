/**
 * The value at a dotted path (`bgp.as`) of a node's or interface's attributes, whether it was written nested
 * or with the dotted key itself; undefined when there is none.
 */
export function nodeAttribute(attributes: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path in attributes) return attributes[path];
  return path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), attributes);
}

/** The same, when it is a number or reads as one. */
export function numberAttribute(
  attributes: Readonly<Record<string, unknown>>,
  path: string,
): number | undefined {
  const value = nodeAttribute(attributes, path);
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
