import type { ConfigTree } from '../../configuration/config-tree';
import { printIndented } from '../../configuration/print-indented';
import type { FakeDevice } from '../../device/fake-device';

const LAYOUT = {
  width: 1,
  separator: '!',
  closing: (text: string, depth: number) =>
    depth === 0 ? 'exit' : text.startsWith('address-family') ? 'exit-address-family' : undefined,
};

/** `show running-config`. */
export function showRunningConfig({ configuration }: FakeDevice): string {
  const config = printConfiguration(configuration?.running ?? []).trimEnd();
  return ['Building configuration...', '', 'Current configuration:', '!', config, 'end'].join('\n');
}

/** What `/etc/frr/frr.conf` says: the configuration of the next start. */
export function frrConfig({ configuration }: FakeDevice): string {
  return printConfiguration(configuration?.startup ?? []).trimEnd();
}

/** The configuration as FRR writes it into its file. */
export function printConfiguration(tree: ConfigTree): string {
  return `${printIndented(tree, LAYOUT).join('\n')}\n`;
}
