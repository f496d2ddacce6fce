import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether this is the error of the system with that code. Jest's files have an Error of their own: no instanceof. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Text of a file; empty when there is none. */
export async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

/** A value per text; those being written at this moment are left out. The host's own scripts wrote them, so T is known. */
export function parseAll<T>(texts: readonly string[]): T[] {
  return texts.flatMap((text) => {
    try {
      return [JSON.parse(text) as T];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

/** The values in every JSON file of a folder, in the order of the files' names. */
export async function readJsonFolder<T>(folder: string): Promise<T[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return parseAll<T>(await Promise.all(names.map((name) => readIfThere(join(folder, name)))));
}
