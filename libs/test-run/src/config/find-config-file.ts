import { stat } from 'node:fs/promises';
import path from 'node:path';
import { TestRunError } from '../errors';

/** Tried in this order in each folder. */
export const CONFIG_FILE_NAMES = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map(
  (extension) => `remote-lab.config.${extension}`,
);

/**
 * The configuration file that holds for a project: the one that `REMOTE_LAB_CONFIG` names (relative to `rootDir`), else
 * the nearest upwards from `rootDir`; `undefined` when there is none.
 * @throws TestRunError `config_unreadable` when the named one is not there, or a folder has two
 */
export async function findConfigFile(
  rootDir: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const named = environment['REMOTE_LAB_CONFIG']?.trim() ?? '';
  if (named !== '') {
    const file = path.resolve(rootDir, named);
    if (await isFile(file)) return file;
    throw new TestRunError(
      'config_unreadable',
      `There is no configuration file ${file}. Correct or unset REMOTE_LAB_CONFIG.`,
    );
  }
  for (let folder = path.resolve(rootDir); ; folder = path.dirname(folder)) {
    const found = await filesIn(folder);
    if (found.length > 1)
      throw new TestRunError(
        'config_unreadable',
        `${folder} has two configurations, ${found.join(' and ')}. Delete one, or name one in REMOTE_LAB_CONFIG.`,
      );
    if (found[0] !== undefined) return path.join(folder, found[0]);
    if (folder === path.dirname(folder)) return undefined;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const present = await Promise.all(CONFIG_FILE_NAMES.map((name) => isFile(path.join(folder, name))));
  return CONFIG_FILE_NAMES.filter((_, index) => present[index] === true);
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    // Whatever the reason, it is not a file that could be used.
    return false;
  }
}
