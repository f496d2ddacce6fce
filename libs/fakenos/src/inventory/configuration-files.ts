import { documentPath } from '../documents/document-path';
import { isMapping, readYaml } from '../documents/read-yaml';
import { refusedDocument } from '../documents/refuse-document';
import type { InventoryHost } from './inventory-host';
import type { NamedDocumentSources } from './read-named-document';
import { readNamedDocument } from './read-named-document';

/**
 * Checks the files under `configuration_file`, which in FakeNOS configure platforms written in Python. Nothing here uses
 * them, which the notices say. Rejects with `invalid_inventory`, `inventory_not_allowed`, `inventory_unreachable`.
 */
export async function readConfigurationFiles(
  hosts: readonly InventoryHost[],
  sources: NamedDocumentSources,
): Promise<readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { configurationFile, path } of hosts)
    if (configurationFile !== undefined && !named.has(configurationFile)) named.set(configurationFile, path);
  for (const [file, path] of named) {
    const place = [...path, 'configuration_file'];
    const refuse = (message: string) =>
      refusedDocument('invalid_inventory', sources.origin, [{ path: documentPath(place), message }]);
    if (/\.j2$/i.test(file))
      throw refuse(
        `names the Jinja template ${file}, which is not rendered here; name the YAML that it gives`,
      );
    const outcome = readYaml((await readNamedDocument(file, { path: place }, sources)).text);
    if (outcome.problem) throw refuse(`names ${file}: ${outcome.problem.message}`);
    if (outcome.data !== null && !isMapping(outcome.data)) throw refuse(`names ${file}, which is no mapping`);
  }
  return [...named.keys()].map(
    (file) => `${file} configures platforms that are Python programs; the platforms here do not use it.`,
  );
}
