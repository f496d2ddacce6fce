import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createJiti } from 'jiti';
import { TestRunError } from '../errors';
import { wordsOf } from '../words-of';
import type { RemoteLabConfig } from './config';
import { checkConfig } from './check-config';

/**
 * Reads a configuration file in any of the languages it may have; a function is called.
 * @throws TestRunError `config_unreadable` or `invalid_config`
 */
export async function loadConfig(file: string): Promise<RemoteLabConfig> {
  try {
    const exported = await evaluate(file);
    const config: unknown = isFunction(exported) ? await exported() : exported;
    return checkConfig(file, config);
  } catch (error) {
    if (error instanceof TestRunError) throw error;
    throw new TestRunError('config_unreadable', `${file} cannot be read: ${wordsOf(error)}`, {
      cause: error,
    });
  }
}

/** From its text, not by its name: Node keeps modules, and in watch mode the file may have changed since the last run. */
async function evaluate(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  const ext = path.extname(file);
  if (ext === '.json') return JSON.parse(text);
  const jiti = createJiti(file, { fsCache: false, moduleCache: false });
  const module: unknown = await jiti.evalModule(text, {
    filename: file,
    ext,
    async: true,
    forceTranspile: true,
  });
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
