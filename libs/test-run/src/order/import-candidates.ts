import path from 'node:path';

const EXTENSIONS = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs'];
/** In TypeScript one imports what the file will be once it is built. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** The files that `specifier`, a relative import in `importer`, can mean; the likelier ones first. */
export function importCandidates(importer: string, specifier: string): readonly string[] {
  const target = path.resolve(path.dirname(importer), specifier);
  const { dir, name, ext } = path.parse(target);
  const sources = (SOURCES[ext] ?? []).map((extension) => path.join(dir, name + extension));
  if (EXTENSIONS.includes(ext)) return [target, ...sources];
  return [
    ...EXTENSIONS.map((extension) => target + extension),
    ...EXTENSIONS.map((extension) => path.join(target, `index${extension}`)),
  ];
}
