import type { ConfigTree } from '../../configuration/config-tree';
import { printIndented } from '../../configuration/print-indented';
import type { FakeDevice } from '../../device/fake-device';
import { XR_VERSION } from './software';
import { longDate } from './time-stamp';

/** A whole configuration as `show running-config` writes it; ends with a line break. */
export function printConfiguration(tree: ConfigTree, device: FakeDevice): string {
  const [last] = device.configuration?.history ?? [];
  const at = last?.at ?? new Date(device.now().getTime() - device.uptimeMs());
  return framed([
    `!! Last configuration change at ${longDate(at)} by ${last?.username ?? 'SYSTEM'}`,
    '!',
    ...configurationLines(tree),
  ]);
}

/** Lines of configuration between what IOS XR writes before and after them. */
export function framed(lines: readonly string[]): string {
  return ['Building configuration...', `!! IOS XR Configuration ${XR_VERSION}`, ...lines, 'end', ''].join(
    '\n',
  );
}

/** The lines of a configuration, or of some of its sections. */
export function configurationLines(tree: ConfigTree): readonly string[] {
  return printIndented(tree, { width: 1, closing });
}

function closing(text: string): string {
  return text.startsWith('route-policy ') ? 'end-policy\n!' : '!';
}
