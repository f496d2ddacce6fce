import type { DocumentBase, DocumentReader, FoundDocument } from '../documents/document-reader';
import { isMapping, readYaml } from '../documents/read-yaml';
import { refusedDocument } from '../documents/refuse-document';
import { FakeNosError } from '../errors';
import { defaultInventory } from '../inventory/default-inventory';
import type { NetworkPlan } from '../inventory/network-plan';
import { planInventory } from '../inventory/plan-inventory';
import { planTopology } from '../inventory/plan-topology';
import type { PlatformCatalogue } from '../inventory/platform-catalogue';
import { readInventory } from '../inventory/read-inventory';
import type { FakeNosConfiguration } from './fakenos-configuration';
import type { FakeNosCall } from './service-call';
import { unlessAborted } from './unless-aborted';

/** What inventories are resolved with. */
export interface InventoryResolverOptions {
  readonly configuration: FakeNosConfiguration;
  readonly configurationFolder: string;
  readonly reader: DocumentReader;
  readonly catalogue: () => Promise<PlatformCatalogue>;
  readonly bind: string;
  readonly maxHosts: number;
}

/** An inventory as it was found: what it says, who names what it names, and what it is called. */
interface FoundInventory {
  readonly data: unknown;
  /** As written, where it was. */
  readonly text?: string;
  readonly base: DocumentBase;
  readonly origin: string;
  /** Which inventory it is, for people. */
  readonly which: string;
}

const BOTH_KINDS = {
  path: 'nodes',
  message:
    'stands beside hosts: an inventory has either hosts (FakeNOS) or nodes (a Netlab topology); take one of them out',
};

/** No path or URL has several lines, and none begins as a mapping does. */
const IS_CONTENT = /[\r\n]|^\s*\{/;

/** Finds a network's inventory and all that it names. */
export class InventoryResolver {
  readonly #options: InventoryResolverOptions;

  constructor(options: InventoryResolverOptions) {
    this.#options = options;
  }

  /** Loads the operator's platforms, so that the log says early what is wrong with the configuration. */
  async prepare(): Promise<void> {
    await this.#options.catalogue();
  }

  /** Rejects with the FakeNosErrors of inventories and platform files, or with the signal's reason. */
  async resolve(network: string, inventory: unknown, call: FakeNosCall): Promise<NetworkPlan> {
    const { signal } = call;
    const found = await this.#find(network, inventory, call);
    const plan = await this.#plan(network, found, signal);
    const { length } = plan.order.nodes;
    const message = `${network}: ${length} ${length === 1 ? 'host' : 'hosts'}, ${found.which}`;
    call.onProgress?.({ kind: 'inventory_resolved', network, message });
    for (const notice of plan.notices)
      call.onProgress?.({ kind: 'notice', network, message: `${network}: ${notice}` });
    return plan;
  }

  async #plan(
    network: string,
    { data, text, base, origin }: FoundInventory,
    signal: AbortSignal | undefined,
  ): Promise<NetworkPlan> {
    const { reader, bind, maxHosts } = this.#options;
    const catalogue = await unlessAborted(this.#options.catalogue(), signal);
    if (isMapping(data) && 'nodes' in data) {
      if ('hosts' in data) throw refusedDocument('invalid_inventory', origin, [BOTH_KINDS]);
      const plan = planTopology(text ?? JSON.stringify(data), { network, bind, catalogue, origin });
      const { length } = plan.order.nodes;
      if (length <= maxHosts) return plan;
      const message = `has ${length} nodes, and one network at most ${maxHosts}; make several networks of them`;
      throw refusedDocument('invalid_inventory', origin, [{ path: 'nodes', message }]);
    }
    const read = readInventory(data, origin, { maxHosts });
    return planInventory(read, { network, bind, catalogue, reader, base, origin, signal });
  }

  #find(network: string, inventory: unknown, call: FakeNosCall): Promise<FoundInventory> {
    const { configuration, configurationFolder: folder } = this.#options;
    const operator: DocumentBase = { trusted: true, folder };
    const { networks, default_inventory: fallback } = configuration;
    const declared = networks && Object.hasOwn(networks, network) ? networks[network]?.inventory : undefined;
    if (isGiven(inventory)) {
      return this.#read(network, inventory, { trusted: false }, 'of the request', call);
    } else if (isGiven(declared)) {
      return this.#read(network, declared, operator, 'declared for this network in the configuration', call);
    } else if (isGiven(fallback)) {
      return this.#read(network, fallback, operator, 'by default, as the configuration says', call);
    }
    const which = 'built in: neither the request nor the configuration names an inventory';
    return this.#read(network, defaultInventory, operator, which, call);
  }

  async #read(
    network: string,
    inventory: unknown,
    base: DocumentBase,
    which: string,
    { signal, onProgress }: FakeNosCall,
  ): Promise<FoundInventory> {
    if (typeof inventory !== 'string')
      return { data: inventory, base, which, origin: `The inventory of ${network}` };
    if (IS_CONTENT.test(inventory))
      throw new FakeNosError(
        'invalid_inventory',
        `The inventory of ${network} is neither a path nor a URL: an inventory is sent as an object, not as YAML text. Parse the text and send what it says.`,
      );
    const message = `${network}: fetching inventory ${inventory}`;
    onProgress?.({ kind: 'fetching_inventory', network, message });
    const document = await this.#options.reader.read(inventory, base, {
      signal,
      instead: `send the inventory itself instead of its ${/^https?:/i.test(inventory) ? 'address' : 'path'}`,
    });
    return { ...readText(document), which: `${inventory}, ${which}` };
  }
}

function readText({ name, text, base }: FoundDocument): Omit<FoundInventory, 'which'> {
  if (!/\.ya?ml$/i.test(name) && !/^https?:/i.test(name)) {
    const message = `The inventory ${name} must be a .yaml or .yml file; give it that ending.`;
    throw new FakeNosError('invalid_inventory', message);
  }
  const outcome = readYaml(text);
  if (outcome.problem) throw refusedDocument('invalid_inventory', name, [outcome.problem]);
  return { data: outcome.data, text, base, origin: name };
}

function isGiven(inventory: unknown): boolean {
  return inventory !== undefined && inventory !== null;
}
