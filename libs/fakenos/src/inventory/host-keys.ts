import { utils } from 'ssh2';
import type { DocumentBase, DocumentReader } from '../documents/document-reader';
import { documentPath } from '../documents/document-path';
import { refusedDocument } from '../documents/refuse-document';
import type { InventoryHost } from './inventory-host';

/** Where the files are, and what the inventory is called. */
export interface HostKeySources {
  readonly reader: DocumentReader;
  readonly base: DocumentBase;
  readonly origin: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The private host keys of those hosts that name a file, by host, decrypted. A file that several hosts name is read once.
 * Rejects with FakeNosError `invalid_inventory`, `inventory_not_allowed` or `inventory_unreachable`.
 */
export async function readHostKeys(
  hosts: readonly InventoryHost[],
  { reader, base, origin, signal }: HostKeySources,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  const files = new Map<string, string>();
  for (const { name, path, server } of hosts) {
    const { ssh_key_file: file, ssh_key_file_password: passphrase } = server;
    if (!file) continue;
    const text = files.get(file) ?? (await reader.read(file, base, signal)).text;
    files.set(file, text);
    const parsed = utils.parseKey(text, passphrase ?? undefined);
    const key = parsed instanceof Error || Array.isArray(parsed) ? undefined : parsed;
    if (!key?.isPrivateKey()) {
      const why = parsed instanceof Error ? parsed.message : 'it is no private key';
      const message = `cannot be used as a host key: ${why}`;
      const place = documentPath([...path, 'server', 'configuration', 'ssh_key_file']);
      throw refusedDocument('invalid_inventory', origin, [{ path: place, message }]);
    }
    keys.set(name, key.getPrivatePEM());
  }
  return keys;
}
