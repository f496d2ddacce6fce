import { ROUTES } from '@remote-lab/protocol';

/** What becomes of a request that no operation answers. */
export type Unmatched =
  | { readonly kind: 'method_not_allowed'; readonly allow: readonly string[] }
  | { readonly kind: 'redirect'; readonly path: string }
  | { readonly kind: 'not_found' };

/** Decides as the original's framework does: other method 405, trailing slash 307 to the path without it, else 404. */
export function unmatched(path: string): Unmatched {
  const allow = methodsOf(path);
  if (allow.length > 0) return { kind: 'method_not_allowed', allow };
  const bare = path.replace(/\/+$/, '');
  return bare !== path && methodsOf(bare).length > 0
    ? { kind: 'redirect', path: bare }
    : { kind: 'not_found' };
}

function methodsOf(path: string): readonly string[] {
  const methods = Object.values(ROUTES).flatMap((route) =>
    templatePattern(route.path).test(path) ? [route.method] : [],
  );
  return [...new Set(methods)].sort();
}

function templatePattern(template: string): RegExp {
  const source = template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
