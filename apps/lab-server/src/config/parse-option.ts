import { ConfigError } from './config-error';
import type { OptionKind } from './option-table';

// About 24 days: what a timer of Node can wait for.
const MOST_SECONDS = 2_147_483;

/** The value of an option: a string, a number (milliseconds for `seconds`), a boolean, a mapping, or a list. */
export type OptionValue = string | number | boolean | Readonly<Record<string, string>> | readonly string[];

/**
 * Turns an option's text into its value.
 * `source` is how the user spelled it: `--port`, `REMOTE_LAB_PORT`, `port in lab.yml`.
 * @throws {ConfigError} naming the source, the text and what is expected.
 */
export function parseOption(kind: OptionKind, text: string, source: string): OptionValue {
  const refuse = (expected: string): never => {
    throw new ConfigError(`${source} is '${text}', but must be ${expected}.`);
  };
  switch (kind.type) {
    case 'text':
      return text === '' ? refuse('a text that is not empty') : text;
    case 'flag':
      if (['true', '1'].includes(text)) return true;
      return ['false', '0'].includes(text) ? false : refuse('true or false');
    case 'port':
      return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
        ? Number(text)
        : refuse('a port number from 0 to 65535');
    case 'seconds':
      return /^\d+(\.\d+)?$/.test(text) && Number(text) >= kind.minimum && Number(text) <= MOST_SECONDS
        ? Number(text) * 1000
        : refuse(`a number of seconds from ${kind.minimum} to ${MOST_SECONDS}`);
    case 'settings':
      return Object.fromEntries(
        // A value may hold blanks itself, so only a blank before the next setting divides.
        text
          .trim()
          .split(/\s+(?=[A-Za-z_][A-Za-z0-9_]*=)/)
          .flatMap((setting) => {
            if (setting === '') return [];
            const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(setting);
            const [, name = '', value = ''] = match ?? [];
            return name.startsWith(kind.prefix)
              ? [[name, value]]
              : refuse(`${kind.prefix}NAME=VALUE, several separated by blanks`);
          }),
      );
    case 'list': {
      const entries = text.split(/[,\n]/).map((entry) => entry.trim());
      return entries.includes('') ? refuse(`${kind.of}, several separated by commas`) : entries;
    }
    case 'choice': {
      const value = text.toLowerCase();
      return kind.values.includes(value) ? value : refuse(`one of ${kind.values.join(', ')}`);
    }
  }
}
