import { nearestName } from '@remote-lab/topology';
import { documentPath } from '../documents/document-path';
import { isMapping } from '../documents/read-yaml';
import { refusedDocument } from '../documents/refuse-document';
import type { DocumentProblem } from '../errors';
import { parseNosFile } from '../nos-file/parse-nos-file';
import type { InventoryHost } from './inventory-host';
import type { PlatformCatalogue, Player } from './platform-catalogue';
import type { NamedDocumentSources } from './read-named-document';
import { readNamedDocument } from './read-named-document';

/** Where players are looked for. */
export interface PlayerSources extends NamedDocumentSources {
  readonly catalogue: PlatformCatalogue;
}

/** What names a file and no platform: an address, a path, an extension. */
const NAMES_FILE = /:\/\/|[/\\]|\.(ya?ml|py|j2)$/i;

/**
 * Who plays each host, by its name. A platform file that several hosts name is read once.
 * Rejects with FakeNosError `unsupported_platform` (every name that there is not), `invalid_platform_file`,
 * `unsupported_platform_file`, `inventory_not_allowed` or `inventory_unreachable`.
 */
export async function findPlayers(
  hosts: readonly InventoryHost[],
  sources: PlayerSources,
): Promise<ReadonlyMap<string, Player>> {
  const { catalogue, origin } = sources;
  const byPlugin = new Map<InventoryHost['plugin'], Player>();
  const problems = new Map<string, DocumentProblem>();
  for (const { plugin, pluginPath } of hosts) {
    if (byPlugin.has(plugin)) continue;
    const path = documentPath(pluginPath);
    const player = await playerOf(plugin, pluginPath, sources);
    if (player) byPlugin.set(plugin, player);
    else
      problems.set(path, {
        path,
        message: strange(typeof plugin === 'string' ? plugin : path, catalogue.names),
      });
  }
  if (problems.size > 0) throw refusedDocument('unsupported_platform', origin, [...problems.values()]);
  return new Map(
    hosts.flatMap(({ name, plugin }) => {
      const player = byPlugin.get(plugin);
      return player ? [[name, player] as const] : [];
    }),
  );
}

async function playerOf(
  plugin: InventoryHost['plugin'],
  path: readonly string[],
  sources: PlayerSources,
): Promise<Player | undefined> {
  const { catalogue, origin } = sources;
  if (isMapping(plugin))
    return { kind: 'document', document: parseNosFile(plugin, `${origin}: ${documentPath(path)}`) };
  const known = catalogue.find(plugin);
  if (known || !NAMES_FILE.test(plugin)) return known;
  // Refuses programs before it is asked where they are.
  if (/\.(py|j2)$/i.test(plugin)) return { kind: 'document', document: parseNosFile('', plugin) };
  const instead = "give the platform's content as a mapping";
  const { name, text } = await readNamedDocument(plugin, { path, instead }, sources);
  return { kind: 'document', document: parseNosFile(text, name) };
}

function strange(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  if (nearest !== undefined)
    return `names the platform "${name}", which there is not; did you mean "${nearest}"?`;
  return `names the platform "${name}", which there is not; there are ${names.join(', ')}`;
}
