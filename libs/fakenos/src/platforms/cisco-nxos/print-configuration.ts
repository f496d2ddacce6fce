import type { ConfigTree } from '../../configuration/config-tree';
import { printIndented } from '../../configuration/print-indented';
import { sectionsOf } from '../../configuration/read-tree';
import type { FakeDevice } from '../../device/fake-device';
import { dateWords } from '../text/date-words';
import { NXOS_VERSION } from './software';

/** A whole configuration as `show running-config` writes it; ends with a line break. */
export function printConfiguration(
  tree: ConfigTree,
  device: FakeDevice,
  command = 'show running-config',
): string {
  return [
    ...heading(device, command),
    `version ${NXOS_VERSION} Bios:version 01.14 `,
    ...printIndented(tree, { width: 2, separator: '' }),
    '',
  ].join('\n');
}

/** `show running-config interface …`: the section of one interface, and what stands over it. */
export function printInterface(tree: ConfigTree, device: FakeDevice, name: string): string {
  const section = sectionsOf(tree, 'interface').find((one) => one.name === name);
  return [
    ...heading(device, `show running-config interface ${name}`),
    `version ${NXOS_VERSION} Bios:version 01.14 `,
    '',
    ...printIndented([{ text: `interface ${name}`, children: section?.children ?? [] }], { width: 2 }),
    '',
  ].join('\n');
}

function heading(device: FakeDevice, command: string): readonly string[] {
  const { weekday, month, day, time, year } = dateWords(device.now());
  return ['', `!Command: ${command}`, `!Time: ${weekday} ${month} ${day.padStart(2)} ${time} ${year}`, ''];
}
