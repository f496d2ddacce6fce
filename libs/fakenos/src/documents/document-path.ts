/** A place in a document as people write it: `hosts.r1.port`, `links[0]`, `hosts["r 1"]`. */
export function documentPath(segments: readonly (string | number)[]): string {
  return segments
    .map((segment, index) => {
      if (/^\d+$/.test(String(segment))) return `[${segment}]`;
      if (!/^[\w-]+$/.test(String(segment))) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? String(segment) : `.${segment}`;
    })
    .join('');
}
