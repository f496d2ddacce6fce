import { platforms } from '@remote-lab/fakenos';
import { codeList, markdownTable } from '../markdown-table.mjs';

/** Who plays which netlab device type. */
export function platformTable() {
  const rows = platforms.map((platform) => [
    platform.title,
    codeList(platform.netlabDevices),
    `\`${platform.name}\``,
    `\`${platform.initialMode}\``,
    platform.paging === undefined ? 'no' : `${platform.paging.defaultLines} lines`,
  ]);
  return markdownTable(
    ['Platform', 'Netlab device type', 'Name for scraping libraries', 'Mode after login', 'Paging'],
    rows,
  );
}
