import { createJiti } from 'jiti';
import { TestRunError } from '../errors';
import type { RemoteLabConfig } from './config';
import { wordsOf } from '../words-of';
import { checkConfig } from './check-config';

/**
 * Reads a configuration file in any of the languages it may have; a function is called.
 * @throws TestRunError `config_unreadable` or `invalid_config`
 */
export async function loadConfig(file: string): Promise<RemoteLabConfig> {
  try {
    // Without caches: in watch mode, the file may have changed since the last run.
    const jiti = createJiti(file, { fsCache: false, moduleCache: false });
    const exported: unknown = await jiti.import(file, { default: true });
    const config: unknown = isFunction(exported) ? await exported() : exported;
    return checkConfig(file, config);
  } catch (error) {
    if (error instanceof TestRunError) throw error;
    throw new TestRunError('config_unreadable', `${file} cannot be read: ${wordsOf(error)}`, {
      cause: error,
    });
  }
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
