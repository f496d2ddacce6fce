import { documentPath } from '../documents/document-path';
import { isMapping, readYaml } from '../documents/read-yaml';
import { refusedDocument } from '../documents/refuse-document';
import type { HostKeySources } from './host-keys';
import type { InventoryHost } from './inventory-host';

/**
 * Checks the files under `configuration_file`, which in FakeNOS configure platforms written in Python. Nothing here uses
 * them, which the notices say. Rejects with `invalid_inventory`, `inventory_not_allowed`, `inventory_unreachable`.
 */
export async function readConfigurationFiles(
  hosts: readonly InventoryHost[],
  { reader, base, origin, signal }: HostKeySources,
): Promise<readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { configurationFile, path } of hosts)
    if (configurationFile !== undefined && !named.has(configurationFile)) named.set(configurationFile, path);
  for (const [file, path] of named) {
    const refuse = (message: string) =>
      refusedDocument('invalid_inventory', origin, [
        { path: documentPath([...path, 'configuration_file']), message },
      ]);
    if (/\.j2$/i.test(file))
      throw refuse(
        `names the Jinja template ${file}, which is not rendered here; name the YAML that it gives`,
      );
    const outcome = readYaml((await reader.read(file, base, signal)).text);
    if (outcome.problem) throw refuse(`names ${file}: ${outcome.problem.message}`);
    if (outcome.data !== null && !isMapping(outcome.data)) throw refuse(`names ${file}, which is no mapping`);
  }
  return [...named.keys()].map(
    (file) => `${file} configures platforms that are Python programs; the platforms here do not use it.`,
  );
}
