import { TestRunError } from '../errors';
import type { RemoteLabConfig } from './config';
import { CONFIG_KEYS, isConfigKey } from './config-keys';
import { checkConfigValue } from './config-value';
import { nearestName } from '@remote-lab/topology';

/**
 * Checks what a configuration file says; `source` is the file as it is shown.
 * @throws TestRunError `invalid_config` that names the key, and the one that was probably meant
 */
export function checkConfig(source: string, config: unknown): RemoteLabConfig {
  if (!isConfigObject(config))
    throw new TestRunError(
      'invalid_config',
      `${source} must export an object, or a function that returns one, such as { topology: 'labs/pair.yml' }.`,
    );
  for (const [name, value] of Object.entries(config)) checkEntry(source, name, value);
  return config;
}

function checkEntry(source: string, name: string, value: unknown): void {
  if (isConfigKey(name)) {
    checkConfigValue(`${name} in ${source}`, CONFIG_KEYS[name].kind, value);
    return;
  }
  const names = Object.keys(CONFIG_KEYS);
  const meant = nearestName(name, names);
  const hint = meant === undefined ? `Known keys are ${names.join(', ')}.` : `Did you mean ${meant}?`;
  throw new TestRunError('invalid_config', `${source} has an unknown key "${name}". ${hint}`);
}

// Its entries are checked one by one; whatever passes has this shape.
function isConfigObject(value: unknown): value is RemoteLabConfig {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
