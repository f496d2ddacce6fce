import { OPTIONS } from '@remote-lab/lab-server';
import { markdownTable } from '../markdown-table.mjs';

/** Every option of lab-server. */
export function optionTable() {
  const rows = OPTIONS.map((row) => [
    `\`--${row.name}\``,
    row.environment === undefined ? '' : `\`${row.environment}\``,
    value(row.kind),
    row.defaultText === undefined ? (row.defaultWords ?? '') : `\`${row.defaultText}\``,
    row.help,
  ]);
  return markdownTable(['Option', 'Environment', 'Value', 'Default', 'Meaning'], rows);
}

function value(kind) {
  switch (kind.type) {
    case 'flag':
      return 'none';
    case 'choice':
      return kind.values.map((each) => `\`${each}\``).join(' or ');
    case 'seconds':
      return `seconds, at least ${kind.minimum}`;
    case 'port':
      return 'port number';
    case 'text':
      return 'text';
    case 'list':
      return `${kind.of}, several`;
    case 'settings':
      return `\`${kind.prefix}NAME=VALUE\`, several`;
    default:
      throw new Error(`What is an option of type ${kind.type}?`);
  }
}
