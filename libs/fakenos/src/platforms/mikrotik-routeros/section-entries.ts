import type { ConfigTree } from '../../configuration/config-tree';
import { sectionAt } from '../../configuration/change-tree';
import type { FakeDevice } from '../../device/fake-device';
import type { Entry } from './entry';
import { readEntry } from './entry';

/** A line of the configuration, read. */
export interface SectionEntry extends Entry {
  readonly line: string;
}

/** The lines of a menu such as `/ip address`, in order. */
export function sectionEntries(tree: ConfigTree, section: string): readonly SectionEntry[] {
  return (sectionAt(tree, [section]) ?? []).flatMap((node) => {
    const entry = readEntry(node);
    return entry ? [{ ...entry, line: node.text }] : [];
  });
}

/** The same of a device's running configuration. */
export function entriesOf({ configuration }: FakeDevice, section: string): readonly SectionEntry[] {
  return sectionEntries(configuration?.running ?? [], section);
}

/** Whether an item is not switched off. */
export function isEnabled({ values }: Entry): boolean {
  return values.get('disabled') !== 'yes';
}
