import { load, YAMLException } from 'js-yaml';
import { ConfigError } from './config-error';
import { type OptionRow, OPTIONS } from './option-table';
import { parseOption } from './parse-option';

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
    Object.entries(document).map(([name, value]) => {
      const { kind } = knownOption(name, path);
      const text = textOf(kind, name, value, path);
      // Also what a flag overrides must be usable: a mistake is found when it is made, not when the flag is left out.
      parseOption(kind, text, `${name} in ${path}`);
      return [name, text];
    }),
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
    // A template with everything commented out is a configuration without entries.
    return /^\s*(#.*\s*)*$/.test(text) ? {} : load(text, { filename: path });
  } catch (error) {
    if (error instanceof YAMLException)
      throw new ConfigError(`${path} is not YAML: ${error.message}`, { cause: error });
    throw error;
  }
}

function knownOption(name: string, path: string): OptionRow {
  const usable = OPTIONS.filter((row: OptionRow) => row.environment !== undefined && row.name !== 'config');
  const dashed = name.replaceAll('_', '-').toLowerCase();
  const row = usable.find((each) => each.name === name);
  if (row !== undefined) return row;
  if (usable.some((each) => each.name === dashed))
    throw new ConfigError(`${path} sets '${name}'; write '${dashed}'.`);
  throw new ConfigError(
    `${path} sets '${name}', but the options are ${usable.map((row) => row.name).join(', ')}.`,
  );
}

function textOf(kind: OptionRow['kind'], name: string, value: unknown, path: string): string {
  if (kind.type === 'settings') return settings(name, value, path);
  if (kind.type === 'list' && Array.isArray(value))
    return value.map((each) => scalar(name, each, path)).join('\n');
  return scalar(name, value, path);
}

/** Settings are written as a mapping, a list, or as on the command line. */
function settings(name: string, value: unknown, path: string): string {
  if (Array.isArray(value)) return value.map((each) => scalar(name, each, path)).join('\n');
  if (typeof value !== 'object' || value === null) return scalar(name, value, path);
  return Object.entries(value)
    .map(([key, each]) => `${key}=${scalar(name, each, path)}`)
    .join('\n');
}

function scalar(name: string, value: unknown, path: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ConfigError(`${name} in ${path} must be a single value.`);
}
