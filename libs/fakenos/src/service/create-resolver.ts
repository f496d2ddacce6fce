import { resolve } from 'node:path';
import { DocumentReader } from '../documents/document-reader';
import type { PlatformCatalogue } from '../inventory/platform-catalogue';
import type { FakeNosServiceOptions } from './fakenos-service-options';
import { InventoryResolver } from './inventory-resolver';
import { loadCatalogue } from './load-catalogue';
import { warnOfMissingFolders } from './warn-of-missing-folders';

const MAX_HOSTS = 5_000;

/** Finds inventories where the service's configuration allows it. The operator's platforms are loaded once: when prepared, or at the first start. */
export function createResolver(options: FakeNosServiceOptions): InventoryResolver {
  const { configuration, configurationFolder, bind, logger, maxHosts = MAX_HOSTS } = options;
  const { inventory_folders, allowed_urls: allowedUrls } = configuration;
  const folders = (inventory_folders ?? []).map((folder) => resolve(configurationFolder, folder));
  const reader = new DocumentReader({
    folders,
    allowedUrls: allowedUrls ?? [],
    fetch: options.fetch ?? fetch,
  });
  let loaded: Promise<PlatformCatalogue> | undefined;
  const load = async () => {
    await warnOfMissingFolders(folders, logger);
    return loadCatalogue({ configuration, configurationFolder, reader, logger });
  };
  const catalogue = () => (loaded ??= load());
  return new InventoryResolver({ configuration, configurationFolder, reader, catalogue, bind, maxHosts });
}
