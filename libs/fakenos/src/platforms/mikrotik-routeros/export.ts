import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import { readEntry, writeEntry } from './entry';
import { MODEL, softwareId, softwareOf, stamp } from './software';

/** How an export is written. */
export interface ExportOptions {
  /** Each line with its menu in front of it. */
  readonly terse?: boolean;
  /** Also what is as it always was. */
  readonly verbose?: boolean;
}

/** `/export`: the whole of it with a heading; with a path only the menus at or below it. */
export function exportText(
  device: FakeDevice,
  { path = '', ...options }: ExportOptions & { readonly path?: string } = {},
): string {
  const { configuration } = device;
  const tree = (configuration?.running ?? []).filter(
    ({ text }) => path === '' || text === `/${path}` || text.startsWith(`/${path} `),
  );
  return `${heading(device)}\n${printExport(tree, options)}`;
}

/** A configuration in the form of an export, with its heading. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  return `${heading(device)}\n${printExport(tree)}`;
}

function heading(device: FakeDevice): string {
  return [
    `# ${stamp(device, device.now())} by RouterOS ${softwareOf(device).version}`,
    `# software id = ${softwareId(device)}`,
    '#',
    `# model = ${MODEL}`,
    `# serial number = ${device.serialNumber}`,
  ].join('\n');
}

function printExport(tree: ConfigTree, { terse = false, verbose = false }: ExportOptions = {}): string {
  return tree
    .flatMap(({ text, children = [] }) => {
      const lines = children.flatMap((node) => {
        const entry = readEntry(node);
        if (!entry) return [node.text];
        const says = entry.values.size > 0;
        const values =
          verbose && entry.verb === 'add' ? new Map([['disabled', 'no'], ...entry.values]) : entry.values;
        return says ? [writeEntry({ ...entry, values })] : [];
      });
      if (lines.length === 0) return [];
      return terse ? lines.map((line) => `${text} ${line}`) : [text, ...lines];
    })
    .map((line) => `${line}\n`)
    .join('');
}
