import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folder that has everything. */
export const REPOSITORY = resolve(__dirname, '../../../../..');

/** Folders whose content is not ours, or not written by hand. */
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.git', '.nx']);

/** Every Markdown file of the repository, relative to it, with `/` between the parts, in order. */
export function markdownFiles(): readonly string[] {
  return below(REPOSITORY)
    .map((file) => relative(REPOSITORY, file).split(sep).join('/'))
    .sort();
}

/** Whether a file is a guide, whose examples run as they stand, and not the page of a single package. */
export function isGuide(file: string): boolean {
  return !/^(libs|apps)\//.test(file);
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : below(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
