import { load, YAMLException } from 'js-yaml';
import { ConfigError } from './config-error';
import { type OptionRow, OPTIONS } from './option-table';

/**
 * Reads a YAML (or JSON) mapping of option names to values.
 * @throws {ConfigError} when the file cannot be read or names an option that does not exist.
 */
export function parseConfigFile(
  path: string,
  readFile: (path: string) => string,
): ReadonlyMap<string, string> {
  const document = parse(path, readText(path, readFile));
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new ConfigError(`${path} must be a mapping of options, such as 'port: 8000'.`);
  }
  return new Map(
    Object.entries(document).map(([name, value]) => [knownName(name, path), scalar(name, value, path)]),
  );
}

function readText(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch (error) {
    throw new ConfigError(
      `The configuration file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      {
        cause: error,
      },
    );
  }
}

function parse(path: string, text: string): unknown {
  try {
    return load(text, { filename: path });
  } catch (error) {
    if (error instanceof YAMLException)
      throw new ConfigError(`${path} is not YAML: ${error.message}`, { cause: error });
    throw error;
  }
}

function knownName(name: string, path: string): string {
  const usable = OPTIONS.filter((row: OptionRow) => row.environment !== undefined && row.name !== 'config');
  if (usable.some((row) => row.name === name)) return name;
  throw new ConfigError(
    `${path} sets '${name}', but the options are ${usable.map((row) => row.name).join(', ')}.`,
  );
}

function scalar(name: string, value: unknown, path: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ConfigError(`${name} in ${path} must be a single value.`);
}
