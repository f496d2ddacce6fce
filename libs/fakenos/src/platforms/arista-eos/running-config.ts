import { sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import { printIndented } from '../../configuration/print-indented';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';
import { EOS_MODEL, EOS_VERSION } from './show-version';

const LAYOUT = { width: 3, separator: '!' };

/** `show running-config` and `show startup-config`, as the first line of their output says. */
export function showConfig(tree: ConfigTree, device: FakeDevice, command: string): string {
  return `! Command: ${command}\n${printConfiguration(tree, device)}`;
}

/** The configuration as EOS writes it into a file. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  const head = `! device: ${device.name} (${EOS_MODEL}, EOS-${EOS_VERSION})`;
  return [head, '!', ...printIndented(tree, LAYOUT), 'end', ''].join('\n');
}

/** `show running-config interfaces …`. */
export function showConfigInterface({ name }: DeviceInterface, { configuration }: FakeDevice): string {
  const text = `interface ${name}`;
  const children = sectionAt(configuration?.running ?? [], [text]) ?? [];
  return printIndented([{ text, children }], { width: LAYOUT.width }).join('\n');
}
