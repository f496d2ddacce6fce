import { resolve } from 'node:path';
import type { DocumentBase, DocumentReader } from '../documents/document-reader';
import { messageOf } from '../errors';
import { PlatformCatalogue } from '../inventory/platform-catalogue';
import type { Platform } from '../engine/platform';
import type { Logger } from '../logger';
import { loadPlatformModule } from '../nos-file/load-platform-module';
import { loadPlatformFolder } from '../nos-file/load-platform-folder';
import type { NosDocument } from '../nos-file/nos-document';
import { parseNosFile } from '../nos-file/parse-nos-file';
import type { FakeNosConfiguration } from './fakenos-configuration';

/** Where the operator's platforms come from. */
export interface CatalogueSources {
  readonly configuration: FakeNosConfiguration;
  readonly configurationFolder: string;
  readonly reader: DocumentReader;
  readonly logger: Logger;
}

/** The platforms that are built in, and those of the configuration: folders first, then single files. One that cannot be used is logged and left out. */
export async function loadCatalogue(sources: CatalogueSources): Promise<PlatformCatalogue> {
  const { configuration, configurationFolder, logger } = sources;
  const { platform_folders: folders, nos_plugins: plugins, platform_modules: paths } = configuration;
  const warn = (error: unknown) => logger.warn(`A platform is left out: ${messageOf(error)}`);
  const documents: NosDocument[] = [];
  for (const folder of folders ?? []) {
    const loaded = await loadPlatformFolder(resolve(configurationFolder, folder)).catch(warn);
    loaded?.broken.forEach(warn);
    documents.push(...(loaded?.documents ?? []));
  }
  const labels = new Map<string, NosDocument>();
  for (const [label, plugin] of Object.entries(plugins ?? {})) {
    const document = await loadPlugin(label, plugin, sources).catch(warn);
    if (!document) continue;
    documents.push(document);
    labels.set(label, document);
  }
  const modules: { readonly path: string; readonly platform: Platform }[] = [];
  for (const path of (paths ?? []).map((each) => resolve(configurationFolder, each))) {
    const platform = await loadPlatformModule(path).catch(warn);
    if (platform) modules.push({ path, platform });
  }
  return new PlatformCatalogue({ documents, labels, modules });
}

async function loadPlugin(
  label: string,
  plugin: unknown,
  { configurationFolder, reader }: CatalogueSources,
): Promise<NosDocument> {
  if (typeof plugin !== 'string') return parseNosFile(plugin, `nos_plugins.${label}`);
  if (/\.(py|j2)$/i.test(plugin)) return parseNosFile('', plugin);
  const base: DocumentBase = { trusted: true, folder: configurationFolder };
  const { name, text } = await reader.read(plugin, base);
  return parseNosFile(text, name);
}
