import { platforms } from '@remote-lab/fakenos/platforms';
import { codeList, markdownTable } from '../markdown-table.mjs';

/** Who plays which netlab device type. */
export function platformTable() {
  const rows = platforms
    .filter(({ netlabDevices }) => netlabDevices.length > 0)
    .map(({ title, netlabDevices, name, initialMode, paging }) => [
      title,
      codeList(netlabDevices),
      `\`${name}\``,
      `\`${initialMode}\``,
      paging === undefined ? 'no' : `${paging.defaultLines} lines`,
    ]);
  return markdownTable(
    ['Platform', 'Netlab device type', 'Name for scraping libraries', 'Mode after login', 'Paging'],
    rows,
  );
}
