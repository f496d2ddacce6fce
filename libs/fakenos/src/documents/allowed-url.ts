/** Whether a URL begins with one of these; `https://example.org/labs` covers `/labs/a.yml`, but not `/labs-of-others`. */
export function isAllowedUrl(url: URL, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => {
    if (!URL.canParse(beginning)) return false;
    const { origin, pathname } = new URL(beginning);
    if (origin === 'null' || url.origin !== origin) return false;
    const folder = pathname.endsWith('/') ? pathname : `${pathname}/`;
    // A server may take an encoded slash for a real one, and dots beside it for the way out; some decode twice, and for
    // some a segment ends at a semicolon.
    if (folder !== '/' && /%(25)*(2f|5c)|%25(25)*2e|\/(\.|%2e){1,2};/i.test(url.pathname)) return false;
    return url.pathname === pathname || url.pathname.startsWith(folder);
  });
}
