import { documentChecker } from '../documents/document-checker';
import { refusedDocument } from '../documents/refuse-document';
import type { DocumentProblem } from '../errors';
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

/** What there may be of an inventory. */
export interface InventoryLimits {
  readonly maxHosts: number;
}

/**
 * Reads an inventory in FakeNOS's format: what it says, not yet who plays it.
 *
 * @param origin what the inventory is called in messages
 * @throws FakeNosError `invalid_inventory` with every problem found
 */
export function readInventory(value: unknown, origin: string, { maxHosts }: InventoryLimits): Inventory {
  if (!checker.is(value)) throw refusedDocument('invalid_inventory', origin, checker.problems(value));
  const count = Object.values(value.hosts).reduce((sum, host) => sum + (host?.replicas ?? 1), 0);
  if (count > maxHosts) throw refusedDocument('invalid_inventory', origin, [tooMany(count, maxHosts)]);
  const { hosts, problems } = expandHosts(value);
  const { links, problems: wrongLinks } = readLinks(value, hosts);
  const all = [...problems, ...checkHosts(value, hosts), ...wrongLinks];
  if (all.length > 0) throw refusedDocument('invalid_inventory', origin, all);
  return { hosts, links };
}

function tooMany(count: number, maxHosts: number): DocumentProblem {
  const message = `has ${count} hosts with replicas, and one network at most ${maxHosts}; make several networks of them`;
  return { path: 'hosts', message };
}
