import { type OptionRow, OPTIONS } from './option-table';

/** What `--help` prints. */
export function helpText(): string {
  const rows = OPTIONS.map((row: OptionRow) => ({ left: `  --${row.name}${argument(row)}`, row }));
  const width = Math.max(...rows.map(({ left }) => left.length)) + 2;
  const lines = rows.map(({ left, row }) => `${left.padEnd(width)}${row.help}${defaultNote(row)}`);
  return [
    'Usage: lab-server [options]',
    '',
    'Lets developers and CI jobs share the network lab of this host, one after the other.',
    '',
    ...lines,
    '',
    'Every option can also be set by its environment variable (REMOTE_LAB_PORT for --port) or in the file of --config.',
    '',
  ].join('\n');
}

function argument({ kind }: OptionRow): string {
  switch (kind.type) {
    case 'flag':
      return '';
    case 'choice':
      return ` ${kind.values.join('|')}`;
    case 'seconds':
      return ' SECONDS';
    case 'port':
      return ' PORT';
    case 'text':
      return ' TEXT';
    case 'list':
      return ` ${kind.of}`;
    case 'settings':
      return ` ${kind.prefix}NAME=VALUE`;
  }
}

function defaultNote(row: OptionRow): string {
  const value = row.defaultText ?? row.defaultWords;
  return value === undefined ? '' : ` [${value}]`;
}
