import { createLogger as createWinston, format, type Logger as Winston, transports } from 'winston';

/** Values that go with a log line; `session` is a public name, `lab` a generation. */
export interface LogFields {
  readonly session?: string;
  readonly lab?: number;
  readonly [field: string]: unknown;
}

/** What the server's parts log to. */
export interface Logger {
  error(message: string, fields?: LogFields): void;
  warning(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
}

/** How to log. */
export interface LoggerOptions {
  readonly level: 'error' | 'warning' | 'info' | 'debug';
  readonly format: 'human' | 'json';
  readonly stream: NodeJS.WritableStream;
}

const LEVELS = { error: 0, warning: 1, info: 2, debug: 3 };

/** A logger that writes one line per entry to the stream. */
export function createLogger(options: LoggerOptions): Logger {
  const winston: Winston = createWinston({
    levels: LEVELS,
    level: options.level,
    format: options.format === 'json' ? jsonLines : humanLines,
    transports: [new transports.Stream({ stream: options.stream })],
  });
  const at =
    (level: keyof typeof LEVELS) =>
    (message: string, fields: LogFields = {}): void => {
      winston.log({ ...fields, level, message });
    };
  return { error: at('error'), warning: at('warning'), info: at('info'), debug: at('debug') };
}

const jsonLines = format.combine(format.timestamp(), format.json());

const humanLines = format.combine(
  format.timestamp({ format: 'HH:mm:ss.SSS' }),
  format.printf(({ timestamp, level, message, session, lab, ...rest }) => {
    const who = [
      session === undefined ? [] : [`session ${oneLine(text(session))}`],
      lab === undefined ? [] : [`lab ${text(lab)}`],
    ].flat();
    const tail = Object.entries(rest).map(([field, value]) => `${field}=${oneLine(text(value))}`);
    const prefix = who.length === 0 ? '' : `[${who.join(', ')}] `;
    return [
      `${text(timestamp)} ${level.toUpperCase().padEnd(7)} ${prefix}${oneLine(text(message))}`,
      ...tail,
    ].join(' ');
  }),
);

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
}

// What others wrote (a topology's name, a line of output) must not be able to forge a log line.
function oneLine(message: string): string {
  return message.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
