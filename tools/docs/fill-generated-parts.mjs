const PART = /(<!-- generated: (\S+) -->\n)([^]*?)(<!-- end generated -->)/g;

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end generated -->`.
 * @param {string} page for error messages
 * @param {string} text
 * @param {Readonly<Record<string, () => string | Promise<string>>>} parts by name
 * @returns {Promise<string>} rejects when the page lacks a part, or has one that nobody generates
 */
export async function fillGeneratedParts(page, text, parts) {
  const names = [...text.matchAll(PART)].map(([, , name]) => name);
  const missing = Object.keys(parts).filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${page} has no place for: ${missing.join(', ')}`);
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0)
    throw new Error(`${page} has a place for what nobody generates: ${unknown.join(', ')}`);

  const contents = new Map();
  for (const name of names) contents.set(name, (await parts[name]()).trim());
  return text.replace(PART, (_, open, name, _old, close) => `${open}\n${contents.get(name)}\n\n${close}`);
}
