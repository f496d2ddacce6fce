import { utils } from 'ssh2';
import { documentPath } from '../documents/document-path';
import { refusedDocument } from '../documents/refuse-document';
import type { InventoryHost } from './inventory-host';
import type { NamedDocumentSources } from './read-named-document';
import { readNamedDocument } from './read-named-document';

/**
 * The private host keys of those hosts that name a file, by host, decrypted. A file that several hosts name is read once.
 * Rejects with FakeNosError `invalid_inventory`, `inventory_not_allowed` or `inventory_unreachable`.
 */
export async function readHostKeys(
  hosts: readonly InventoryHost[],
  sources: NamedDocumentSources,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  const files = new Map<string, string>();
  for (const { name, path, server } of hosts) {
    const { ssh_key_file: file, ssh_key_file_password: passphrase } = server;
    if (!file) continue;
    const place = [...path, 'server', 'configuration', 'ssh_key_file'];
    const text = files.get(file) ?? (await readNamedDocument(file, { path: place }, sources)).text;
    files.set(file, text);
    const key = plainKey(text, passphrase ?? undefined);
    if (typeof key !== 'string') {
      const problem = { path: documentPath(place), message: key.problem };
      throw refusedDocument('invalid_inventory', sources.origin, [problem]);
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
