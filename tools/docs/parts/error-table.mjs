import { HTTP_ERRORS } from '@remote-lab/lab-server';
import { ERROR_CODES } from '@remote-lab/protocol';
import { markdownTable } from '../markdown-table.mjs';

/** Every code that a refusal can have. */
export function errorTable() {
  const rows = Object.entries(ERROR_CODES).map(([code, means]) => {
    const { status, detail } = HTTP_ERRORS[code];
    return [
      `\`${code}\``,
      String(status),
      detail === undefined ? (code === 'validation_error' ? 'a list' : 'a sentence') : `\`${detail}\``,
      means,
    ];
  });
  return markdownTable(['Code', 'Status', '`detail`', 'Meaning'], rows);
}
