import type { ConfigTree } from '../../configuration/config-tree';
import type { FakeDevice } from '../../device/fake-device';
import { dateTime } from './date-time';
import { braceText } from './junos-text';

/** The configuration as it goes into a file. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  return `${lastCommit(device)}\n${braceText(tree)}\n`;
}

/** The comment above a configuration: who committed it when. */
export function lastCommit(device: FakeDevice): string {
  const [last] = device.configuration?.history ?? [];
  const booted = new Date(device.now().getTime() - device.uptimeMs());
  return `## Last commit: ${dateTime(last?.at ?? booted)} by ${last?.username ?? 'root'}`;
}
