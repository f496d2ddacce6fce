import { documentChecker } from '../documents/document-checker';
import { refusedDocument } from '../documents/refuse-document';
import { checkHosts } from './check-hosts';
import { expandHosts } from './expand-hosts';
import type { InventoryDocument } from './inventory-document';
import type { InventoryHost } from './inventory-host';
import { inventorySchema } from './inventory-schema';
import type { HostLink } from './read-links';
import { readLinks } from './read-links';

/** An inventory in FakeNOS's format, understood. */
export interface Inventory {
  readonly hosts: readonly InventoryHost[];
  readonly links: readonly HostLink[];
}

const checker = documentChecker<InventoryDocument>(inventorySchema);

/**
 * Reads an inventory in FakeNOS's format: what it says, not yet who plays it.
 *
 * @param origin what the inventory is called in messages
 * @throws FakeNosError `invalid_inventory` with every problem found
 */
export function readInventory(value: unknown, origin: string): Inventory {
  if (!checker.is(value)) throw refusedDocument('invalid_inventory', origin, checker.problems(value));
  const { hosts, problems } = expandHosts(value);
  const { links, problems: wrongLinks } = readLinks(value, hosts);
  const all = [...problems, ...checkHosts(value, hosts), ...wrongLinks];
  if (all.length > 0) throw refusedDocument('invalid_inventory', origin, all);
  return { hosts, links };
}
