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
    const key = plainKey(text, passphrase ?? undefined);
    if (typeof key !== 'string') {
      const place = documentPath([...path, 'server', 'configuration', 'ssh_key_file']);
      throw refusedDocument('invalid_inventory', origin, [{ path: place, message: key.problem }]);
    }
    keys.set(name, key);
  }
  return keys;
}

/** The key without its passphrase, in a form that an SSH server can read. */
function plainKey(text: string, passphrase: string | undefined): string | { readonly problem: string } {
  const parsed = utils.parseKey(text, passphrase);
  if (parsed instanceof Error) return { problem: `cannot be used as a host key: ${parsed.message}` };
  const key = Array.isArray(parsed) ? undefined : parsed;
  if (!key?.isPrivateKey()) return { problem: 'cannot be used as a host key: it is no private key' };
  if (!(utils.parseKey(text) instanceof Error)) return text;
  const pem = key.getPrivatePEM();
  if (!(utils.parseKey(pem) instanceof Error)) return pem;
  return {
    problem: 'names a key with a passphrase that can be used without one only: ssh-keygen -p removes it',
  };
}
