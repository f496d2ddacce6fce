/**
 * The base address that a redirect of a request for `path` leads to; only that: the path of a request may have the
 * session's id in it. Undefined when it is no address.
 */
export function redirectBase(location: string, requested: string, path: string): string | undefined {
  if (!URL.canParse(location, requested)) return undefined;
  const { origin, pathname } = new URL(location, requested);
  const whole = pathname.replace(/\/+$/, '');
  return whole.endsWith(path) ? origin + whole.slice(0, -path.length) : origin;
}
