import type { ConfigTree } from '../../configuration/config-tree';
import { printBraces } from '../../configuration/print-braces';
import type { FakeDevice } from '../../device/fake-device';
import { TIMOS_LINES } from './software';

/** The configuration as it goes into a file, and as `admin show configuration` shows it. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  return [
    ...TIMOS_LINES.map((line) => `# ${line}`),
    '# Configuration format version 24.10 revision 0',
    '',
    `# Generated ${device.now().toUTCString()}`,
    '',
    ...printBraces(tree),
    '',
    `# Finished ${device.now().toUTCString()}`,
    '',
  ].join('\n');
}
