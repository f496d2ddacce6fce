/** A place in a document for people: `commands["show clock"].output`; empty for the document as a whole. */
export function placeOf(path: readonly string[]): string {
  return path
    .map((step) => (/^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('')
    .replace(/^\./, '');
}
