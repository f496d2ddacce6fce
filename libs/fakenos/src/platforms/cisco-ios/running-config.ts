import { sectionAt } from '../../configuration/change-tree';
import type { ConfigTree } from '../../configuration/config-tree';
import { printIndented } from '../../configuration/print-indented';
import type { DeviceInterface, FakeDevice } from '../../device/fake-device';

const NVRAM_BYTES = 262_144;

/** `show running-config`. */
export function showRunningConfig({ configuration }: FakeDevice): string {
  return currentConfiguration(printConfiguration(configuration?.running ?? []));
}

/** `show startup-config`. */
export function showStartupConfig({ configuration }: FakeDevice): string {
  const config = printConfiguration(configuration?.startup ?? []);
  return [`Using ${config.length} out of ${NVRAM_BYTES} bytes`, '!', config].join('\n');
}

/** The section of one interface: `show running-config interface …`. */
export function showRunningConfigInterface({ name }: DeviceInterface, { configuration }: FakeDevice): string {
  const text = `interface ${name}`;
  const children = sectionAt(configuration?.running ?? [], [text]) ?? [];
  return currentConfiguration(printConfiguration([{ text, children }]));
}

/** The configuration as IOS writes it, from the first line to `end`. */
export function printConfiguration(tree: ConfigTree): string {
  return [...printIndented(tree, { width: 1, separator: '!', closing }), 'end', ''].join('\n');
}

function currentConfiguration(config: string): string {
  return [
    'Building configuration...',
    '',
    `Current configuration : ${config.length} bytes`,
    '!',
    config,
  ].join('\n');
}

function closing(text: string): string | undefined {
  return text.startsWith('address-family ') ? 'exit-address-family' : undefined;
}
